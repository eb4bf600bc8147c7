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

export interface Group {
  text: string; // digits in ASCII
  state: GroupState;
  start: number; // UTF-16 code units of the text
  end: number;
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

export interface FileAnswer {
  answer: Answer;
  keyId: string;
  key: string; // canonical, or ""
  found: number; // well-formed keys in the file
}

export interface Standing {
  state: State;
  key: string; // canonical, or "" unless state is "valid"
  groups: Group[]; // eight
  after: number; // digits after the eighth group
  problems: Problem[];
  found: number; // well-formed keys in the text
  ids: string[];
  screen: ScreenID;
  answer: Answer;
  keyId: string; // the Key ID that the key is known by, or ""
  file: FileAnswer | null;
}

/** The calls of the program, each with one object in and one out. */
export interface Calls {
  check(input: { text: string; id: string }): Standing;
  file(input: { name: string; size: number; head: Uint8Array; text: string }): {};
  dropFile(input: {}): {};
}
