// The checker for programs, in a browser or in Node 20 and later:
//
//   import { load } from "./check.js";
//   const f = await load();
//   const { state } = await f.check(text);
//   f.close();
//
// All of it works on the device. Nothing is sent, kept or logged.
import type { Reading, Standing } from "./standing.js";
import type { Notice, Printed, Progress } from "./files.js";
import type { Order, Sheet } from "./kit.js";

/** "died": the program ended over this very call, and has been started anew. "usage": it was given what it does not take, as a key that is not well-formed. */
export type Reason = "download" | "compile" | "start" | "unsupported" | "died" | "usage" | "closed";

export declare class FortyeightError extends Error {
  reason: Reason;
}

/** "unknown": a Key ID was given, and nothing in the text says whose the key is. */
export type Match = "none" | "unknown" | "beginning" | "whole" | "other";

/** What scan found. */
export interface Found {
  keys: Printed[]; // each with its Key ID, where it has one
  notices: Notice[]; // what was recognised and is no recovery key, or not read
}

/** A file: a browser's own, Node's own, or a name and its bytes. */
export type Given = File | { name: string; data: Uint8Array | Blob };

export interface Fortyeight {
  /** Where a text stands, group by group, and beside a Key ID if there is one. */
  check(text: string, keyId?: string): Promise<Standing>;
  /** What an unclear text was meant as, likeliest first. */
  read(text: string): Promise<Reading>;
  /** Whether the key of a text is the one of a Key ID, as far as the text tells. */
  matchId(text: string, keyId: string): Promise<{ match: Match; keyId: string }>;
  /** The QR and the bar code as SVG paths, and the fields as they fit on a sheet. */
  sheet(key: string, fields?: Omit<Order, "key">): Promise<Sheet>;
  /** Reads files. Rejects with the reason of the signal when that aborts. */
  scan(files: Iterable<Given>, options?: { onProgress?: (progress: Progress) => void; signal?: AbortSignal }): Promise<Found>;
  /** Ends all programs; whatever is open rejects with "closed". */
  close(): void;
}

/** Resolves when the first program answers. The others load when they are wanted. */
export declare function load(): Promise<Fortyeight>;
