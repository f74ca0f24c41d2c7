/** Version, lengths and letters of a consultation: apart from its shapes, because a form needs these alone. */

/** The version this package writes. Documents of a newer minor version are read; their unknown fields are kept. */
export const consultationVersion = '1.0';

/** The most characters (UTF-16 units) that fields take; the form counts with the same numbers. */
export const limits = {
  /** Own words. */
  words: 5000,
  /** A name, a relation, one line. */
  line: 100,
  /** A short explanation: when never to call, a note. */
  note: 500,
  topics: 20,
  household: 12,
  /** A message of the desk or the person, in a reply. */
  message: 5000,
} as const;

/** Text in lines: no control character but tab and line ends, no lone surrogate. Patterns hold for ECMA-262 with the `u` flag, as in JSON Schema. */
export const clean = /^[\t\n\r -~\u00a0-\ud7ff\ue000-\u{10ffff}]*$/u;
/** The same in one line. */
export const cleanLine = /^[ -~\u00a0-\u2027\u202a-\ud7ff\ue000-\u{10ffff}]*$/u;

/** Can a database keep it, and does it hold no control characters? */
export const isClean = (text: string): boolean => clean.test(text);
