/**
 * A made-up city with any number of desks, in the shape of a tsunagu directory file (schemaVersion 1.0).
 * No record is a real desk: towns, operators and numbers are invented (numbers use the unassigned 0999 area).
 */
import { createRandom, type Random } from './random.js';

interface Kind {
  name: string;
  kana: string;
  field: string;
  topics: string[];
  mainlyFor: string;
  notes: string[];
}

const kinds: Kind[] = [
  {
    name: '地域包括支援センター',
    kana: 'ちいきほうかつしえんせんたー',
    field: 'elderly',
    topics: ['care', 'care/dementia', 'care/service'],
    mainlyFor: '65歳以上の方とその家族',
    notes: ['介護保険の申請や認知症の相談をお受けします。', '家庭訪問もいたします。'],
  },
  {
    name: '在宅介護支援センター',
    kana: 'ざいたくかいごしえんせんたー',
    field: 'elderly',
    topics: ['care/service'],
    mainlyFor: '高齢の方',
    notes: ['介護に疲れたときもご相談ください。'],
  },
  {
    name: '障がい者生活支援センター',
    kana: 'しょうがいしゃせいかつしえんせんたー',
    field: 'disability',
    topics: ['illness-disability/physical'],
    mainlyFor: '主に身体障がい者',
    notes: ['福祉サービスの利用計画を一緒に考えます。'],
  },
  {
    name: '地域活動支援センター',
    kana: 'ちいきかつどうしえんせんたー',
    field: 'disability',
    topics: ['illness-disability/mental', 'community-relations'],
    mainlyFor: '主に精神障がい者',
    notes: ['日中を過ごす居場所があります。'],
  },
  {
    name: '基幹相談支援センター',
    kana: 'きかんそうだんしえんせんたー',
    field: 'disability',
    topics: ['illness-disability', 'illness-disability/welfare-service'],
    mainlyFor: '障がいのある方とその家族',
    notes: ['専門の相談員がお話をうかがいます。'],
  },
  {
    name: '子育て支援センター',
    kana: 'こそだてしえんせんたー',
    field: 'child',
    topics: ['child-rearing'],
    mainlyFor: '就学前の子どもと保護者',
    notes: ['子育ての悩みを気軽にお話しください。', '親子で遊べる部屋があります。'],
  },
  {
    name: '子ども家庭センター',
    kana: 'こどもかていせんたー',
    field: 'child',
    topics: ['child-rearing', 'family-relations', 'dv-abuse/child'],
    mainlyFor: '18歳未満の子どもと家庭',
    notes: ['子どもの発達や家族のことを相談できます。'],
  },
  {
    name: '教育相談室',
    kana: 'きょういくそうだんしつ',
    field: 'child',
    topics: ['child-rearing/school', 'hikikomori-truancy/truancy'],
    mainlyFor: '小中学生と保護者',
    notes: ['学校に行きづらいときの相談をお受けします。'],
  },
  {
    name: '自立相談支援窓口',
    kana: 'じりつそうだんしえんまどぐち',
    field: 'livelihood',
    topics: ['income', 'debt', 'housing', 'rent-loan'],
    mainlyFor: '生活にお困りの方',
    notes: ['家計や仕事さがしを一緒に考えます。'],
  },
  {
    name: '就労準備支援窓口',
    kana: 'しゅうろうじゅんびしえんまどぐち',
    field: 'livelihood',
    topics: ['job-search'],
    mainlyFor: '働くことに不安のある方',
    notes: ['履歴書の書き方からお手伝いします。'],
  },
  {
    name: '権利擁護支援センター',
    kana: 'けんりようごしえんせんたー',
    field: 'rights',
    topics: ['other/rights'],
    mainlyFor: '判断に不安のある方',
    notes: ['成年後見制度のご案内をします。'],
  },
  {
    name: '福祉総合相談窓口',
    kana: 'ふくしそうごうそうだんまどぐち',
    field: 'general',
    topics: ['other/help-to-act'],
    mainlyFor: 'どなたでも',
    notes: ['どこに相談すればよいか分からないときはこちらへ。'],
  },
  {
    name: '健康相談室',
    kana: 'けんこうそうだんしつ',
    field: 'health',
    topics: ['illness-disability/general-health'],
    mainlyFor: 'どなたでも',
    notes: ['保健師がお話をうかがいます。'],
  },
];

