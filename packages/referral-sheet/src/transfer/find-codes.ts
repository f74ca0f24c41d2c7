/** Finds every code on a picture with jsQR, which looks for one at a time. No DOM. */
import jsqr from 'jsqr';

/** Bundlers hand out the function, Node the module that it is the default of. */
type JsQr = (typeof jsqr)['default'];
const jsQR: JsQr = (jsqr as { default?: JsQr }).default ?? (jsqr as unknown as JsQr);

export interface Picture {
  /** Red, green, blue, alpha; 4 bytes a pixel, row by row. */
  data: Uint8ClampedArray;
  width: number;
  height: number;
}

/** A page has six; a photograph of two pages twelve. */
const mostCodes = 12;

/** How codes lie on our pages, and on photographs of them. */
const grids = [
  [2, 1],
  [1, 2],
  [2, 2],
  [2, 3],
  [2, 4],
] as const;
/** A part that is no larger than its share holds no corner of a neighbour; a larger one holds what a photograph moved over its edge. */
const overlaps = [1, 1.15];

function part({ data, width }: Picture, { left, top, right, bottom }: Record<'left' | 'top' | 'right' | 'bottom', number>): Picture {
  const across = right - left;
  const cut = new Uint8ClampedArray(across * (bottom - top) * 4);
  for (let y = top; y < bottom; y++) cut.set(data.subarray((y * width + left) * 4, (y * width + right) * 4), (y - top) * across * 4);
  return { data: cut, width: across, height: bottom - top };
}

/** Whites out what was read, so that the next one is found. */
function cover(picture: Picture, corners: readonly { x: number; y: number }[]): void {
  const clamp = (value: number, most: number): number => Math.max(0, Math.min(most, Math.round(value)));
  const [left, right] = [Math.min(...corners.map(({ x }) => x)), Math.max(...corners.map(({ x }) => x))];
  const [top, bottom] = [Math.min(...corners.map(({ y }) => y)), Math.max(...corners.map(({ y }) => y))];
  for (let y = clamp(top, picture.height); y < clamp(bottom, picture.height); y++)
    picture.data.fill(255, (y * picture.width + clamp(left, picture.width)) * 4, (y * picture.width + clamp(right, picture.width)) * 4);
}

function within(picture: Picture, found: Set<string>): void {
  for (let count = 0; count < mostCodes; count++) {
    const code = jsQR(picture.data, picture.width, picture.height, { inversionAttempts: 'dontInvert' });
    if (!code) return;
    if (code.data) found.add(code.data);
    const { topLeftCorner, topRightCorner, bottomLeftCorner, bottomRightCorner } = code.location;
    cover(picture, [topLeftCorner, topRightCorner, bottomLeftCorner, bottomRightCorner]);
  }
}

/**
 * The texts of the codes on a picture, each once. Between several codes the corners of one are taken for those of another, so the picture is looked at
 * whole and in overlapping parts. `quick`: only whole, for one picture of many.
 */
export function findCodes(picture: Picture, { quick = false }: { quick?: boolean } = {}): string[] {
  const found = new Set<string>();
  const { width, height, data } = picture;
  within({ width, height, data: data.slice() }, found);
  if (quick) return [...found];
  for (const [columns, rows] of grids)
    for (const overlap of overlaps) {
      const [across, down] = [
        Math.min(width, Math.ceil((width / columns) * overlap)),
        Math.min(height, Math.ceil((height / rows) * overlap)),
      ];
      for (let row = 0; row < rows; row++)
        for (let column = 0; column < columns; column++) {
          const left = Math.round((width - across) * (columns > 1 ? column / (columns - 1) : 0));
          const top = Math.round((height - down) * (rows > 1 ? row / (rows - 1) : 0));
          within(part(picture, { left, top, right: left + across, bottom: top + down }), found);
        }
    }
  return [...found];
}
