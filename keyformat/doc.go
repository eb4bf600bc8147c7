// Package keyformat knows BitLocker's recovery keys and Key IDs: it reads,
// checks and prints them, and says what is wrong with a text that is not one.
//
// # The format
//
//	042647-302313-590458-071500-554323-116567-412181-516978
//	└─┬──┘                                           └─┬──┘
//	group 1                                        group 8
//
// A recovery key is 48 decimal digits in eight groups of six. Each group is a
// 16-bit number times 11, written with leading zeros: a multiple of 11 from 0
// to 720885. So a key holds 128 bits, and of a million groups 65,536 are
// right. Windows shows it as the recovery key; its manuals say recovery
// password. (domain.md §1.1; Microsoft's IsNumericalPasswordValid says the
// same, some of its sister pages are wrong about the check digit.)
//
// A Key ID is the GUID of the protector that the recovery key opens. The
// recovery screen shows it, whole or its beginning, so that people can tell
// their keys apart. It is no secret.
//
// # What well-formed proves
//
// The rule sees every single wrong digit and every swap of two neighbours in a
// group. It cannot see that groups stand in another order, that two digits two
// places apart were exchanged in most groups (abc → cba), that a pair became
// another pair (aa → bb), or that the key belongs to another drive. Therefore
// nothing here calls a key right: it is well-formed, and only the locked PC
// proves it (domain.md §5.2).
//
// # How to use it
//
// [ParseKey] and [ParseID] are strict: the text is one key, or one Key ID.
// [Check] and [CheckID] take a text as it is being typed or pasted and report
// on each group. [MatchID] looks for a Key ID among others. [AnswerKey] and
// [AnswerFile] put all of it together into the one answer that page and
// command give.
//
// # What it never does
//
// No input and output, no clock, no randomness, no log, no goroutines. Errors
// and problems name kinds and places, never a digit. It is compiled into a
// program that people download while they stand before a blue screen, so it
// imports nothing large: not fmt, regexp, encoding/json or os.
package keyformat