const townHeads: [string, string][] = [
  ['青葉', 'あおば'],
  ['朝日', 'あさひ'],
  ['泉', 'いずみ'],
  ['梅園', 'うめぞの'],
  ['大谷', 'おおたに'],
  ['小川', 'おがわ'],
  ['柏木', 'かしわぎ'],
  ['上野', 'うえの'],
  ['北原', 'きたはら'],
  ['桜丘', 'さくらおか'],
  ['清水', 'しみず'],
  ['白鳥', 'しらとり'],
  ['杉山', 'すぎやま'],
  ['高岡', 'たかおか'],
  ['竹林', 'たけばやし'],
  ['鶴見', 'つるみ'],
  ['中島', 'なかじま'],
  ['西田', 'にしだ'],
  ['野中', 'のなか'],
  ['花園', 'はなぞの'],
  ['東山', 'ひがしやま'],
  ['藤沢', 'ふじさわ'],
  ['星川', 'ほしかわ'],
  ['松原', 'まつばら'],
  ['緑', 'みどり'],
  ['南本', 'みなみほん'],
  ['宮前', 'みやまえ'],
  ['森下', 'もりした'],
  ['柳', 'やなぎ'],
  ['若葉', 'わかば'],
];
const townTails: [string, string][] = [
  ['町', 'ちょう'],
  ['台', 'だい'],
  ['ヶ丘', 'がおか'],
  ['新田', 'しんでん'],
  ['元町', 'もとまち'],
];
const buildings = ['総合福祉会館', '市民プラザ', '保健センター', 'コミュニティホール', 'シルクハイツ', 'ふれあいビル', '第二庁舎'];
const operators = [
  '社会福祉法人みほん会',
  '社会福祉法人あおぞら',
  '医療法人さくら',
  '特定非営利活動法人つながり',
  'みほん市社会福祉協議会',
];
const sections = ['地域包括ケア推進課', '障がい福祉課', '子ども政策課', '生活支援課', '福祉総務課'];

interface Hours {
  text: string;
  weekly?: { days: string[]; from: string; to: string; byAppointment?: boolean; nth?: number[] }[];
  holidays?: 'closed' | 'open' | 'unknown';
}

const work = ['mon', 'tue', 'wed', 'thu', 'fri'];
const hoursOfDesks: Hours[] = [
  { text: '月曜日～金曜日 8:30～17:15', weekly: [{ days: work, from: '08:30', to: '17:15' }], holidays: 'closed' },
  { text: '月曜日～金曜日 9:00～16:30', weekly: [{ days: work, from: '09:00', to: '16:30' }] },
  { text: '月曜日～土曜日 8:45～17:30', weekly: [{ days: [...work, 'sat'], from: '08:45', to: '17:30' }] },
  {
    text: '月～金 8:40～17:20 土 8:40～12:30',
    weekly: [
      { days: work, from: '08:40', to: '17:20' },
      { days: ['sat'], from: '08:40', to: '12:30' },
    ],
  },
  {
    text: '月曜日～金曜日 9:00～12:00 13:00～17:00',
    weekly: [
      { days: work, from: '09:00', to: '12:00' },
      { days: work, from: '13:00', to: '17:00' },
    ],
    holidays: 'closed',
  },
  {
    text: '火・木～日曜日 9:00～17:00',
    weekly: [{ days: ['tue', 'thu', 'fri', 'sat', 'sun'], from: '09:00', to: '17:00' }],
    holidays: 'open',
  },
  {
    text: '月曜日～土曜日 9:00～17:30（土曜日は予約制）',
    weekly: [
      { days: work, from: '09:00', to: '17:30' },
      { days: ['sat'], from: '09:00', to: '17:30', byAppointment: true },
    ],
  },
  { text: '第2・第4水曜日 13:00～16:00', weekly: [{ days: ['wed'], from: '13:00', to: '16:00', nth: [2, 4] }] },
  { text: '年中無休 24時間', weekly: [{ days: [...work, 'sat', 'sun'], from: '00:00', to: '24:00' }], holidays: 'open' },
  { text: '開所日はお問い合わせください' },
];

