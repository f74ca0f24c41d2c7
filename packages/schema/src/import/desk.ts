/** One record of the table → one consultation window. */
import type { Booking, Operation } from '../directory/window.schema.js';
import { patterns } from '../directory/primitives.js';
import { Desk, type Context, type Entry } from './context.js';
import { readContacts } from './contact.js';
import { fieldOfName, fieldsOf, isPlainFieldWord, topicsOf, type FieldId } from './fields.js';
import type { Role } from './headers.js';
import type { Column } from './layout.js';
import { readAddress, readCatchments, readLocation, keepColumn } from './place.js';
import { readName } from './places.js';
import type { DeskRecord } from './records.js';
import { clock, readHours } from './schedule.js';
import { dateIn } from './dates.js';
import { checkCityCode } from './city-code.js';
import { comparable, halfWidth, hash, isNone, oneLine } from './text.js';

export function buildDesk(record: DeskRecord, columns: readonly Column[], context: Context): Desk {
  const desk = new Desk(context, record.row);
  sortCells(desk, record, columns);
  const nameEntry = desk.entries('name')[0]!;
  const parts = nameAndIdentity(desk, nameEntry);
  readField(desk, record, parts.mainlyFor);
  readContacts(desk);
  readAddress(desk);
  readLocation(desk);
  readCatchments(desk, parts.catchments, nameEntry);
  readOpening(desk);
  readRunning(desk, parts.operators, nameEntry);
  readRest(desk);
  return desk;
}

/** Columns of which a desk can have one value only. */
const single = new Set<Role | 'unknown'>([
  'id',
  'english',
  'extension',
  'postalCode',
  'building',
  'floor',
  'lat',
  'lng',
  'booking',
  'operation',
  'verifiedOn',
]);

function sortCells(desk: Desk, record: DeskRecord, columns: readonly Column[]): void {
  const owner = new Map<object, string>();
  // A cell that covers the name's column and others is the name.
  const rank = (index: number): number => (columns[index]?.role === 'name' ? index - columns.length : index);
  for (const [index, cells] of [...record.cells].sort((a, b) => rank(a[0]) - rank(b[0]))) {
    const role = columns[index]?.role ?? 'unknown';
    for (const cell of cells) {
      const before = owner.get(cell);
      if (before) {
        if ((before === 'phone' && role === 'fax') || (before === 'fax' && role === 'phone')) desk.shared = cell;
        continue;
      }
      owner.set(cell, role);
      if (cell.text.includes('\ufffd')) desk.doubt(cell, '文字化けした文字（�）があります。元の表を確かめてください。');
      if (isNone(cell.text)) continue;
      const entries = desk.roles.get(role);
      const entry = { cell, heading: columns[index]?.heading ?? '' };
      if (entries && single.has(role)) {
        desk.note(cell, entry.heading ? `${entry.heading}：${cell.text}` : cell.text);
        desk.doubt(cell, 'この窓口に値が2つ以上あるため、2つ目からは注記に残しました。');
      } else if (entries) entries.push(entry);
      else desk.roles.set(role, [entry]);
    }
  }
}

function nameAndIdentity(desk: Desk, entry: Entry): ReturnType<typeof readName> {
  const { window, context } = desk;
  const printed = desk
    .entries('name')
    .map(({ cell }) => cell.text)
    .join(' ');
  const parts = readName(desk.fit(entry.cell, printed, 600));
  const name = desk.fit(entry.cell, parts.name, 300);
  for (const pointer of parts.pointers) desk.repair(entry.cell, `「（${pointer}）」は図や表への案内とみなし、名称から外しました。`, name);
  if (halfWidth(oneLine(printed)) !== oneLine(printed)) desk.repair(entry.cell, '全角の数字・英字、半角カナをそろえました。', name);
  const english = desk.entries('english')[0]?.cell;
  window.name = english ? { ja: name, en: desk.fit(english, oneLine(english.text), 2000) } : name;

  const [given] = desk.entries('id');
  const wish = given?.cell.text.normalize('NFKC').toLowerCase() ?? '';
  const usable = patterns.id.test(wish) && !context.ids.has(wish);
  if (given && !usable) {
    keepColumn(desk, given.heading, given.cell.text);
    desk.doubt(given.cell, 'この識別子は、形が合わないかほかの行と同じなので、名称から作り直しました。');
  } else if (given && wish !== given.cell.text) desk.repair(given.cell, '識別子を半角の小文字にそろえました。', wish);
  window.id = usable ? wish : freeId(`desk-${hash(comparable(name))}`, context);
  context.ids.add(window.id);

  const kana = desk.text('kana');
  // Hiragana, as furigana is written; official lists give full-width katakana.
  if (kana)
    window.kana = desk.fit(
      desk.entries('kana')[0]!.cell,
      kana.normalize('NFKC').replace(/[ァ-ヶ]/g, (char) => String.fromCharCode(char.charCodeAt(0) - 0x60)),
      300,
    );
  const aliases = desk.entries('alias').flatMap(({ cell }) =>
    cell.text
      .split(/[、，,\n]/)
      .map((alias) => desk.fit(cell, alias.trim(), 300))
      .filter(Boolean),
  );
  if (aliases.length) window.aliases = aliases;
  return parts;
}

