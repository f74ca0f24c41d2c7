/** Address, coordinates and catchment columns of one desk. */
import type { Catchment } from '../directory/window.schema.js';
import type { Desk, Entry } from './context.js';
import { catchmentLabel, isWholeCity, readBuilding, readPlace, townsOf } from './places.js';
import { clip, halfWidth, hash, oneLine, plain } from './text.js';

export function readAddress(desk: Desk): void {
  const { window } = desk;
  const whole = desk.entries('address');
  const parts = (['prefecture', 'city', 'town', 'block'] as const).flatMap((role) => desk.entries(role));
  const [first] = whole.length ? whole : parts;
  if (first) {
    const printed = (whole.length ? whole : parts).map(({ cell }) => oneLine(cell.text));
    // The split columns repeat one another when a city puts the whole address into one of them.
    const joined = whole.length
      ? printed.join(' ')
      : printed.filter((text, at) => !printed.some((other, i) => i > at && other.startsWith(text))).join('');
    const place = readPlace(joined);
    Object.assign(window, place);
    if (place.address) window.address = desk.fit(first.cell, place.address, 2000);
    if (place.building) window.building = desk.fit(first.cell, place.building, 2000);
    for (const { cell } of whole.length ? whole : parts)
      if (halfWidth(cell.text) !== cell.text) desk.repair(cell, '全角の数字・英字を半角にそろえました。', oneLine(halfWidth(cell.text)));
    if (whole.length) keepParts(desk, parts, joined);
    else if (desk.entries('city').some(({ cell }) => /\d|丁目|番地/.test(halfWidth(cell.text))))
      desk.doubt(desk.entries('city')[0]!.cell, '市区町村の列に、番地までの住所が入っているようです。', joined);
  }
  const [building] = desk.entries('building');
  if (building) {
    const read = readBuilding(oneLine(building.cell.text));
    const inAddress = typeof window.building === 'string' ? window.building : '';
    if (read.building && !oneLine(building.cell.text).includes(inAddress)) read.building = `${inAddress} ${read.building}`;
    if (read.building) window.building = desk.fit(building.cell, read.building, 2000);
    if (read.floor) window.floor = read.floor;
  }
  const [floor] = desk.entries('floor');
  if (floor)
    window.floor = desk.fit(
      floor.cell,
      /^\d{1,2}$/.test(floor.cell.text) ? `${floor.cell.text}階` : oneLine(halfWidth(floor.cell.text)),
      2000,
    );
  readPostalCode(desk);
}

/** Parts of an address that the joined form does not contain are kept beside the window. */
function keepParts(desk: Desk, parts: readonly Entry[], joined: string): void {
  const flat = halfWidth(joined).replace(/\s/g, '');
  for (const { cell, heading } of parts) {
    if (flat.includes(halfWidth(cell.text).replace(/\s/g, ''))) continue;
    keepColumn(desk, heading, cell.text);
    if (desk.once(`part ${heading}`))
      desk.doubt(cell, `住所の列と「${heading}」の列が合わない行があります。住所の列を使いました。`, joined);
  }
}

function readPostalCode(desk: Desk): void {
  for (const { cell } of desk.entries('postalCode')) {
    const digits = plain(cell.text).replace(/[〒\s-]/g, '');
    const code = /^\d{7}$/.test(digits) ? `${digits.slice(0, 3)}-${digits.slice(3)}` : undefined;
    if (code) desk.window.postalCode = code;
    else {
      desk.note(cell, `郵便番号：${cell.text}`);
      desk.doubt(cell, '郵便番号が7桁でないため、注記に残しました。');
    }
    if (code && !cell.text.includes(code)) desk.repair(cell, '郵便番号を 123-4567 の形にそろえました。', code);
  }
}

/** Text without a field of its own in a window, kept under its heading. Not shown to residents. */
export function keepColumn(desk: Desk, header: string, text: string): void {
  const columns = ((desk.window as Record<string, unknown>).importedColumns ??= []) as { header: string; text: string }[];
  columns.push({ header, text });
}

