import { checkSteps, type Directory, type RawIssue } from '@tsunagu/schema/directory';
import { runInSlices } from '../base/slices.js';
import { LoadError } from './load-error.js';
import { readText } from './read-text.js';

/** Text longer than this is parsed desk by desk (characters). */
const large = 200_000;

/** Fetches, parses and checks a directory. @throws {LoadError} */
export async function loadDirectory(src: string, signal: AbortSignal): Promise<Directory> {
  return readDirectory(await readText(src, signal), signal, src);
}

/** Parses and checks a directory's JSON text. @throws {LoadError} */
export async function readDirectory(text: string, signal: AbortSignal, src?: string): Promise<Directory> {
  let value: unknown;
  try {
    value = text.length > large ? await runInSlices((await import('./parse-large.js')).parseLarge(text), signal) : JSON.parse(text);
  } catch (error) {
    signal.throwIfAborted();
    const detail = error instanceof Error ? error.message : '';
    throw new LoadError({ reason: 'not-json', message: `not readable as JSON: ${detail}`, ...(src && { src }) });
  }
  return validDirectory(value, signal, src);
}

/** Checks any value. @throws {LoadError} with the issues by path. */
export async function validDirectory(value: unknown, signal: AbortSignal, src?: string): Promise<Directory> {
  const result = await runInSlices(checkSteps(value), signal);
  if (result.ok) return result.directory;
  throw new LoadError({ reason: 'invalid', message: listIssues(result.issues), issues: result.issues, ...(src && { src }) });
}

/** Path, expected and found of each issue, for the console. */
function listIssues(issues: readonly RawIssue[]): string {
  const shown = issues
    .slice(0, 10)
    .map(
      ({ path, code, expected, found }) => `  ${path.join('.') || '(root)'}: ${code}, expected ${expected}, found ${found || 'nothing'}`,
    );
  if (issues.length > shown.length) shown.push(`  … and ${issues.length - shown.length} more`);
  return `not a valid directory:\n${shown.join('\n')}`;
}
