/** What a FAX machine, a scanner and a copy of its text make of a PDF. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { codeFrames } from './code-frames.js';
import { codesIn, endFolder, newFolder, run } from './tools.js';

export interface Paperwork {
  /** The text of each page, as `pdftotext -layout` finds it. */
  text: () => string[];
  /** File names of the pages as black and white dots, `across` × `down` to the inch. */
  fax: (across: number, down: number) => string[];
  /** File names of the pages in grey, `dpi` to the inch. */
  scan: (dpi: number) => string[];
  /** The codes of a page (from 1), each scanned by itself as with a scanner in the hand; '' where the reader finds none. */
  codesOneByOne: (page: number, dpi: number) => string[];
  /** Of each page, in points. */
  sizes: () => string[];
  end: () => void;
}

/** Millimetres around a code that are scanned with it. */
const around = 3;

/** A PDF on a desk. */
export function paperwork(pdf: Buffer): Paperwork {
  const folder = newFolder();
  const file = join(folder, 'paper.pdf');
  writeFileSync(file, pdf);
  const pictures = (name: string, args: readonly string[]): string[] => {
    run('pdftoppm', [...args, file, join(folder, name)]);
    return readdirSync(folder)
      .filter((each) => each.startsWith(`${name}-`))
      .sort()
      .map((each) => join(folder, each));
  };
  const one = (page: number): string[] => ['-gray', '-f', String(page), '-l', String(page)];
  const dots = (mm: number, dpi: number): string => String(Math.round((mm / 25.4) * dpi));
  return {
    text: () => run('pdftotext', ['-layout', file, '-']).split('\f').slice(0, -1),
    fax: (across, down) => pictures(`fax${across}x${down}`, ['-mono', '-rx', String(across), '-ry', String(down)]),
    scan: (dpi) => pictures(`scan${dpi}`, ['-gray', '-r', String(dpi)]),
    codesOneByOne: (page, dpi) =>
      codeFrames(readFileSync(pictures(`small${page}`, [...one(page), '-r', '25.4'])[0]!)).map(({ x, y, side }, index) => {
        const [left, top, both] = [x - around, y - around, side + 2 * around].map((mm) => dots(mm, dpi)) as [string, string, string];
        const frame = ['-r', String(dpi), '-x', left, '-y', top, '-W', both, '-H', both];
        return codesIn(pictures(`code${page}-${index}-${dpi}`, [...one(page), ...frame])[0]!).join('\n');
      }),
    sizes: () => [...run('pdfinfo', ['-l', '999', file]).matchAll(/Page +\d+ size: +(.*)/g)].map(([, size]) => size!),
    end: () => endFolder(folder),
  };
}

/** A PDF on a desk for as long as somebody looks at it. */
export function onDesk<Found>(pdf: Buffer, look: (paper: Paperwork) => Found): Found {
  const paper = paperwork(pdf);
  try {
    return look(paper);
  } finally {
    paper.end();
  }
}