export function readLocation(desk: Desk): void {
  const [lat] = desk.entries('lat');
  const [lng] = desk.entries('lng');
  if (!lat && !lng) return;
  const one = Number(plain(lat?.cell.text ?? ''));
  const two = Number(plain(lng?.cell.text ?? ''));
  const inJapan = (y: number, x: number): boolean => y >= 20 && y <= 46 && x >= 122 && x <= 154;
  const printed = `${lat?.cell.text ?? ''}, ${lng?.cell.text ?? ''}`;
  if (lat && lng && inJapan(one, two)) {
    desk.window.location = { lat: one, lng: two };
  } else if (lat && lng && inJapan(two, one)) {
    desk.window.location = { lat: two, lng: one };
    desk.repair(lat.cell, '緯度と経度が入れ替わっているため、直しました。', `${two}, ${one}`);
  } else {
    desk.context.report.cell('doubt', (lat ?? lng)!.cell, '緯度・経度が日本の範囲にないか、数でないため、使いませんでした。', '', printed);
  }
}

/** Catchments from the column and from the name cell. A number alone makes a catchment without 町名: they are not made up. */
export function readCatchments(desk: Desk, fromName: readonly string[], nameEntry: Entry): void {
  const said: { text: string; entry: Entry }[] = fromName.map((text) => ({ text, entry: nameEntry }));
  for (const entry of desk.entries('catchment')) {
    said.push({ text: entry.cell.text, entry });
    // 地区 alone may also be where the desk stands; a wrong catchment would send people to the wrong desk.
    if (!/担当|対象|管轄|圏域/.test(entry.heading) && desk.once(`catchment ${entry.heading}`))
      desk.doubt(
        entry.cell,
        `「${entry.heading}」の列を、窓口が担当する地域とみなしました。窓口のある場所のことでないか、確かめてください。`,
      );
  }
  const ids: string[] = [];
  let labelled: Catchment | undefined;
  for (const { text, entry } of said) {
    const bare = oneLine(text).replaceAll(desk.context.cityName, '');
    if (isWholeCity(bare) || bare === '') {
      if (bare !== text) desk.repair(entry.cell, '市の全域が担当なので、担当地域を付けませんでした。', '');
      else desk.repair(entry.cell, '全域が担当なので、担当地域を付けませんでした。', '');
      continue;
    }
    const pieces = townsOf(text);
    if (pieces.length >= 1000) desk.doubt(entry.cell, '町名が多すぎるため、はじめの1000件だけを読みました。', `${pieces.length}件`);
    const labels = pieces.map(catchmentLabel);
    if (labels.every((label) => label !== undefined)) {
      pieces.forEach((piece, at) => ids.push((labelled = byLabel(desk, labels[at]!, piece)).id));
    } else {
      ids.push(byTowns(desk, text, pieces, entry, said.length === 2 ? labelled : undefined).id);
    }
  }
  if (ids.length) desk.window.catchments = [...new Set(ids)];
}

function byLabel(desk: Desk, label: string, text: string): Catchment {
  const key = label.normalize('NFKC').toLowerCase();
  const found = desk.context.catchments.get(key);
  if (found) return found;
  const made: Catchment = { id: `area-${key}`, label, name: clip(text, 2000) };
  desk.context.catchments.set(key, made);
  return made;
}

function byTowns(desk: Desk, text: string, pieces: readonly string[], entry: Entry, labelled: Catchment | undefined): Catchment {
  const key = `towns ${pieces.join(' ')}`;
  const found = desk.context.catchments.get(key);
  if (found) return found;
  const made: Catchment = labelled ?? { id: `area-${hash(pieces.join(' '))}`, name: desk.fit(entry.cell, oneLine(text), 2000) };
  made.areas = [...new Set(pieces)].map((name) => ({ name: desk.fit(entry.cell, name, 300) }));
  desk.context.catchments.set(key, made);
  if (/一部|除く|ただし|以外|～|〜|~/.test(text))
    desk.doubt(
      entry.cell,
      '「一部」「を除く」「～」などの条件は、町名として印刷のまま残しました。町名の一覧にできるか確かめてください。',
      oneLine(text),
    );
  return made;
}
