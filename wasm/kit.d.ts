// What the kit program offers to a page. A test compares the names and values
// here with what Go gives.

/** How far digits read from a paper agree with the key that should stand on it. */
export type Drill = "unfinished" | "different" | "same";

export interface QR {
  size: number; // side in modules, quiet zone included
  path: string; // the dark modules, an SVG path in a square of that side
  svg: string; // a picture of its own
}

export interface Bars {
  width: number; // in modules, quiet zones included
  path: string; // an SVG path of that width and one unit high, to be stretched
}

export interface Sheet {
  digits: string; // 48, what a scanner types
  groups: string[]; // eight
  idFirst: string; // the Key ID's first eight characters, or ""
  idRest: string; // what follows, with its hyphen, or ""
  device: string; // the fields as they fit on the sheet
  drive: string;
  owner: string;
  date: string;
  note: string;
  repaired: boolean;
  qr: QR;
  bars: Bars[]; // one line, for paper
  halves: Bars[]; // two lines of 24 digits, for screens
}

export interface TextFile {
  name: string;
  text: string;
}

export interface ReadBack {
  state: Drill;
  groups: number[]; // those that differ, from 1
}

/** What a sheet is made of. The key must be well-formed. */
export interface Order {
  key: string;
  id?: string;
  repaired?: boolean;
  device?: string;
  drive?: string;
  owner?: string;
  date?: string;
  note?: string;
}

/** The sentences of the text file. */
export interface Sentences {
  sayTitle: string;
  sayCompare: string;
  sayUse: string;
  sayOther: string;
  sayRepaired: string;
  sayDevice: string;
  sayDrive: string;
  sayOwner: string;
  sayDate: string;
  sayNote: string;
}

/** The calls of the program, each with one object in and one out. */
export interface Calls {
  sheet(input: Order): Sheet;
  text(input: Order & Sentences): TextFile;
  readBack(input: { key: string; text: string }): ReadBack;
}
