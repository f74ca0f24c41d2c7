/** Where the large codes stand on a page: for a reader that looks at one of them at a time, as people do with a scanner in the hand. */

/** Millimetres from the top left corner of the page. */
export interface Frame {
  x: number;
  y: number;
  side: number;
}

/** Smaller is a mark or a letter. */
const smallest = 40;

/** `pgm`: the page in grey, a dot to the millimetre. Ink that touches is one thing, and what is square and large is a code; row by row. */
export function codeFrames(pgm: Buffer): Frame[] {
  const header = /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(pgm.subarray(0, 64).toString('latin1'));
  if (!header) throw new TypeError('No picture in grey');
  const [width, height] = [Number(header[1]), Number(header[2])];
  const dots = pgm.subarray(header[0].length);
  const ink = Array.from({ length: width * height }, (_, at) => dots[at]! < 250);
  const frames: Frame[] = [];
  for (let start = 0; start < ink.length; start++) {
    if (!ink[start]) continue;
    let [left, right, top, bottom] = [width, 0, height, 0];
    const open = [start];
    ink[start] = false;
    for (let at = open.pop(); at !== undefined; at = open.pop()) {
      const [x, y] = [at % width, Math.floor(at / width)];
      [left, right, top, bottom] = [Math.min(left, x), Math.max(right, x), Math.min(top, y), Math.max(bottom, y)];
      for (let besideY = Math.max(0, y - 1); besideY <= Math.min(height - 1, y + 1); besideY++)
        for (let besideX = Math.max(0, x - 1); besideX <= Math.min(width - 1, x + 1); besideX++) {
          const beside = besideY * width + besideX;
          if (!ink[beside]) continue;
          ink[beside] = false;
          open.push(beside);
        }
    }
    const [across, down] = [right - left + 1, bottom - top + 1];
    if (across >= smallest && Math.abs(across - down) <= 2) frames.push({ x: left, y: top, side: Math.max(across, down) });
  }
  return frames.sort((one, other) => (Math.abs(one.y - other.y) > 2 ? one.y - other.y : one.x - other.x));
}
