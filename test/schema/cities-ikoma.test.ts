/** 生駒市: every printed phone, FAX, address, hour and map letter of the 別表, against the rows as the plan prints them. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { parseDirectory, type ConsultationWindow, type Directory } from '@tsunagu/schema';
import { openState } from '@tsunagu/schema/open-state';

// id, then the row of 別表 包括的相談支援機関一覧 (※令和7年9月現在) as printed: 主たる受付相談, いこまる相談窓口, TEL FAX, 住所, 開所時間, 地図番号.
const table = `
city-hall	総合	生駒市役所庁内(右図)	74-1111 74-9100	東新町8-38	月曜日～金曜日 9:00～16:30	A
forest	高齢	フォレスト地域包括支援センター (担当地域①)	78-4888 78-1640	北田原町2429-4 (軽費老人ホーム長命荘内)	月曜日～土曜日 8:30～17:30	B
medical-kita		メディカル北地域包括支援センター (担当地域②)	71-3500 71-1151	あすか野北2丁目12-13	月曜日～金曜日 8:30～17:30	C
hanna-chuo		阪奈中央地域包括支援センター (担当地域③)	73-9448 73-9447	俵口町413 (阪奈中央病院北側)	月曜日～土曜日 8:45～17:00	D
higashi-ikoma		東生駒地域包括支援センター (担当地域④)	75-3367 71-8086	辻町53 (東生駒病院となり)	月～金 8:40～17:20 土 8:40～12:30	E
shakyo-houkatsu		社会福祉協議会地域包括支援センター (担当地域⑤)	73-7272 74-3610	北新町3-1 (デイサービスセンター幸楽内)	月曜日～土曜日 8:30～17:15	F
baijuso		梅寿荘地域包括支援センター (担当地域⑥)	74-8134 71-8122	西旭ヶ丘12-3 (総合支援センターあずさ内)	月曜日～土曜日 8:45～17:30	G
medical-minami		メディカル南地域包括支援センター (担当地域⑦)	77-7766 76-7700	小瀬町324-2 (介護老人保健施設優楽内)	月曜日～金曜日 8:30～17:30	H
akebi	障がい	生活支援センターあけび (主に身体障がい者)	71-6117 71-6127	さつき台2丁目6-1 (生駒市福祉センター内)	月曜日～土曜日 8:45～17:15	K
kazaguruma		生活支援センターかざぐるま (主に知的障がい者)	75-1460 75-1462	本町9-12 シルクハイツ高木201	月曜日～土曜日 8:45～17:30	I
cosmall-ikoma		生活支援センターコスモールいこま (主に精神障がい者)	73-7000 73-7660	本町7-14 ブルームビル1階	月曜日～土曜日 9:00～17:30 (土曜日は予約制)	J
asunaro		生活支援センターあすなろ (主に幼児・学童期の発達の気になることも)	75-0525 75-0531	西旭ヶ丘12-3 (総合支援センターあずさ内)	月曜日～土曜日 9:00～17:00 (土曜日は14:00迄)	F
health-section	子ども	生駒市 健康課	75-2255 75-1031	東新町1-3 (セラビーいこま2階)	月曜日～金曜日 9:00～16:30	L
child-family-center		生駒市 子ども家庭センター	73-5582 73-5583	元町1丁目6-12 (セイセイビル3階)	月曜日～金曜日 9:00～16:30	M
youthnet-ikoma		ユースネットいこま	74-7100 74-7101	北新町12-32 (教育支援施設2階)	火・木～日曜日 9:00～17:00	O
education-counselling		教育相談室	74-5571 74-5590	北新町12-32 (教育支援施設1階)	月曜日～金曜日 9:00～17:00	O
kurashi-shigoto	困窮	生駒市くらしとしごと支援センター (生駒市社会福祉協議会)	0120-883-132 -	東新町8-38	月曜日～金曜日 9:00～16:30	A
shakyo	総合	(福)生駒市社会福祉協議会	75-0234 73-0533	元町1丁目6-12 (セイセイビル4階)	月曜日～金曜日 8:30～17:15	M
rights-advocacy	その他	生駒市権利擁護支援センター (生駒市社会福祉協議会)	73-0780 73-0533	東新町8-38	月曜日～金曜日 9:00～16:30	A
`;

const sections = {
  'disability-welfare-section': '障がい福祉課',
  'livelihood-support-section': '生活支援課',
  'community-care-section': '地域包括ケア推進課',
  'childcare-section': '幼保こども園課',
  'lifelong-learning-section': '生涯学習課',
};

const ikoma: Directory = (() => {
  const result = parseDirectory(JSON.parse(readFileSync(new URL('../../examples/cities/ikoma.json', import.meta.url), 'utf8')));
  if (!result.success) throw new Error(JSON.stringify(result.issues, null, 2));
  return result.data;
})();

const rows = table
  .trim()
  .split('\n')
  .map((row) => {
    const [id, field, name, numbers, address, hours, mapKey] = row.split('\t');
    assert.ok(id && name && numbers && address && hours && mapKey && field !== undefined, row);
    const [phone, fax] = numbers.split(' ');
    assert.ok(phone && fax, row);
    return { id, field, name, phone, fax, address, hours, mapKey };
  });

const windowOf = (id: string): ConsultationWindow => {
  const found = ikoma.windows.find((window) => window.id === id);
  assert.ok(found, `no window ${id}`);
  return found;
};

/** Only how a cell is laid out may differ (brackets, spaces), never a character of what it says. */
const bare = (...texts: unknown[]): string =>
  texts
    .filter((text) => text !== undefined)
    .join('')
    .replace(/[\s()（）]/g, '');
