package keyfile

import (
	"bytes"
	"strings"
)

// A role is what a label says of the value beside it.
type role uint8

const (
	unknown    role = iota
	aKey            // a recovery key
	anID            // a Key ID, for certain
	someID          // an ID of the thing that the object is about
	otherID         // an ID of something else: a device, a user, a volume
	aDevice         // the computer's name
	weakDevice      // a name of something: it counts where no better one is
	aVolume         // the drive
	aDate           // when the key was made or stored
	weakDate        // another date: it counts where no better one is
)

// labels are those that do not follow the rule in roleOf, spelt as fold spells
// them. Languages are the ones of which a source shows the label (domain.md
// §2.3, §2.4); in all others the shape of the text has to do.
var labels = map[string]role{
	"id": someID, "guid": someID, "identifier": someID, "objectname": someID, "cn": someID,
	"name":       weakDevice,
	"bezeichner": anID, "identificador": anID, "identyfikatorkluczafunkcjibitlocker": anID,
	"복구키id": anID, "전체복구키id": anID,
	"recoverykeyidentification": anID, "fullrecoverykeyidentification": anID,
	"msfverecoveryguid": anID, "msfvevolumeguid": otherID, "driveid": anID,
	"volumeguid": someID, // ExtractBitlockerKeys calls the Key ID so (§2.7)

	"password": aKey, "numericalpassword": aKey, "kennwort": aKey, "numerischeskennwort": aKey,
	"motdepasse": aKey, "motdepassenumérique": aKey, "key": aKey, "bitlockerkey": aKey,
	"wiederherstellungsschlüssel": aKey, "clavederecuperación": aKey, "bitlocker복구키": aKey,
	"回復キー": aKey, "恢复密钥": aKey, "修復金鑰": aKey, "密码": aKey, "数字密码": aKey,
	"chiavediripristinobitlocker": aKey, "bitlockerherstelsleutel": aKey, "cléderécupérationbitlocker": aKey,
	"chavederecuperaçãodobitlocker": aKey,

	"computer": aDevice, "device": aDevice, "host": aDevice, "hostname": aDevice, "pc": aDevice, "machine": aDevice,
	"devicename": aDevice, "computername": aDevice, "pcname": aDevice, "machinename": aDevice, "pscomputername": aDevice,
	"server": aDevice, "workstation": aDevice, "displayname": aDevice, "devicedisplayname": aDevice, "systemname": aDevice,
	"manageddevicename": aDevice, "gerät": aDevice, "gerätename": aDevice, "rechner": aDevice, "rechnername": aDevice,
	"computernamen": aDevice, "equipo": aDevice, "nombredelequipo": aDevice, "dispositivo": aDevice, "nombredeldispositivo": aDevice,
	"nomdelappareil": aDevice, "nomdelordinateur": aDevice, "ordinateur": aDevice,

	"owner": otherID, "user": otherID,

	"volume": aVolume, "drive": aVolume, "mountpoint": aVolume, "volumetype": aVolume, "drivetype": aVolume,
	"driveletter": aVolume, "letter": aVolume, "volumeletter": aVolume, "volumename": aVolume, "drivename": aVolume, "ボリューム": aVolume,
	"bitlockerdrivetype": aVolume, "disk": aVolume, "laufwerk": aVolume, "unidad": aVolume, "lecteur": aVolume,

	"created": aDate, "createddatetime": aDate, "createdat": aDate, "createdon": aDate, "creationtime": aDate, "creationdate": aDate,
	"keyuploaddate": aDate, "uploaddate": aDate, "dateadded": aDate, "date": aDate, "keycreated": aDate, "backuptime": aDate,
	"whencreated": aDate, "timestamp": weakDate, "lastupdatetime": weakDate, "lastupdated": weakDate, "whenchanged": unknown,
	"erstellt": aDate, "erstelltam": aDate, "datum": aDate, "fecha": aDate, "fechadecreación": aDate, "datedecréation": aDate,
	"backedup": aDate, "createddate": aDate, "backupdate": aDate, "escrowed": aDate, "escrowdate": aDate,
}

// fold spells a label so that writings of it are the same: small ASCII
// letters, and no spaces, hyphens, underscores or other signs.
func fold(label []byte) string {
	var buf [64]byte
	b := buf[:0]
	for i, c := range label {
		switch {
		case c >= 'A' && c <= 'Z':
			b = append(b, c|0x20)
		case c >= 'a' && c <= 'z', isDigit(c):
			b = append(b, c)
		case c == 0xC2 && i+1 < len(label) && label[i+1] == 0xA0, c == 0xA0 && i > 0 && label[i-1] == 0xC2:
			// a no-break space, as French has before a colon
		case c >= 0x80:
			b = append(b, c)
		}
		if len(b) >= 60 {
			break
		}
	}
	return string(b)
}

// loneLabel says what a line means that may be nothing but a label. Long lines
// are none: most lines of most texts are answered here.
func loneLabel(line []byte) role {
	const longest = 40
	const fewDigits = 3 // "Password 2"; what has more is a value too
	if len(line) >= longest || countDigits(line) > fewDigits {
		return unknown
	}
	return roleOf(line)
}

// besideLabel parts a line without a colon into a label that is known and the
// value beside it, as printed pages and tables of two columns have them: after a
// tab or a comma, or after a space if the value is what the label says. Label
// is nil where there is none.
func besideLabel(line []byte) (label, value []byte) {
	for _, comma := range []byte("\t;,") {
		label, value, ok := bytes.Cut(line, []byte{comma})
		if !ok {
			continue
		}
		label = bytes.Trim(label, " \"")
		if r := loneLabel(label); r != unknown && r != weakDevice && bytes.IndexByte(value, comma) < 0 {
			return label, trim(value)
		}
		if comma == '\t' {
			return nil, line
		}
	}
	label, value, ok := bytes.Cut(line, []byte{' '})
	if !ok || len(line) > 80 {
		return nil, line
	}
	value = trim(value)
	switch roleOf(label) {
	case aDate:
		ok = looksLikeDate(value)
	case aVolume:
		ok = driveLetter(value) != ""
	case aDevice:
		ok = isName(value) && bytes.IndexByte(value, ' ') < 0 && bytes.IndexByte(value, '-') > 0
	default:
		ok = false
	}
	if !ok {
		return nil, line
	}
	return label, value
}

// roleOf says what a label means. Beside the table it knows how scripts make
// up names for columns: KeyId, RecoveryKeyGuid, BitLockerRecoveryKey,
// KeyProtectorId, PasswordID.
func roleOf(label []byte) role {
	if len(label) == 0 || len(label) > 80 {
		return unknown
	}
	name := fold(label)
	if r, ok := labels[name]; ok {
		return r
	}
	has := func(words ...string) bool {
		for _, w := range words {
			if strings.Contains(name, w) {
				return true
			}
		}
		return false
	}
	id := has("guid", "identif") || len(name) > 2 && name[len(name)-2:] == "id"
	secret := has("recover", "protector", "password", "bitlocker", "keyid", "keyguid")
	switch {
	case has("date", "created", "uploaded") && !has("update"):
		return aDate
	case id && has("device", "computer", "tenant", "user", "object", "owner", "machine", "azuread", "entra") && !has("key", "recover", "password"):
		return otherID
	case id && has("volume", "disk") && !has("key", "recover"):
		return otherID
	case id && secret:
		return anID
	case has("recoverykey", "recoverypassword", "bitlockerkey", "numericalpassword", "bitlockerpassword", "48digit"):
		return aKey
	case has("computername", "devicename", "hostname", "machinename"):
		return aDevice
	}
	return unknown
}
