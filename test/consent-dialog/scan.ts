/** What a reader of codes that is not ours (zbar) sees in a code by itself. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { codesIn as codesInPictures, endFolder, newFolder } from '../print/tools.js';

/** Pixels of a module. */
const scale = 4;

/** Codes by themselves, each with a quiet border, in their order. */
export function codesIn(codes: readonly (readonly (readonly boolean[])[])[]): string[] {
  const folder = newFolder();
  try {
    const pictures = codes.map((modules, index) => {
      const size = (modules.length + 8) * scale;
      const pixels = Buffer.alloc(size * size, 255);
      for (let y = 0; y < size; y++)
        for (let x = 0; x < size; x++) if (modules[Math.floor(y / scale) - 4]?.[Math.floor(x / scale) - 4]) pixels[y * size + x] = 0;
      const path = join(folder, `${index}.pgm`);
      writeFileSync(path, Buffer.concat([Buffer.from(`P5 ${size} ${size} 255\n`), pixels]));
      return path;
    });
    return codesInPictures(...pictures);
  } finally {
    endFolder(folder);
  }
}
