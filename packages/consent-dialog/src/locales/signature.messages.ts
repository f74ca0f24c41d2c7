/** What the field for a name or a signature says. Readings in Aozora notation. */
export interface SignatureMessages {
  heading: string;
  /** One of the two is enough, and neither counts more. */
  intro: string;
  typed: string;
  typedHint: string;
  drawn: string;
  drawnHint: string;
  /** What a screen reader calls the surface. */
  surface: string;
  undo: string;
  clear: string;
  /** What is there now; `strokes` 0: nothing. */
  state: (strokes: number) => string;
  /** A touch by accident is no signature. */
  tooLittle: string;
  /** No more lines fit. */
  full: string;
}
