/** Programs that are not ours and look at what we print: poppler, which draws and reads PDF, and zbar, which reads codes. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureTool } from '../../scripts/debian.mjs';

export type Tool = 'pdfinfo' | 'pdftoppm' | 'pdftotext' | 'zbarimg';

/** What it writes. `allowed`: statuses that are no failure. Throws where it fails, with what it says, or cannot be had. */
export function run(tool: Tool, args: readonly string[], allowed: readonly number[] = [0]): string {
  const program = ensureTool(tool);
  try {
    return execFileSync(program, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'], maxBuffer: 1 << 26 });
  } catch (error) {
    const { status, stdout, stderr } = error as { status?: number; stdout?: string; stderr?: string };
    if (status !== undefined && allowed.includes(status)) return stdout ?? '';
    throw new Error(`${tool} ${args.join(' ')}: ${stderr ?? String(error)}`, { cause: error });
  }
}

export const newFolder = (): string => mkdtempSync(join(tmpdir(), 'tsunagu-print-'));
export const endFolder = (folder: string): void => rmSync(folder, { recursive: true, force: true });

/** What an independent reader finds on pictures, one after the other; nothing: an empty list. */
export const codesIn = (...pictures: readonly string[]): string[] =>
  // 4: no code was found on one of them.
  run('zbarimg', ['--quiet', '--raw', '-Sdisable', '-Sqrcode.enable', ...pictures], [0, 4])
    .split('\n')
    .filter(Boolean);
