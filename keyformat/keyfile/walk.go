package keyfile

import (
	"cmp"
	"context"
	"io/fs"
	"path"
	"slices"
	"strings"
)

// A Skip says why a file of a folder was not read. Its name, from String, is
// fixed.
type Skip uint8

// Why files of a folder are not read.
const (
	SkipEmpty      Skip = iota // no bytes
	SkipProgram                // programs and their parts
	SkipMedia                  // pictures, sound and film; a picture of a likely name is noticed
	SkipBinary                 // its beginning is no text
	SkipLarge                  // larger than text files get
	SkipLink                   // a link or a device
	SkipUnreadable             // it could not be opened or read
	SkipTooMany                // more files than MaxFiles
	skipCount
)

var skipNames = [skipCount]string{"empty", "program", "media", "binary", "large", "link", "unreadable", "too-many"}

// String returns the fixed name of the reason, such as "program".
func (s Skip) String() string { return skipNames[s] }

// Skips returns every reason, for tests that each has its words.
func Skips() []Skip { return below(skipCount) }

// A Walk is how far the reading of a folder has come.
type Walk struct {
	Files, Read int    // found in the folder, and read so far
	Name        string // the file that is read now
	Skipped     [skipCount]int
}

// MaxFiles is how many files of a folder are looked at.
const MaxFiles = 1_000_000

// maxUnlikely is how large a file without a likely name may be: text that
// people or programs wrote, and no disk image.
const maxUnlikely = 256 << 20

// A candidate is a file to read.
type candidate struct {
	path string
	size int64
	rank int8
}

// Walk reads all files below root in fsys, those with likely names first, so
// that a key on a full stick is found at once. Name makes of a path what
// places call it; nil leaves it as it is. Progress, if it is not nil, is
// called before each file. What cannot be read is counted, and the rest is
// read; an error means that ctx ended or root is no folder.
func (s *Scanner) Walk(ctx context.Context, fsys fs.FS, root string, name func(path string) string, progress func(*Walk)) (Walk, error) {
	var w Walk
	var list []candidate
	err := fs.WalkDir(fsys, root, func(p string, entry fs.DirEntry, err error) error {
		switch {
		case ctx.Err() != nil:
			return ctx.Err()
		case err != nil && p == root:
			return err
		case err != nil:
			w.Skipped[SkipUnreadable]++
			return nil
		case entry.IsDir():
			return nil
		}
		w.Files++
		if len(list) == MaxFiles {
			w.Skipped[SkipTooMany]++
			return nil
		}
		if c, why, ok := consider(p, entry); ok {
			list = append(list, c)
		} else {
			w.Skipped[why]++
		}
		return nil
	})
	if err != nil {
		return w, err
	}
	slices.SortStableFunc(list, func(a, b candidate) int {
		return cmp.Or(cmp.Compare(b.rank, a.rank), cmp.Compare(a.size, b.size))
	})
	for _, c := range list {
		w.Name = c.path
		if progress != nil {
			progress(&w)
		}
		shown := c.path
		if name != nil {
			shown = name(c.path)
		}
		why, ok := s.fromFolder(ctx, fsys, c, shown)
		if ctx.Err() != nil {
			return w, ctx.Err()
		}
		if ok {
			w.Read++
		} else {
			w.Skipped[why]++
		}
	}
	w.Name = ""
	if progress != nil {
		progress(&w)
	}
	return w, nil
}

// likelyRank is the rank of a file with a likely name; others go by the ends of
// their names and by size.
const likelyRank = 4

// consider ranks a file by its name and size.
func consider(p string, entry fs.DirEntry) (candidate, Skip, bool) {
	if !entry.Type().IsRegular() {
		return candidate{}, SkipLink, false
	}
	info, err := entry.Info()
	if err != nil {
		return candidate{}, SkipUnreadable, false // it is gone by now
	}
	c := candidate{path: p, size: info.Size()}
	likely := likelyName(path.Base(p))
	switch ext := strings.ToLower(path.Ext(p)); {
	case c.size == 0:
		return c, SkipEmpty, false
	case likely:
		c.rank = likelyRank
	case ext == ".bek" || ext == ".kpg":
		c.rank = 2
	case strings.Contains(textExts, ext+" ") && ext != "":
		c.rank = 2
	case strings.Contains(mediaExts, ext+" ") && ext != "":
		return c, SkipMedia, false
	case strings.Contains(programExts, ext+" ") && ext != "":
		return c, SkipProgram, false
	case c.size > maxUnlikely:
		return c, SkipLarge, false
	}
	if c.rank < likelyRank && c.size < 64<<10 {
		c.rank++ // key files are small
	}
	return c, 0, true
}

const (
	textExts    = ".txt .csv .tsv .json .jsonl .xml .htm .html .mht .ldif .ldf .log .xlsx .pdf .zip .md .rtf .reg .ps1 "
	mediaExts   = ".jpg .jpeg .png .gif .bmp .heic .heif .webp .tif .tiff .raw .cr2 .nef .mp3 .m4a .wav .flac .ogg .wma .mp4 .mov .avi .mkv .wmv .webm .mts .3gp "
	programExts = ".exe .dll .sys .msi .cab .iso .img .vhd .vhdx .wim .esd .dmg .apk .so .o .obj .pdb .jar .class .pyc .cat .mui .efi .bin .ttf .otf .woff .woff2 .pak .dat .db .sqlite .pst .ost "
)

// likelyWords stand in the names that Windows and people give to key files, in
// the languages of which a source shows the name (domain.md §2.1, §2.3).
var likelyWords = []string{"bitlocker", "recovery", "wiederherstellung", "recuperaci", "récupération", "ripristino", "herstelsleutel", "odzyskiwania",
	"восстановления", "回復キー", "恢复密钥", "修復金鑰", "복구"}

func likelyName(name string) bool {
	name = strings.ToLower(name)
	for _, word := range likelyWords {
		if strings.Contains(name, word) {
			return true
		}
	}
	return !idInName(name).IsZero()
}

// fromFolder reads one file of a folder.
func (s *Scanner) fromFolder(ctx context.Context, fsys fs.FS, c candidate, name string) (Skip, bool) {
	before := s.Set.counts[Unreadable]
	s.walking = c.rank < likelyRank
	s.passed = false
	err := s.File(ctx, fsys, c.path, name)
	s.walking = false
	switch {
	case err != nil || s.Set.counts[Unreadable] > before:
		return SkipUnreadable, false
	case s.passed:
		return SkipBinary, false
	}
	return 0, true
}
