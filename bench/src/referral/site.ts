/** Lays out what is measured: the published bundle, the directory of 生駒, and a page of plain HTML with the very fields that our page shows. */
import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import type { Page } from 'playwright-core';

const bench = join(import.meta.dirname, '..', '..');
const repo = join(bench, '..');
export const referralSite = join(bench, '.cache', 'referral-site');

const shell = (head: string, body: string): string =>
  `<!doctype html><html lang="ja"><head><meta charset="utf-8"><title>bench</title><link rel="icon" href="data:,">${head}</head><body>${body}</body></html>`;

/** Throws when the bundle has not been built. */
export async function buildReferralSite(): Promise<void> {
  await rm(referralSite, { recursive: true, force: true });
  await mkdir(referralSite, { recursive: true });
  await cp(join(repo, 'packages', 'all', 'cdn'), join(referralSite, 'ours'), {
    recursive: true,
    filter: (path) => !path.endsWith('.map'),
  });
  await readFile(join(referralSite, 'ours', 'referral-sheet.js')).catch(() => {
    throw new Error('There is no packages/all/cdn/referral-sheet.js: npm run build makes it.');
  });
  await cp(join(repo, 'examples', 'cities', 'ikoma.json'), join(referralSite, 'ikoma.json'));
  await cp(join(bench, 'src', 'forms', 'pages', 'plain.css'), join(referralSite, 'plain.css'));
  await writeFile(join(referralSite, 'blank.html'), shell('', ''));
  await writeFile(
    join(referralSite, 'ours.html'),
    shell(
      '<script type="module" src="/ours/referral-sheet.js"></script>',
      '<tsunagu-referral-sheet src="/ikoma.json"></tsunagu-referral-sheet>',
    ),
  );
}

/** Brotli 11 of a file that was asked for. */
export async function brotliOf(path: string): Promise<number> {
  return brotliCompressSync(await readFile(join(referralSite, path)), { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;
}

/** A field as our page shows it; the floor shows the same. */
interface Field {
  tag: 'input' | 'textarea' | 'select';
  at: string;
  type: string;
  label: string;
  value: string;
  rows: string;
  options: string[];
}

const escaped = (text: string): string => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

/**
 * Writes the floors' pages, both without any script: our fields with their texts as static HTML, and the field that is typed into (`typed`) alone on a page.
 * Gives the number of our fields.
 */
export async function writeFloors(page: Page, typed: string): Promise<number> {
  const fields = await page.evaluate((): Field[] => {
    const root = document.querySelector('tsunagu-referral-sheet')!.shadowRoot!;
    return [...root.querySelectorAll<HTMLInputElement>('[part="edit"] :is(input, textarea, select)')].map((field) => ({
      tag: field.localName as Field['tag'],
      at: field.dataset['at'] ?? '',
      type: field.type,
      label: field.labels?.[0]?.textContent.trim() ?? '',
      value: field.value,
      rows: field.getAttribute('rows') ?? '',
      options: field.localName === 'select' ? [...(field as unknown as HTMLSelectElement).options].map(({ text }) => text) : [],
    }));
  });
  const drawn = ({ tag, at, type, label, value, rows, options }: Field): string => {
    const inside =
      tag === 'textarea'
        ? `<textarea rows="${rows}" data-at="${escaped(at)}">\n${escaped(value)}</textarea>`
        : tag === 'select'
          ? `<select>${options.map((text) => `<option>${escaped(text)}</option>`).join('')}</select>`
          : `<input type="${type}" data-at="${escaped(at)}" value="${escaped(value)}">`;
    return `<p><label>${escaped(label)} ${inside}</label></p>`;
  };
  const write = (name: string, shown: readonly Field[]): Promise<void> =>
    writeFile(join(referralSite, name), shell('<link rel="stylesheet" href="/plain.css">', `<form>${shown.map(drawn).join('\n')}</form>`));
  await write('floor.html', fields);
  await write(
    'alone.html',
    fields.filter(({ at }) => at === typed),
  );
  return fields.length;
}
