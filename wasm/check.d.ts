// What the check program offers to a page. A test compares the names and
// values here with what Go gives.

/** Where a text stands. "valid" means well-formed: only the locked PC proves a key. */
export type State = "none" | "unfinished" | "wrong" | "valid";

export type GroupState =
  | "empty"
  | "unfinished"
  | "right"
  | "not-multiple-of-11"
  | "above-720885"
  | "too-long"
  | "not-digits";

export type IDState = "none" | "unfinished" | "beginning" | "whole" | "wrong";

export type Kind =
  | "no-digits"
  | "too-short"
  | "group-short"
  | "group-long"
  | "group-strange"
  | "not-multiple-of-11"
  | "above-720885"
  | "digits-after"
  | "text-after"
  | "text-too-long"
  | "id-empty"
  | "id-too-short"
  | "id-too-long"
  | "id-strange"
  | "id-hyphens";

export type Answer =
  | "key-none"
  | "key-unfinished"
  | "key-wrong"
  | "key-well-formed"
  | "key-id-unknown"
  | "key-matches"
  | "key-matches-beginning"
  | "key-other"
  | "file-empty"
  | "file-no-key"
  | "file-damaged"
  | "file-startup-key"
  | "file-holds"
  | "file-matches"
  | "file-matches-beginning"
  | "file-several"
  | "file-unlabelled"
  | "file-other";

/** Whether read can tell more: not yet while a key is simply being typed. */
export type Unclear = "" | "typing" | "yes";

export interface Group {
  text: string; // digits in ASCII
  state: GroupState;
  start: number; // UTF-16 code units of the text
  end: number;
}

/** A further key of the text that has something wrong in it. */
export interface Damaged {
  start: number; // UTF-16 code units of the text
  groups: number[]; // those that are not right, 1 to 8; none where digits follow the eighth
}

/** A well-formed key of the text, with the Key ID that stands with it, or "". */
export interface Found {
  key: string;
  keyId: string;
}

export interface Problem {
  kind: Kind;
  group: number; // 1 to 8, or 0
}

export interface ScreenID {
  state: IDState;
  id: string; // as Windows shows it, or ""
  problem: Kind | "";
}

export interface Standing {
  state: State;
  key: string; // canonical, or "" unless state is "valid"
  groups: Group[]; // eight
  after: number; // digits after the eighth group
  problems: Problem[];
  found: Found[]; // well-formed keys in the text, at most 50; the first or the matching one is shown
  count: number; // all of them
  damaged: Damaged[]; // beside the key that is shown, at most 32
  unclear: Unclear;
  ids: string[];
  screen: ScreenID;
  answer: Answer;
  keyId: string; // the Key ID that the key is known by, or ""
}

/** How sure a reading is. "certain" means read clearly, never right. */
export type ReadingState = "none" | "choice" | "likely" | "certain";

export type ChangeKind = "look-alike" | "substituted" | "missing" | "extra" | "swapped" | "joined";

export type Diagnosis =
  | "nothing"
  | "key-id"
  | "id-and-key"
  | "seven-groups"
  | "few-groups"
  | "more-groups"
  | "redacted"
  | "25-characters"
  | "filevault-key"
  | "apple-recovery-key"
  | "six-digit-code"
  | "password-or-pin";

export interface Change {
  group: number; // 1 to 8
  place: number; // 1 to 6, or 0
  kind: ChangeKind;
  from: string;
  to: string;
}

export interface Candidate {
  key: string;
  start: number; // where it stands in the text
  end: number;
  permille: number; // its probability, 0 to 1000
  changes: Change[];
}

export interface Reading {
  state: ReadingState;
  candidates: Candidate[]; // likeliest first, at most 12
  unreadable: number[]; // groups of which too little is left
  diagnosis: Diagnosis; // what stands there instead of a key
  growing: boolean; // whether it can be the beginning of a key that is being typed
  fits: string; // how many keys fit: "" for the candidates alone, a number, or "many"
}

export interface IDReading {
  id: string; // what the text was meant as, or ""
  known: number; // 1 when it is one of those that are known
}

/** The calls of the program, each with one object in and one out. */
export interface Calls {
  check(input: { text: string; id: string }): Standing;
  read(input: { text: string }): Reading;
  readId(input: { text: string }): IDReading;
  /** Keys from files with their Key IDs, as text: a typed key that is one of them is known by its Key ID. Each call replaces what was known. */
  known(input: { text: string }): {};
}