const dialable = (printed: string): string => (printed.startsWith('0') ? printed : `0743-${printed}`);
const doubts = (notes: Directory['notes']): string[] =>
  (notes ?? []).flatMap((note) =>
    typeof note === 'object' && 'kind' in note && note.kind === 'doubt' && typeof note.text === 'string' ? [note.text] : [],
  );

describe('生駒市の別表', () => {
  it('has the 19 rows and the five sections of the city hall', () => {
    assert.equal(rows.length, 19);
    assert.deepEqual(
      ikoma.windows.map((window) => window.id),
      [...rows.map((row) => row.id), ...Object.keys(sections)],
    );
  });

  for (const row of rows) {
    it(`${row.name}: as printed`, () => {
      const window = windowOf(row.id);
      const [phone, ...others] = window.phones ?? [];
      assert.equal(others.length, 0);
      assert.equal(phone?.number, dialable(row.phone));
      assert.equal(phone?.display ?? phone?.number, row.phone);
      assert.equal(phone?.kind, row.phone.startsWith('0120') ? 'toll-free' : undefined);
      if (row.fax === '-') assert.equal(window.fax, undefined);
      else assert.deepEqual(window.fax, { number: dialable(row.fax), display: row.fax });
      assert.equal(bare(window.address, window.building, window.floor), bare(row.address));
      assert.equal(window.hours?.text, row.hours);
      assert.equal(window.mapKey, row.mapKey);
      assert.equal(window.hours?.holidays, undefined);
      assert.equal(window.hours?.yearEnd, undefined);

      const area = ikoma.catchments?.find((catchment) => catchment.id === window.catchments?.[0]);
      const brackets = [area?.name, window.mainlyFor, window.operator].filter((text) => text !== undefined);
      const printed = row.id === 'city-hall' ? row.name.replace('(右図)', '') : row.name;
      const ownBrackets = brackets.filter((text) => !bare(window.name).includes(bare(text)));
      assert.equal(bare(window.name, ...ownBrackets), bare(printed));
    });
  }

  it('gives each desk the field of its block', () => {
    let printed = '';
    for (const row of rows) {
      printed = row.field || printed;
      const field = windowOf(row.id).field ?? '';
      assert.equal(ikoma.labels?.fields?.[field], printed, row.name);
    }
  });

  it('leaves the five sections without phone, FAX, hours, and says where they are', () => {
    for (const [id, name] of Object.entries(sections)) {
      const window = windowOf(id);
      assert.equal(window.name, name);
      assert.equal(window.mapKey, 'A');
      for (const key of ['phones', 'fax', 'hours', 'address'] as const) assert.equal(window[key], undefined, `${name} ${key}`);
      assert.match(JSON.stringify(window.notes), /生駒市役所（地図番号A）の中/);
    }
  });

  it('takes every worry at every desk; the general desks are offered first', () => {
    assert.ok(ikoma.windows.every((window) => window.acceptsAll === true));
    assert.deepEqual(ikoma.catchAll, ['city-hall', 'shakyo']);
  });

  it('keeps catchments to their numbers: the plan prints no 町名', () => {
    assert.deepEqual(
      ikoma.catchments?.map((catchment) => catchment.label),
      ['①', '②', '③', '④', '⑤', '⑥', '⑦'],
    );
    assert.ok(ikoma.catchments?.every((catchment) => catchment.areas === undefined));
    const served = ikoma.windows.flatMap((window) => window.catchments ?? []);
    assert.deepEqual(
      served,
      ikoma.catchments?.map((catchment) => catchment.id),
    );
  });

  it('prints the booking sentence, the chat and the metaverse sessions', () => {
    assert.deepEqual(ikoma.booking, { rule: 'advised', text: '☎相談の際は事前予約をしていただくとスムーズです。' });
    const [chat, meeting] = ikoma.afterHours ?? [];
    assert.equal(chat?.urlText, 'IbashaChat.org');
    assert.equal(chat?.hours?.text, '24時間365日');
    assert.equal(meeting?.hours, undefined);
    assert.deepEqual(meeting?.channels, ['metaverse', 'chat', 'video']);
  });

  it('is unknown, not open, on a public holiday and at the turn of the year', () => {
    const holidayMonday = new Date('2026-11-23T10:00:00+09:00');
    const yearEndTuesday = new Date('2026-12-29T10:00:00+09:00');
    for (const row of rows) {
      const window = windowOf(row.id);
      if (row.hours.includes('火・木')) assert.equal(openState(window, holidayMonday).state, 'closed', row.name);
      else assert.equal(openState(window, holidayMonday).state, 'unknown', row.name);
      assert.equal(openState(window, yearEndTuesday).state, 'unknown', row.name);
      assert.equal(openState(window, new Date('2026-11-26T10:00:00+09:00')).state, 'open', row.name);
    }
    for (const id of Object.keys(sections)) assert.equal(openState(windowOf(id), holidayMonday).state, 'unknown', id);
  });

  it('notes every doubt instead of repairing it', () => {
    const all = [...doubts(ikoma.notes), ...ikoma.windows.flatMap((window) => doubts(window.notes))].join('\n');
    for (const word of [
      '地図番号F',
      '地図番号N',
      '気になることも',
      '子ども',
      '祝日と年末年始',
      '23',
      '読みがな',
      '町名',
      'この課だけの電話番号',
    ])
      assert.ok(all.includes(word), word);
    assert.match(doubts(ikoma.afterHours?.[0]?.notes).join(), /IbashaChat/);
  });

  it('counts the places of the 実施体制 tables as the plan does', () => {
    const consultation = ikoma.programmes?.find((programme) => programme.id === 'consultation');
    const counted = (consultation?.providers ?? []).map((provider) => [provider.name, provider.operation?.join(), provider.count]);
    assert.deepEqual(counted.slice(0, 11), [
      ['基幹型地域包括支援センター (地域包括ケア推進課)', 'direct', 1],
      ['地域包括支援センター', 'commissioned', 7],
      ['生活支援センター', 'commissioned', 4],
      ['こども家庭センター', 'direct', 1],
      ['保育コンシェルジュ (幼保こども園課)', 'direct', 1],
      ['マタニティコンシェルジュ (健康課)', 'direct', 1],
      ['生駒市くらしとしごと支援センター', 'commissioned', 1],
      ['教育相談室', 'direct', 1],
      ['ユースネットいこま', 'commissioned', 1],
      ['生駒市社会福祉協議会', 'cooperating', 1],
      ['生駒市権利擁護支援センター', 'commissioned', 1],
    ]);
    const community = ikoma.programmes?.find((programme) => programme.id === 'community');
    const counts = (community?.providers ?? []).flatMap((provider) => provider.count ?? []);
    assert.deepEqual(counts, [7, 1, 7, 1, 1, 154, 2, 2, 8, 16]);
    for (const provider of consultation?.providers.slice(0, 11) ?? [])
      assert.equal(provider.windows?.length, provider.count, String(provider.name));
  });
});
