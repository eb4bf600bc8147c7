package keyformat

// StartupKeyHead is how many bytes at the beginning of a file [StartupKey]
// wants to see.
const StartupKeyHead = 48

// StartupKey recognises a startup key, a .BEK file, by its header, and returns
// the Key ID of the protector it belongs to. A startup key opens a drive from
// a USB stick and holds no recovery key. It looks at the first
// [StartupKeyHead] bytes and the size of the whole file (domain.md §2.9).
func StartupKey(head []byte, size int64) (ID, bool) {
	const (
		version    = 1
		headerSize = 48
		minSize    = 112
	)
	if len(head) < StartupKeyHead || size < minSize {
		return ID{}, false
	}
	if int64(le32(head)) != size || int64(le32(head[12:])) != size || le32(head[4:]) != version || le32(head[8:]) != headerSize {
		return ID{}, false
	}
	return IDFromGUID([16]byte(head[16:32])), true
}

func le32(b []byte) uint32 {
	return uint32(b[0]) | uint32(b[1])<<8 | uint32(b[2])<<16 | uint32(b[3])<<24
}
