/**
 * Reads a QR code from its modules, as a scanner does once it has found them: ISO/IEC 18004, versions 1 to 10, without repairing anything. Of its own
 * making, so that it does not share a mistake with what writes the codes; a code whose error correction does not add up is refused.
 */

const eccPerBlock = {
  L: [7, 10, 15, 20, 26, 18, 20, 24, 30, 18],
  M: [10, 16, 26, 18, 24, 16, 18, 22, 22, 26],
  Q: [13, 22, 18, 26, 18, 24, 18, 22, 20, 24],
  H: [17, 28, 22, 16, 22, 28, 26, 26, 24, 28],
} as const;
const blockCounts = {
  L: [1, 1, 1, 1, 1, 2, 2, 2, 2, 4],
  M: [1, 1, 1, 2, 2, 4, 4, 4, 5, 5],
  Q: [1, 1, 2, 2, 4, 4, 6, 6, 8, 8],
  H: [1, 1, 2, 4, 4, 4, 5, 6, 8, 8],
} as const;
type Level = keyof typeof eccPerBlock;
const levels: readonly Level[] = ['M', 'L', 'H', 'Q'];
const alignments = [[], [6, 18], [6, 22], [6, 26], [6, 30], [6, 34], [6, 22, 38], [6, 24, 42], [6, 26, 46], [6, 28, 50]];

const masks: readonly ((row: number, column: number) => number)[] = [
  (r, c) => (r + c) % 2,
  (r) => r % 2,
  (_r, c) => c % 3,
  (r, c) => (r + c) % 3,
  (r, c) => (Math.floor(r / 2) + Math.floor(c / 3)) % 2,
  (r, c) => ((r * c) % 2) + ((r * c) % 3),
  (r, c) => (((r * c) % 2) + ((r * c) % 3)) % 2,
  (r, c) => (((r + c) % 2) + ((r * c) % 3)) % 2,
];

/** Modules that carry no data: finders with their borders and formats, timing, alignment, versions from 7. */
function reserved(size: number, version: number): (row: number, column: number) => boolean {
  const centres = alignments[version - 1]!;
  const last = centres.at(-1);
  return (r, c) =>
    (r < 9 && c < 9) ||
    (r < 9 && c >= size - 8) ||
    (r >= size - 8 && c < 9) ||
    r === 6 ||
    c === 6 ||
    (version >= 7 && ((r < 6 && c >= size - 11) || (c < 6 && r >= size - 11))) ||
    centres.some((y) =>
      centres.some((x) => {
        const onFinder = (y === 6 && (x === 6 || x === last)) || (x === 6 && y === last);
        return !onFinder && Math.abs(r - y) <= 2 && Math.abs(c - x) <= 2;
      }),
    );
}

/** Powers of the generator of GF(256) with the polynomial 0x11d. */
const powers: number[] = [1];
for (let index = 1; index < 255; index++) {
  const doubled = powers[index - 1]! * 2;
  powers.push(doubled > 255 ? doubled ^ 0x11d : doubled);
}
const times = (a: number, b: number): number => (a && b ? powers[(powers.indexOf(a) + powers.indexOf(b)) % 255]! : 0);

/** The text of a code. `modules`: rows of dark (`true`) and light, without the quiet zone. */
export function readQr(modules: readonly (readonly boolean[])[]): string {
  const size = modules.length;
  const version = (size - 17) / 4;
  if (!Number.isInteger(version) || version < 1 || version > 10) throw new Error(`No QR code of a known size: ${size}`);
  const dark = (r: number, c: number): number => (modules[r]![c] ? 1 : 0);

  let format = 0;
  const formatPlaces = [...[0, 1, 2, 3, 4, 5, 7, 8].map((c) => [8, c] as const), ...[7, 5, 4, 3, 2, 1, 0].map((r) => [r, 8] as const)];
  for (const [r, c] of formatPlaces) format = format * 2 + dark(r, c);
  format ^= 0b101010000010010;
  const level = levels[format >> 13]!;
  const mask = masks[(format >> 10) & 7]!;

  const isReserved = reserved(size, version);
  const bits: number[] = [];
  let up = true;
  for (let right = size - 1; right > 0; right -= 2) {
    if (right === 6) right = 5;
    for (let step = 0; step < size; step++) {
      const r = up ? size - 1 - step : step;
      for (const c of [right, right - 1]) if (!isReserved(r, c)) bits.push(dark(r, c) ^ (mask(r, c) === 0 ? 1 : 0));
    }
    up = !up;
  }
  const words = Array.from({ length: Math.floor(bits.length / 8) }, (_, index) =>
    parseInt(bits.slice(index * 8, index * 8 + 8).join(''), 2),
  );

  const count = blockCounts[level][version - 1]!;
  const ecc = eccPerBlock[level][version - 1]!;
  const short = Math.floor(words.length / count) - ecc;
  const long = words.length % count;
  const blocks: number[][] = Array.from({ length: count }, () => []);
  let at = 0;
  for (let index = 0; index <= short; index++)
    for (let block = 0; block < count; block++) if (index < short || block >= count - long) blocks[block]!.push(words[at++]!);
  const data = blocks.flat();
  for (let index = 0; index < ecc; index++) for (const block of blocks) block.push(words[at++]!);
  for (const block of blocks)
    for (let root = 0; root < ecc; root++)
      if (block.reduce((sum, word) => times(sum, powers[root]!) ^ word, 0) !== 0) throw new Error('The error correction does not add up.');

  const stream = data.map((word) => word.toString(2).padStart(8, '0')).join('');
  let place = 0;
  const take = (length: number): number => parseInt(stream.slice(place, (place += length)), 2);
  const mode = take(4);
  if (mode !== 4) throw new Error(`Not a code of bytes: mode ${mode}`);
  const length = take(version < 10 ? 8 : 16);
  return new TextDecoder().decode(Uint8Array.from({ length }, () => take(8)));
}

/** The modules of our SVG: a path of rectangles one module high, and the quiet zone around them. */
export function modulesOf(path: string, viewBox: string): boolean[][] {
  const size = Number(viewBox.split(' ')[2]);
  const rows = Array.from({ length: size }, () => Array<boolean>(size).fill(false));
  for (const [, x, y, width] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g))
    for (let index = 0; index < Number(width); index++) rows[Number(y)]![Number(x) + index] = true;
  const quiet = rows.findIndex((row) => row.some(Boolean));
  return rows.slice(quiet, size - quiet).map((row) => row.slice(quiet, size - quiet));
}
