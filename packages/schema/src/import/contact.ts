/** Telephone, FAX, e-mail and web columns of one desk. */
import { patterns } from '../directory/primitives.js';
import type { Desk, Entry } from './context.js';
import { readContact, toFax, toPhone, type ContactMode, type ReadContact, type ReadNumber } from './phones.js';
import { plain } from './text.js';

const modes = [
  ['phone', 'phone'],
  ['phoneFax', 'both'],
  ['contact', 'phone'],
  ['fax', 'fax'],
] as const;

const isWebUrl = (text: string): boolean => text.length <= 2000 && patterns.webUrl.test(text);

export function readContacts(desk: Desk): void {
  for (const [role, mode] of modes) for (const entry of desk.entries(role)) readCell(desk, entry, mode);
  const [extension] = desk.entries('extension');
  if (extension) {
    const phone = desk.window.phones?.[0];
    if (phone && !phone.extension) phone.extension = desk.fit(extension.cell, extension.cell.text, 300);
    else desk.note(extension.cell, `内線：${extension.cell.text}`);
  }
  for (const { cell } of desk.entries('email')) readEmail(desk, cell.text, { cell, heading: '' });
  for (const entry of desk.entries('url')) readUrl(desk, entry, '');
  for (const entry of desk.entries('form')) readUrl(desk, entry, '相談フォーム');
  const page = desk.entries('name')[0]?.cell.href;
  if (page && !desk.window.url && isWebUrl(page)) desk.window.url = page;
}

function readCell(desk: Desk, entry: Entry, mode: ContactMode): void {
  const { cell } = entry;
  const { areaCode } = desk.context;
  const read = readContact(cell.text, mode, areaCode);
  const dialled: string[] = [];
  for (const number of read.numbers) {
    wholeCellAsDisplay(read, number, cell.text);
    const done = place(desk, entry, number, read.shared || desk.shared === cell);
    if (done) dialled.push(done);
  }
  reportNumbers(desk, entry, read, dialled);
  if (cell.text.length > 5000) desk.doubt(cell, '長すぎるため、はじめの5000字だけを読みました。', dialled.join(' '));
  read.emails.forEach((email) => readEmail(desk, email, entry));
  read.urls.forEach((url) => keepUrl(desk, url, entry, ''));
  // A cell that only says 「電話」 has neither number nor rest.
  const bare = read.numbers.length + read.emails.length + read.urls.length + read.rest.length === 0 && !read.none;
  if (read.rest.length || bare) {
    const rest = bare ? cell.text : read.rest.join(' ');
    desk.note(cell, rest);
    if (read.numbers.length === 0 && read.emails.length + read.urls.length === 0)
      desk.doubt(cell, '番号が読み取れないため、注記に残しました。', rest);
  }
}

/** 「(03)3964-1111」 alone in its cell is kept as the display form. */
function wholeCellAsDisplay(read: ReadContact, number: ReadNumber, text: string): void {
  const flat = plain(text).replace(/\s+/g, ' ');
  if (read.numbers.length === 1 && /^[\d()+\- ]{3,40}$/.test(flat) && !/ -$|^- /.test(flat)) number.printed = flat;
}

