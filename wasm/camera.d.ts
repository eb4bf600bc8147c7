// What the camera program offers to a page. A test compares the names here
// with what Go gives.

/** What was seen on a picture. */
export interface Seen {
  codes: number; // QR codes that could be read
  key: string; // canonical, of the first that holds a recovery key, or ""
}

/** The calls of the program, each with one object in and one out. */
export interface Calls {
  /** pixels are four bytes each, red, green, blue and opacity; no side is longer than 4096. */
  readPicture(input: { width: number; height: number; pixels: Uint8Array }): Seen;
}
