/** What a reader of codes that is not ours (zbar) sees: on a printed page, and in a code by itself. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureTool } from '../../scripts/debian.mjs';

const read = (pictures: readonly string[]): string[] =>
  execFileSync(ensureTool('zbarimg'), ['--quiet', '--raw', '-Sdisable', '-Sqrcode.enable', ...pictures], { encoding: 'utf8' })
    .split('\n')
    .filter(Boolean);

function inFolder<Found>(work: (folder: string) => Found): Found {
  const folder = mkdtempSync(join(tmpdir(), 'tsunagu-codes-'));
  try {
    return work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The codes on the first page of a PDF, as a printer of 200 dots an inch would put them on paper. */
export const codesOnPaper = (pdf: Buffer): string[] =>
  inFolder((folder) => {
    writeFileSync(join(folder, 'page.pdf'), pdf);
    execFileSync(ensureTool('pdftoppm'), ['-r', '200', '-png', '-singlefile', join(folder, 'page.pdf'), join(folder, 'page')]);
    return read([join(folder, 'page.png')]);
  });

/** Codes by themselves, each with a quiet border, in their order. */
export const codesIn = (codes: readonly (readonly (readonly boolean[])[])[]): string[] =>
  inFolder((folder) =>
    read(
      codes.map((modules, index) => {
        const scale = 4;
        const size = (modules.length + 8) * scale;
        const pixels = Buffer.alloc(size * size, 255);
        for (let y = 0; y < size; y++)
          for (let x = 0; x < size; x++) if (modules[Math.floor(y / scale) - 4]?.[Math.floor(x / scale) - 4]) pixels[y * size + x] = 0;
        const path = join(folder, `${index}.pgm`);
        writeFileSync(path, Buffer.concat([Buffer.from(`P5 ${size} ${size} 255\n`), pixels]));
        return path;
      }),
    ),
  );
