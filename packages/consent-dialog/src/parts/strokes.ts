/** The lines of a signature, in parts of the surface's width, so that they fit however wide it is. No DOM. */

export interface StrokePoint {
  x: number;
  y: number;
  time: number;
  pressure: number;
}

/** As signature_pad has it: a line or a dot, with how it is drawn. */
export interface Stroke {
  points: StrokePoint[];
  penColor: string;
  dotSize: number;
  minWidth: number;
  maxWidth: number;
  velocityFilterWeight: number;
  compositeOperation: GlobalCompositeOperation;
}

/** Points of one signature. A child that scribbles for minutes must not make a file that no server takes. */
export const mostPoints = 6000;

/** Lines shorter than this part of the width, taken together, are a touch by accident. A cross and a single short line are more. */
const leastInk = 0.04;

/** The same lines on a surface `factor` times as wide. The pen keeps its thickness. */
export const scaled = (strokes: readonly Stroke[], factor: number): Stroke[] =>
  strokes.map((stroke) => ({ ...stroke, points: stroke.points.map((point) => ({ ...point, x: point.x * factor, y: point.y * factor })) }));

/**
 * The line as it is once the pen is up. The pad draws a curve only up to the last point but one; with its end said twice it goes all the way.
 */
export const finished = (stroke: Stroke): Stroke => {
  const [before, last] = stroke.points.slice(-2);
  if (stroke.points.length < 3 || !before || !last || (before.x === last.x && before.y === last.y)) return stroke;
  return { ...stroke, points: [...stroke.points, last] };
};

export const pointCount = (strokes: readonly Stroke[]): number => strokes.reduce((sum, { points }) => sum + points.length, 0);

/** Length of all lines, in the unit of their points. */
export const ink = (strokes: readonly Stroke[]): number =>
  strokes.reduce(
    (sum, { points }) =>
      sum +
      points.reduce((length, point, index) => {
        const before = points[index - 1];
        return before ? length + Math.hypot(point.x - before.x, point.y - before.y) : length;
      }, 0),
    0,
  );

/** `none`, `little` (no signature: a dot or two), or `signature`. `strokes` in parts of the width. */
export const amount = (strokes: readonly Stroke[]): 'none' | 'little' | 'signature' =>
  strokes.length === 0 ? 'none' : ink(strokes) < leastInk ? 'little' : 'signature';