function freeId(wish: string, context: Context): string {
  let id = wish;
  for (let count = 2; context.ids.has(id); count++) id = `${wish}-${count}`;
  return id;
}

function readField(desk: Desk, record: DeskRecord, mainlyFor: readonly string[]): void {
  const { window, context } = desk;
  const mainly = [...mainlyFor];
  const fields: FieldId[] = [];
  for (const { cell } of desk.entries('field')) {
    const found = fieldsOf(cell.text);
    fields.push(...found);
    const words = oneLine(cell.text);
    if (found.length === 0) desk.doubt(cell, `「${words.slice(0, 40)}」がどの分野か分かりません。「主な対象」に残しました。`);
    if (found.length > 1)
      desk.doubt(cell, `分野が2つ以上読み取れます。はじめの分野にまとめ、「主な対象」に印刷のまま残しました。`, found.join(' '));
    if (found.length === 1 && isPlainFieldWord(words)) labelField(desk, cell, found[0]!, words);
    else mainly.push(words);
  }
  const { section } = record;
  if (section) {
    const found = fieldsOf(section.text);
    if (found.length === 1 && fields.length === 0) {
      fields.push(found[0]!);
      if (isPlainFieldWord(section.text)) labelField(desk, section, found[0]!, oneLine(section.text));
      else desk.note(section, section.text);
    } else if (!fields.length || !found.length) desk.note(section, section.text);
  }
  for (const { cell } of desk.entries('mainlyFor')) mainly.push(desk.fit(cell, oneLine(cell.text), 1000));
  if (fields.length === 0) {
    const name = typeof window.name === 'string' ? window.name : window.name.ja;
    const guessed = fieldOfName(name);
    if (guessed) {
      fields.push(guessed);
      context.report.cell('doubt', desk.entries('name')[0]!.cell, '分野の列がないか空なので、名称から分野を決めました。', guessed);
    }
  }
  const ids = [...new Set(fields)];
  if (ids[0]) window.field = ids[0];
  if (mainly.length) window.mainlyFor = desk.fit(desk.entries('name')[0]!.cell, mainly.join('、'), 2000);
  const topics = topicsOf(ids, mainly.join('、'));
  if (topics.length) window.topics = topics;
  if (ids.includes('general')) window.acceptsAll = true;
}

/** The city's own word for the field; 子ども and こども in one table is worth a look. */
function labelField(desk: Desk, cell: Entry['cell'], id: FieldId, words: string): void {
  const labels = desk.context.fieldLabels;
  const known = labels.get(id);
  if (known === undefined) labels.set(id, words.slice(0, 2000));
  else if (known !== words && desk.once(`label ${id} ${words}`))
    desk.doubt(cell, `同じ分野に「${known}」と「${words}」の2つの書き方があります。「${known}」にそろえました。`, known);
}

function readOpening(desk: Desk): void {
  const entries = (['days', 'hours', 'from', 'to', 'hoursNote', 'closedDays'] as const).map((role) => desk.entries(role)[0]);
  const anchor = (entries[1] ?? entries[2] ?? entries[0] ?? entries[3] ?? entries[4] ?? entries[5])?.cell;
  if (!anchor) return;
  for (const entry of [entries[1], entries[2], entries[3]])
    if (entry && clock(entry.cell.text) !== entry.cell.text)
      desk.repair(entry.cell, '表計算ソフトの時刻の値を、時:分に直しました。', clock(entry.cell.text));
  const read = readHours({
    text: desk.text('hours'),
    days: desk.text('days'),
    from: desk.text('from'),
    to: desk.text('to'),
    note: desk.text('hoursNote'),
    closedDays: desk.text('closedDays'),
  });
  if (!read) return;
  desk.window.hours = read.hours;
  const whole = [desk.text('days'), desk.text('hours'), desk.text('hoursNote')].join(' ');
  if (whole.length > 2000) desk.doubt(anchor, '開所時間の文が長すぎるため、はじめの2000字だけにしました。', read.hours.text);
  for (const assumption of read.assumptions) desk.doubt(anchor, `${assumption.replace(/。$/, '')}。`, read.hours.text);
  if (!read.understood) {
    const what = read.notUnderstood[0]?.slice(0, 60);
    desk.doubt(
      anchor,
      `開所時間${what ? `の「${what}」` : ''}を読み取れませんでした。印刷のまま表示し、「開いているか」は「分かりません」とします。`,
      read.hours.text,
    );
  }
}

const operationWords: readonly (readonly [RegExp, Operation])[] = [
  [/直営/, 'direct'],
  [/委託/, 'commissioned'],
  [/指定管理/, 'designated'],
  [/協力/, 'cooperating'],
  [/住民主体/, 'resident-led'],
];

