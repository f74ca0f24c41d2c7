/**
 * The words of a PDF that Chromium printed, page by page, in the order they are drawn. Just enough of the format for that: fonts with a
 * `ToUnicode` table, text as hexadecimal glyph numbers. Spaces and line ends are not kept.
 */
import { inflateSync } from 'node:zlib';

interface Entry {
  head: string;
  body: string;
}

/** Every numbered object: its dictionary as text, and its stream, inflated. */
function objectsOf(pdf: Buffer): Map<string, Entry> {
  const text = pdf.toString('latin1');
  const objects = new Map<string, Entry>();
  for (const match of text.matchAll(/(?:^|\n)(\d+) 0 obj\s/g)) {
    const start = match.index + match[0].length;
    const end = text.indexOf('endobj', start);
    const stream = text.slice(start, end).search(/stream\r?\n/);
    const head = text.slice(start, stream < 0 ? end : start + stream);
    let body = '';
    const length = Number(/\/Length (\d+)/.exec(head)?.[1]);
    if (stream >= 0 && length > 0) {
      const from = text.indexOf('\n', start + stream) + 1;
      const bytes = pdf.subarray(from, from + length);
      body = (head.includes('/FlateDecode') ? inflateSync(bytes) : bytes).toString('latin1');
    }
    objects.set(match[1]!, { head, body });
  }
  return objects;
}

const fromHex = (hex: string): string => String.fromCharCode(...(hex.match(/.{4}/g) ?? []).map((unit) => parseInt(unit, 16)));

/** Glyph number → text, from the `bfchar` and `bfrange` lines of a `ToUnicode` table. */
function glyphs(table: string): Map<number, string> {
  const map = new Map<number, string>();
  for (const [, block] of table.matchAll(/beginbfchar(.*?)endbfchar/gs))
    for (const [, glyph, text] of block!.matchAll(/<(\w+)>\s*<(\w+)>/g)) map.set(parseInt(glyph!, 16), fromHex(text!));
  for (const [, block] of table.matchAll(/beginbfrange(.*?)endbfrange/gs))
    for (const [, from, to, text] of block!.matchAll(/<(\w+)>\s*<(\w+)>\s*<(\w+)>/g)) {
      const first = parseInt(from!, 16);
      const base = parseInt(text!.slice(-4), 16);
      for (let glyph = first; glyph <= parseInt(to!, 16); glyph++) map.set(glyph, String.fromCharCode(base + glyph - first));
    }
  return map;
}

interface Font {
  /** Hexadecimal digits of one glyph number: Chromium writes outline fonts as Type 3, one byte, others as two. */
  digits: number;
  glyphs: Map<number, string>;
}

/** The text of each page. */
export function pdfText(pdf: Buffer): string[] {
  const objects = objectsOf(pdf);
  const get = (reference: string | undefined): Entry => objects.get(reference ?? '') ?? { head: '', body: '' };
  const fonts = new Map<string, Font>();
  for (const { head } of objects.values())
    for (const [, name, reference] of head.matchAll(/\/(F\d+) (\d+) 0 R/g)) {
      const font = get(reference).head;
      const table = get(/\/ToUnicode (\d+) 0 R/.exec(font)?.[1]).body;
      if (!fonts.has(name!)) fonts.set(name!, { digits: font.includes('/Type3') ? 2 : 4, glyphs: glyphs(table) });
    }
  return [...objects.values()]
    .filter(({ head }) => /\/Type \/Page\b(?!s)/.test(head))
    .map(({ head }) => words(get(/\/Contents (\d+) 0 R/.exec(head)?.[1]).body, fonts));
}

/** What one page's drawing says. `ActualText` stands for the glyphs up to its end (variants that look like another character). */
function words(drawing: string, fonts: ReadonlyMap<string, Font>): string {
  let font: Font | undefined;
  let instead = false;
  let text = '';
  for (const [token, actual, name, hex] of drawing.matchAll(/\/ActualText <FEFF([0-9A-F]*)>|\/(F\d+) [\d.]+ Tf|EMC|<([0-9A-F]+)>\s*Tj/g)) {
    if (actual !== undefined) {
      text += fromHex(actual);
      instead = true;
    } else if (token === 'EMC') instead = false;
    else if (name) font = fonts.get(name);
    else if (!instead && font)
      for (let at = 0; at < hex!.length; at += font.digits) text += font.glyphs.get(parseInt(hex!.slice(at, at + font.digits), 16)) ?? '';
  }
  return text.normalize('NFKC').replace(/\s+/g, '');
}
