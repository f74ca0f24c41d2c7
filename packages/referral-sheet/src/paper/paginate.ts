/** Which part of a sheet goes on which page. No DOM: heights come from whoever can measure. Nothing is ever left out. */

/** A block as it was measured. Lengths in one unit, whichever. */
export interface MeasuredBlock {
  /** Of what is left of it from a place on (characters of a text, rows of a table); 0 is all of it. */
  heightFrom: (from: number) => number;
  /** As much from that place on as there is room for; undefined: not even a line. Absent: it cannot be cut. */
  cut?: (from: number, room: number) => { to: number; height: number } | undefined;
}

export interface MeasuredSection {
  /** Height of its heading, which stands beside the blocks. */
  label: number;
  /** Borders and padding, which it has on each page anew. */
  frame: number;
  blocks: readonly MeasuredBlock[];
}

/** A block, or a part of one. */
export interface Piece {
  section: number;
  block: number;
  from: number;
  /** Absent: to its end. */
  to?: number;
}

export interface PaperPage {
  pieces: Piece[];
  /** The reply form is at the foot of this page. */
  reply: boolean;
}

export interface Room {
  first: number;
  next: number;
  reply: number;
}

/** The pages, in order; the reply form is whole and on the last. A block that is higher than a page and cannot be cut has a page alone. */
export function paginate(sections: readonly MeasuredSection[], room: Room): PaperPage[] {
  const pages: PaperPage[] = [];
  let page: PaperPage;
  let left = 0;
  const turn = (): void => {
    left = pages.length ? room.next : room.first;
    page = { pieces: [], reply: false };
    pages.push(page);
  };
  turn();
  sections.forEach(({ label, frame, blocks }, section) => {
    /** Height of its blocks on this page; undefined while it has none here. */
    let here: number | undefined;
    const after = (height: number): number =>
      here === undefined ? frame + Math.max(label, height) : Math.max(label, here + height) - Math.max(label, here);
    const put = (piece: Piece, height: number): void => {
      left -= after(height);
      here = (here ?? 0) + height;
      page.pieces.push(piece);
    };
    const next = (): void => {
      turn();
      here = undefined;
    };
    blocks.forEach((block, index) => {
      let from = 0;
      for (;;) {
        const height = block.heightFrom(from);
        const alone = page.pieces.length === 0;
        if (after(height) <= left) return put({ section, block: index, from }, height);
        // Under a heading that is higher than what it holds so far, there is room that does not count.
        const free = here === undefined ? left - frame : left + Math.max(label, here) - here;
        const part = here !== undefined || frame + label <= left ? block.cut?.(from, free) : undefined;
        if (part && part.to > from) {
          put({ section, block: index, from, to: part.to }, part.height);
          from = part.to;
          next();
        } else if (alone) return put({ section, block: index, from }, height);
        else next();
      }
    });
  });
  if (left < room.reply && page!.pieces.length) turn();
  page!.reply = true;
  return pages;
}
