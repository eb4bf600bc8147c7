package main

// manual is what keycheck -h says.
const manual = `keycheck checks, finds, repairs and prints BitLocker recovery keys. It works on
this computer alone and writes nothing but its answer.

A well-formed key is not yet the right one: only the locked PC proves that.

Commands

  keycheck check [-json] [FILE…]
        Says of each text which of the eight groups are right and why the
        others are not. It prints the digits that stand in the text and no
        others: of a key with a slip it tells how many it could have been.
        Where a text is no key it says what it looks like instead.

  keycheck read [-json | -lines] [-known LIST] [FILE…]
        Says which keys a noisy text can have been, from a photo or with a
        slip: at most 12, likeliest first, with what was changed. LIST is a
        file of Key IDs, one a line, of which the nearest is told.

  keycheck match [-json] -id ID FILE…
        Says which files hold the key for the Key ID on the blue screen. The
        first 8 characters of the ID are enough.

  keycheck scan [-json] [-id ID] PATH…
        Lists every recovery key in files and folders, with Key ID, device,
        volume and date where they stand beside it, and names what is
        something else. -id finds the one for a Key ID.

  keycheck audit [-json] PATH…
        Checks an export of many keys: malformed ones, one key under two IDs,
        one ID with two keys, devices without any key.

  keycheck sheet [-paper a4|letter|card|label] [-list] [-id ID]
                 [-device …] [-drive …] [-owner …] [-date …] [-note …]
                 [-svg] [-o FILE] FILE…
        Writes a backup sheet of every key, as one HTML page that a browser
        prints on paper or into a PDF. Device and drive are taken from FILE
        where they stand there. -list puts the keys into a table, -id
        takes one of several or says which ID the key has, and -svg writes
        the QR code alone.

  keycheck sheet -blank [-paper a4|letter] [-o FILE]
        Writes a sheet to be filled in by hand.

Files

  - is standard input; check and read take it where no file is named. A key is
  never an argument, since other users see arguments and shells keep them.
  check, read, match and sheet take texts up to 1 MiB in any encoding; scan
  and audit take files of any kind and size, archives and workbooks too.
  What names of files and devices hold that would steer a terminal is shown as
  \x1b or \u202e; in JSON it is escaped, and the value is the same.

Examples

  keycheck check < typed.txt
  keycheck read -known ids.txt photo.txt
  keycheck match -id 3FD763F9 E:\*.txt
  keycheck scan -id 3FD763F9 E:\
  keycheck audit export.csv
  keycheck sheet -device LAPTOP-7 -o sheet.html key.txt

Exit status

  0     check: all keys are well-formed. read: a key was read from each text.
        match, scan: a key was found. audit: nothing is wrong.
  1     not so
  2     keycheck was used wrongly, or a file could not be read

JSON

With -json each answer is one object on a line of its own, with "file" where a
file was named. What is not known is "" or [], and null where that is said.

  check  {"state":"valid|unfinished|wrong|none","key":"…",
          "groups":[{"text":"…","state":"…"}],
          "found":[{"key":"…","id":"…"}],
          "damaged":[{"line":7,"groups":[3]}],
          "ids":["…"],"diagnosis":"…","candidates":12}

         groups are of the key that is shown, the first in found. damaged
         are further keys with something wrong in these groups. candidates
         is how many keys read lists. The state of a group is empty,
         unfinished, right, not-multiple-of-11, above-720885, too-long or
         not-digits.

  read   {"state":"certain|likely|choice|none",
          "candidates":[{"key":"…","probability":0.93,"changes":[
            {"group":3,"kind":"look-alike","from":"…","to":"…"}]}],
          "ids":[{"id":"…","whole":true}],"diagnosis":"…",
          "unreadable":[5],"fits":65536,"known":"…"}

         A probability has six places. A change is a look-alike, substituted,
         missing, extra, swapped or joined: taken from a second reading of the
         same key. unreadable are groups of which too little is left, and fits
         is how many keys fit what can be read. known is the nearest ID of
         LIST, or null.

         With -lines each line that comes in is one object with the field
         text, and each has a line of answer, in order. A bad line has the
         same members and "error".

  match  {"answer":"file-matches|file-other|…","id":"…","key":"…"}

  scan   {"key":"…","id":"…","device":"…","volume":"…","created":"…",
          "format":"…","places":[{"file":"…","line":7}],
          "pairing":"labelled|same row|nearest|file name","repaired":false}

         or, for what is no recovery key, "kind" in place of "key", format,
         pairing and repaired. A summary goes to standard error.

  audit  {"finding":"malformed|key-two-ids|…","id":"…","device":"…",
          "places":[{"file":"…","line":7}]}

The diagnosis of check and read is nothing, key-id, id-and-key, seven-groups,
few-groups, more-groups, redacted, 25-characters, filevault-key,
apple-recovery-key, six-digit-code or password-or-pin.
`