const pad = (n: number, width: number): string => String(n).padStart(width, '0');

function createDesk(random: Random, i: number): Record<string, unknown> {
  const kind = random.pick(kinds);
  const [head, headKana] = random.pick(townHeads);
  const [tail, tailKana] = random.pick(townTails);
  const town = `${head}${tail}`;
  const number = 1 + Math.floor(random.next() * 9);
  const named = random.next() < 0.5 ? `第${number}` : '';
  const phone = `0999-${pad(10 + Math.floor(random.next() * 89), 2)}-${pad(Math.floor(random.next() * 10_000), 4)}`;
  const desk: Record<string, unknown> = {
    id: `desk-${i}`,
    name: `${town}${named}${kind.name}`,
    kana: `${headKana}${tailKana}${named ? `だい${number}` : ''}${kind.kana}`,
    field: kind.field,
    operator: random.pick(operators),
    phones: [{ number: phone, display: phone.slice(5) }],
    postalCode: `999-${pad(Math.floor(random.next() * 10_000), 4)}`,
    address: `${town}${number}丁目${1 + Math.floor(random.next() * 30)}-${1 + Math.floor(random.next() * 40)}`,
    hours: random.pick(hoursOfDesks),
    topics: kind.topics,
    mainlyFor: kind.mainlyFor,
    notes: [random.pick(kind.notes)],
    catchments: [`c${1 + (i % 20)}`],
  };
  if (random.next() < 0.6)
    desk['fax'] = { number: `0999-${pad(10 + Math.floor(random.next() * 89), 2)}-${pad(Math.floor(random.next() * 10_000), 4)}` };
  if (random.next() < 0.5) Object.assign(desk, { building: random.pick(buildings), floor: `${1 + Math.floor(random.next() * 5)}階` });
  if (random.next() < 0.5) desk['section'] = random.pick(sections);
  if (random.next() < 0.5) desk['operation'] = random.pick(['direct', 'commissioned', 'designated']);
  if (random.next() < 0.3)
    desk['channels'] = random.pick([
      ['phone', 'visit'],
      ['phone', 'visit', 'fax'],
      ['phone', 'visit', 'home-visit'],
      ['phone', 'email'],
    ]);
  if (random.next() < 0.3) desk['booking'] = { rule: 'advised', text: '事前にお電話いただくとスムーズです。' };
  if (kind.field === 'general') desk['acceptsAll'] = true;
  return desk;
}

export function createDirectory(size: number, seed = 20250901): Record<string, unknown> {
  const random = createRandom(seed + size);
  const windows = Array.from({ length: size }, (_, i) => createDesk(random, i));
  Object.assign(windows[0] ?? {}, {
    id: 'desk-0',
    name: 'みほん市福祉総合相談窓口',
    kana: 'みほんしふくしそうごうそうだんまどぐち',
    field: 'general',
    acceptsAll: true,
    topics: [],
  });
  return {
    schemaVersion: '1.0',
    updated: '2025-09-01',
    source: 'bench: generated, no real desk',
    municipality: {
      code: '990001',
      name: 'みほん市',
      kana: 'みほんし',
      mainContact: { name: 'みほん市役所', phones: [{ number: '0999-10-0000' }] },
    },
    catchAll: ['desk-0'],
    catchments: Array.from({ length: 20 }, (_, i) => ({ id: `c${i + 1}`, label: `第${i + 1}圏域` })),
    windows,
  };
}
