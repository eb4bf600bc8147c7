// What the files program offers to a page, through class Files of files.js. A
// test compares the names and values here with what Go gives.
//
// A key stands in the answers of key and keys, and nowhere else.

/** What a search for a Key ID gives. "without-key": it stands in a list, but without its key. "no-id": what was typed is no Key ID. */
export type Outcome = "none" | "one" | "several" | "startup-key" | "without-key" | "no-id";

/** In what kind of text a key stood. */
export type Format =
  | "text"
  | "windows-key-file"
  | "manage-bde"
  | "powershell"
  | "json"
  | "csv"
  | "tsv"
  | "account-page"
  | "html"
  | "ldif"
  | "xml"
  | "registry"
  | "xlsx"
  | "pdf"
  | "binary";

/** How a key got its Key ID, "" where it has none; the surest last. */
export type Pairing = "" | "file name" | "nearest" | "same row" | "labelled";

/** What is recognised and is no recovery key, or why something was not read. */
export type NoticeKind =
  | "startup-key"
  | "redacted-key"
  | "truncated-key"
  | "damaged-key"
  | "list-without-keys"
  | "missing-key"
  | "filevault-key"
  | "luks"
  | "key-package"
  | "encrypted-file"
  | "picture"
  | "no-text"
  | "unsupported"
  | "archive-bomb"
  | "too-many-names"
  | "nested-too-deep"
  | "too-large"
  | "broken"
  | "unreadable";

/** Why files of a folder are not read. */
export type Skip = "empty" | "program" | "media" | "binary" | "large" | "link" | "unreadable" | "too-many";

/** How far reading has come. The page gets one at most ten times a second, and one when it ends. */
export interface Progress {
  running: boolean; // files are being read
  stopped: boolean; // the last reading was stopped before its end
  files: number; // taken, so far
  read: number;
  skipped: Partial<Record<Skip, number>>; // files of folders that were not read
  bytes: number; // read so far
  name: string; // what is being read, or ""
  found: number; // records
  notices: number;
  searchable: number; // records that a query is looked for in; it follows found
}

export interface Place {
  file: string; // "" for pasted text
  line: number; // from 1, or 0 where the file has no lines
}

/** A record without its key. */
export interface Row {
  index: number; // from 0, in the order in which it was found: what key and keys are asked with
  keyId: string; // as Windows shows it, whole or its beginning, or ""
  device: string;
  volume: string;
  created: string; // as it was written
  date: string; // the same as 2006-01-02 or with a time, or "" where that is not certain
  format: Format;
  pairing: Pairing;
  repaired: boolean; // the digits in the file are damaged; this key is by far the likeliest
  changes: number; // how many digits were changed for that
  unreadable: boolean; // device, volume and dates can no longer be read from the file
  places: Place[]; // at most three
  morePlaces: number;
}

export interface Rows {
  total: number; // records that fit
  searched: number; // records that were looked at: fewer than found while reading goes on
  rows: Row[];
}

export interface Match {
  outcome: Outcome;
  keyId: string; // the ID that was looked for, as it was understood, or ""
  noisy: boolean; // it was not read as it stands but taken for a known one: say which, and ask
  total: number; // records that fit
  rows: Row[]; // at most twenty of them, newest first
  nearest: Row | null; // for "none": the record whose ID begins most like it
  alike: number; // how many digits from the left that has in common
}

export interface Change {
  group: number; // 1 to 8
  place: number; // 1 to 6, or 0 for the whole group
  kind: string; // a ChangeKind of check.d.ts
}

/** A record with its key, for somebody who asked to see it. */
export interface Shown {
  key: string; // canonical
  keyId: string;
  repaired: boolean;
  changes: Change[];
}

/** What a sheet is made of; an Order of kit.d.ts can be made from it. */
export interface Printed {
  key: string;
  keyId: string;
  device: string;
  drive: string;
  date: string;
  repaired: boolean;
}

export interface Keys {
  total: number; // records that fit
  keys: Printed[];
}

export interface Notice {
  kind: NoticeKind;
  keyId: string; // of a startup key, a covered or a missing key, or ""
  device: string;
  file: string;
  line: number; // or 0
  candidates: number; // keys that a damaged one can have come from
}

export interface Count {
  kind: NoticeKind;
  count: number; // also of those that are not kept
}

export interface Notices {
  counts: Count[]; // of the kinds that there are
  total: number; // notices that are kept
  notices: Notice[];
}

/** The calls of the program, each with one object in and one out. */
export interface Calls {
  /** Without a query in the order of finding; else newest first, the records that hold every word of it in device, volume, date, file name or Key ID. At most 200 at a time. */
  rows(input: { query: string; from: number; count: number }): Rows;
  match(input: { id: string }): Match;
  /** The page is asked for a key. Used wrongly, as for an index that does not exist, every call answers {usage: what it wants}. */
  key(input: { index: number }): Shown;
  /** Many keys, for printing: those with these indexes or, without any, those that rows would give. At most 200 at a time. */
  keys(input: { indexes: number[]; query: string; from: number; count: number }): Keys;
  notices(input: { from: number; count: number }): Notices;
}

/** A file that somebody chose. The path has no leading slash; for a single file it is its name. */
export interface Chosen {
  path: string;
  file: File;
}

/**
 * Files reads files in a worker of its own. It is told of with these:
 *
 *   tell("loading"), tell("ready")   the program arrives
 *   tell("failed", LoadError)        it cannot be had; take and start try again
 *   tell("progress", Progress)
 *   tell("gave-up", {name})          reading this file ended the program: it was started anew and reads
 *                                    the others again, so all indexes and rows are to be asked for anew
 */
export declare class Files {
  constructor(urls: { wasm: string; gzip: string; worker: string }, tell?: (event: string, detail?: unknown) => void, options?: object);
  start(): Promise<void>;
  /** Reads what was chosen. Of a folder, likely names come first, and what cannot hold keys is skipped; single files are read whatever they are called. It may be called again and again, also while reading goes on. */
  take(chosen: Chosen[], folder: boolean): void;
  paste(text: string): void;
  /** Ends reading; what was found stays. */
  stop(): void;
  call<Name extends keyof Calls>(name: Name, args: Parameters<Calls[Name]>[0]): Promise<ReturnType<Calls[Name]> | { usage: string } | { died: true }>;
  /** Ends the worker and forgets everything. */
  close(): void;
}