/** Puts a number where it belongs and returns its dialable form. */
function place(desk: Desk, { cell }: Entry, read: ReadNumber, shared: boolean): string | undefined {
  const { window } = desk;
  const phone = toPhone(read);
  if (!phone) {
    desk.note(cell, `${read.fax ? 'FAX' : '電話'}：${read.printed}${read.note ? `（${read.note}）` : ''}`);
    const short = !desk.context.areaCode && /^\d{5,8}$/.test(read.printed.replace(/\D/g, '')) && !read.printed.startsWith('0');
    desk.doubt(
      cell,
      short
        ? `「${read.printed}」は市外局番がないため、かけられる番号にできません。市外局番（areaCode）を指定してください。`
        : `「${read.printed}」は桁数が合わないため、番号として使えません。注記に残しました。`,
    );
    return undefined;
  }
  if (!read.fax || shared) {
    const phones = (window.phones ??= []);
    if (phones.some((other) => other.number === phone.number && other.extension === phone.extension)) return phone.number;
    if (phones.length < 20) phones.push(phone);
    else desk.doubt(cell, `電話番号が多すぎるため、「${read.printed}」は使いませんでした。`);
  }
  if (read.fax || shared) {
    const fax = toFax(read)!;
    if (!window.fax) {
      window.fax = fax;
      // A FAX has no note of its own in the schema.
      if (read.note && !shared) desk.note(cell, `FAX：${read.note}`);
    } else if (window.fax.number !== fax.number) {
      desk.note(cell, `FAX：${fax.number}${read.note ? `（${read.note}）` : ''}`);
      desk.doubt(cell, `FAX番号が2つ以上あるため、「${read.printed}」は注記に残しました。`, fax.number);
    }
  }
  return phone.number;
}

function reportNumbers(desk: Desk, { cell }: Entry, read: ReadContact, dialled: readonly string[]): void {
  const after = dialled.join(' ');
  const repairs = new Set(read.numbers.map((number) => number.repair));
  if (repairs.has('area-code')) desk.repair(cell, `市外局番${desk.context.areaCode}を付けました。`, after);
  if (repairs.has('lost-zero')) desk.doubt(cell, '先頭の0が落ちた番号とみなし、0を補いました。番号を確かめてください。', after);
  if (!repairs.has('area-code') && !repairs.has('lost-zero') && dialled.some((number) => !cell.text.includes(number)))
    desk.repair(cell, '番号の書き方を、半角の数字とハイフンにそろえました。', after);
  if (read.ambiguous) desk.doubt(cell, '番号が3つ以上あり、どれがFAXか分からないため、最後の番号をFAXとみなしました。', after);
  if (desk.shared === cell || (read.shared && dialled.length > 0)) desk.repair(cell, '電話とFAXが同じ番号とみなしました。', after);
  for (const number of read.numbers)
    if (number.note?.includes('~'))
      desk.doubt(cell, `「${number.note}」のように続く番号は、はじめの番号だけを使いました。`, number.number ?? '');
}

function readEmail(desk: Desk, text: string, { cell }: Entry): void {
  const email = plain(text)
    .replace(/^mailto:/i, '')
    .trim();
  const { window } = desk;
  if (email.length <= 254 && /^[^\s@<>"]+@[^\s@<>"]+\.[^\s@<>"]+$/.test(email) && !window.email) {
    window.email = email;
    if (!cell.text.includes(email)) desk.repair(cell, 'メールアドレスを半角にそろえました。', email);
    return;
  }
  if (window.email === email) return;
  desk.note(cell, `メール：${text}`);
  desk.doubt(
    cell,
    window.email ? 'メールアドレスが2つ以上あるため、2つ目からは注記に残しました。' : 'メールアドレスの形でないため、注記に残しました。',
  );
}

function readUrl(desk: Desk, entry: Entry, label: string): void {
  const { text, href } = entry.cell;
  // 「ホームページ」 as a link's words: the address is what counts.
  const found = href && !/https?:|www\./i.test(text) ? [href] : text.split(/\s+/).filter(Boolean);
  found.forEach((url) => keepUrl(desk, url, entry, label));
}

function keepUrl(desk: Desk, text: string, { cell }: Entry, label: string): void {
  const { window } = desk;
  const guess = /^www\.[\w-]/.test(text) ? `https://${text}` : text;
  if (!isWebUrl(guess)) {
    desk.note(cell, label ? `${label}：${text}` : text);
    desk.doubt(cell, 'https:// で始まるアドレスでないため、注記に残しました。');
    return;
  }
  if (guess !== text) desk.doubt(cell, '「https://」を補いました。開けるかどうか確かめてください。', guess);
  if (!label && !window.url) window.url = guess;
  else if (window.url !== guess) desk.note(cell, label ? `${label}：${guess}` : guess);
}
