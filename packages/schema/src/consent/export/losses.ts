/** What an export could not carry. Every export says it, so that nobody takes the copy for the record. */
export interface Loss {
  /** What of our record, as a stable id. */
  what: string;
  /** Where in the record, when it is one place: a JSON Pointer into the list of events. */
  pointer?: string;
  /** One sentence in Japanese: what is missing from the copy, and why. */
  message: string;
}

/** A party as other systems need it: with a name, an address and a way to reach it. */
export interface Party {
  name: string;
  /** Postal address in one line. */
  address: string;
  phone?: string;
  email?: string;
  url?: string;
}

/** An entry of a table by an id from outside, which may be called `constructor`. */
export const own = <Value>(table: Readonly<Record<string, Value>> | undefined, id: string): Value | undefined =>
  table && Object.hasOwn(table, id) ? table[id] : undefined;