function readRunning(desk: Desk, fromName: readonly string[], nameEntry: Entry): void {
  const { window } = desk;
  for (const { cell, heading } of desk.entries('operation')) {
    const found = operationWords.filter(([pattern]) => pattern.test(cell.text));
    if (found.length === 1) window.operation = found[0]![1];
    if (found.length !== 1 || cell.text.replace(/\s/g, '').length > 4) desk.note(cell, `${heading || '運営形態'}：${cell.text}`);
    if (found.length !== 1) desk.doubt(cell, '運営形態を1つに決められないため、注記に残しました。');
  }
  const operators = [...desk.entries('operator').map(({ cell }) => oneLine(cell.text)), ...fromName];
  if (operators.length)
    window.operator = desk.fit(desk.entries('operator')[0]?.cell ?? nameEntry.cell, [...new Set(operators)].join('、'), 2000);
  for (const operator of fromName) desk.repair(nameEntry.cell, '名称のかっこの中を、運営者とみなしました。', operator);
}

function readRest(desk: Desk): void {
  const { window } = desk;
  const [section] = desk.entries('section');
  if (section) window.section = desk.fit(section.cell, desk.text('section')!, 2000);
  const [mapKey] = desk.entries('mapKey');
  if (mapKey) window.mapKey = desk.fit(mapKey.cell, halfWidth(desk.text('mapKey')!), 300);
  for (const { cell } of desk.entries('booking')) window.booking = bookingOf(desk, cell);
  const languages = desk.entries('languages').flatMap(({ cell }) =>
    cell.text
      .split(/[、，,・\n]/)
      .map((word) => desk.fit(cell, word.trim(), 300))
      .filter(Boolean),
  );
  if (languages.length) window.languages = languages;
  for (const { cell, heading } of desk.entries('access')) readAccess(desk, cell, heading);
  for (const { cell, heading } of desk.entries('verifiedOn')) {
    const date = dateIn(cell.text);
    if (date) window.verifiedOn = date;
    else desk.note(cell, `${heading}：${cell.text}`);
    if (!date) desk.doubt(cell, '日付として読み取れないため、注記に残しました。');
    else if (date !== cell.text) desk.repair(cell, '日付を 2026-04-01 の形にそろえました。', date);
  }
  for (const { cell, heading } of desk.entries('cityCode')) checkCityCode(desk, cell, heading);
  for (const { cell, heading } of desk.entries('townId')) {
    keepColumn(desk, heading, cell.text);
    if (cell.text === desk.context.cityCode) desk.doubt(cell, '町字IDの列に、市区町村のコードが入っているようです。');
  }
  for (const { cell, heading } of desk.entries('kept')) {
    keepColumn(desk, heading, cell.text);
    if (desk.once(`kept ${heading}`))
      desk.context.report.cell('ignored', cell, `「${heading}」の列は窓口の案内には使わず、値だけ残しました。`, '', cell.text);
  }
  for (const { cell, heading } of desk.entries('note'))
    desk.note(cell, /^(備考|説明)$/.test(heading) ? cell.text : `${heading}：${cell.text}`);
  for (const { cell, heading } of desk.entries('unknown')) {
    desk.note(cell, heading ? `${heading}：${cell.text}` : cell.text);
    if (desk.once(`unknown ${heading}`))
      desk.context.report.cell(
        'ignored',
        cell,
        heading
          ? `「${heading.slice(0, 40)}」の列は何か分からないため、各窓口の注記に残しました。`
          : '見出しのない列の文字を、各窓口の注記に残しました。',
      );
  }
}

function bookingOf(desk: Desk, cell: Entry['cell']): Booking {
  const text = desk.fit(cell, oneLine(cell.text), 2000);
  if (/不要|なくても|いりません/.test(text)) return { rule: 'none', text };
  if (/推奨|すすめ|勧め|望まし|スムーズ|できるだけ/.test(text)) return { rule: 'advised', text };
  if (/要|必要|必須|予約制|予約のみ|ください|○|有/.test(text)) return { rule: 'required', text };
  desk.doubt(cell, '予約が必要かどうか読み取れないため、「予約をおすすめ」としました。', text);
  return { rule: 'advised', text };
}

const accessIds: Record<string, string> = {
  車椅子可: 'wheelchair',
  バリアフリートイレ: 'accessible-toilet',
  点字や読上による支援: 'braille',
  盲導犬介助犬聴導犬同伴: 'guide-dog',
  筆談対応: 'written',
  授乳室: 'nursing-room',
};

/** Flags are 有/無 in some lists, 1/blank in others. */
function readAccess(desk: Desk, cell: Entry['cell'], heading: string): void {
  const value = cell.text.normalize('NFKC');
  if (/^(無|0|×|否|不可|false)$/i.test(value)) return;
  const key = comparable(heading);
  const found = Object.entries(accessIds).find(([word]) => comparable(word) === key)?.[1];
  (desk.window.accessibility ??= []).push(found ?? heading.slice(0, 300));
  if (!/^(有|1|○|〇|◯|可|あり|true)$/i.test(value)) desk.note(cell, `${heading}：${cell.text}`);
}
