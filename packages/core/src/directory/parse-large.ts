/**
 * JSON.parse of a few megabytes holds the main thread for longer than a frame. This reads the `windows` array of a large
 * directory one desk at a time; everything else of the file is small and parsed at once. Loaded only for large files.
 */

const quote = 34;
const backslash = 92;

/** The index just behind the string that starts at `start` (a quotation mark). */
function endOfString(text: string, start: number): number {
  for (let at = start; ;) {
    at = text.indexOf('"', at + 1);
    if (at < 0) return text.length;
    let slashes = 0;
    while (text.charCodeAt(at - 1 - slashes) === backslash) slashes++;
    if (slashes % 2 === 0) return at + 1;
  }
}

/** Position just behind the `[` of the top-level key "windows", or -1. */
function windowsStart(text: string): number {
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === quote) {
      const end = endOfString(text, at);
      if (depth === 1 && text.slice(at, end) === '"windows"') {
        const opening = /\s*:\s*\[/y;
        opening.lastIndex = end;
        if (opening.test(text)) return opening.lastIndex;
      }
      at = end - 1;
    } else if (code === 123 || code === 91) depth++;
    else if (code === 125 || code === 93) depth--;
  }
  return -1;
}

/**
 * Parses a directory's JSON text in steps. Gives what `JSON.parse` would give for a well-formed file.
 * @throws {SyntaxError} when the text is not JSON.
 */
export function* parseLarge(text: string): Generator<void, unknown> {
  const start = windowsStart(text);
  if (start < 0) return JSON.parse(text) as unknown;
  const windows: unknown[] = [];
  let depth = 0;
  let from = start;
  let scanned = 0;
  for (let at = start; ; at++) {
    if (at >= text.length) return JSON.parse(text) as unknown;
    const code = text.charCodeAt(at);
    if (code === quote) at = endOfString(text, at) - 1;
    else if (code === 123 || code === 91) depth++;
    else if (depth > 0 && (code === 125 || code === 93)) depth--;
    else if (depth === 0 && (code === 44 || code === 93)) {
      const piece = text.slice(from, at);
      if (piece.trim() || code === 44 || windows.length > 0) windows.push(JSON.parse(piece));
      from = at + 1;
      yield;
      if (code === 93) break;
    }
    if (++scanned % 4096 === 0) yield;
  }
  const rest: unknown = JSON.parse(`${text.slice(0, start)}]${text.slice(from)}`);
  return { ...(rest as object), windows };
}
