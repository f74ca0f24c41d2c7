/**
 * Where each national line was checked. Kept out of the widget: city staff and tests read it, residents do not.
 *
 * `verifiedOn` = the day the number was found on the page named by `source` (a stored copy of it, which may be older);
 * absent = not found on a page we could trust. What stayed open is a note of kind `doubt`.
 */
import type { EmergencyLine } from '../directory/window.schema.js';
import { nationalLines } from './index.js';

type Provenance = Pick<EmergencyLine, 'source' | 'verifiedOn' | 'notes'>;

const checked = (title: string, url: string, ...doubts: string[]): Provenance => ({
  ...unchecked(title, url, ...doubts),
  verifiedOn: '2026-11-22',
});

const unchecked = (title: string, url: string, ...doubts: string[]): Provenance => ({
  source: { title, url },
  ...(doubts.length > 0 && { notes: doubts.map((text) => ({ kind: 'doubt' as const, text })) }),
});

const sexualViolence = [
  '性犯罪・性暴力被害者への支援（内閣府男女共同参画局）',
  'https://www.gender.go.jp/policy/sokushin/ouen/safe/victim/',
] as const;
const police = [
  '暮らしの安全に関する心配事は、警察相談専用電話♯9110へ（政府広報オンライン、平成27年）',
  'https://www.gov-online.go.jp/pr/media/cd/201511/201511_08.html',
] as const;

export const lineSources: Readonly<Record<string, Provenance>> = {
  'police-110': checked(...police),
  'fire-119': checked('119番通報（南魚沼市消防本部）', 'https://www.city.minamiuonuma.niigata.jp/shoubouhonbu/docs/4193.html'),
  yorisoi: checked('よりそいホットライン（厚生労働省、平成25年）', 'https://www.mhlw.go.jp/stf/houdou/yorisoigatasoudansienjigyou/'),
  'inochi-sos': checked(
    'こころの悩みに関する主な相談機関一覧（毎日新聞、2022年）。広報やす（滋賀県野洲市）令和6年9月1日号にも同じ番号',
    'https://mainichi.jp/articles/20220826/osg/00m/040/001000d',
    '受付時間は、2022年に「月・木・金曜は24時間、ほかの日は6時～24時」とありました。今の時間は確かめられなかったので、載せていません。',
  ),
  'anata-no-ibasho': unchecked(
    '特定非営利活動法人あなたのいばしょ（東京都 若ぽた、2025年）',
    'https://www.wakapota.metro.tokyo.lg.jp/column/introduction.php?id=13',
    '24時間365日のチャットであることはこのページで確かめました。アドレスは2020年4月の朝日新聞の記事によります。今もつながるかは確かめていません。',
  ),
  'dv-plus': checked(
    'DV相談プラス（政府広報オンライン）',
    'https://www.gov-online.go.jp/cam/no_dvca/dv03/',
    '「24時間」とあります。祝日と年末年始も含むと読みました。',
  ),
  'dv-navi': checked(
    '配偶者からの暴力全般に関する相談窓口（内閣府男女共同参画局）',
    'https://www.gender.go.jp/policy/no_violence/e-vaw/soudankikan/01.html',
  ),
  'sexual-police': checked(...sexualViolence, '「24時間」とあります。祝日と年末年始も含むと読みました。'),
  'sexual-one-stop': checked(...sexualViolence, '通話料が無料かどうかは、このページに書かれていません。'),
  'child-abuse-189': checked(
    '児童相談所虐待対応ダイヤル「189」とは（川口市）',
    'https://www.city.kawaguchi.lg.jp/soshiki/01080/030/gyakutai/32717.html',
  ),
  'child-sos': checked(
    '「24時間子供SOSダイヤル」について（文部科学省）',
    'https://www.mext.go.jp/a_menu/shotou/seitoshidou/1306988.htm',
    '「夜間・休日を含め24時間」とあります。年末年始も含むと読みました。',
  ),
  childline: checked('チャイルドラインとは（福島県チャイルドライン推進協議会）', 'http://www.cl-fukushima.org/suisinkyougikai/index.html'),
  'inochi-no-denwa': checked(
    '自殺対策強化月間（東京都あきる野市、2023年）',
    'https://www.city.akiruno.tokyo.jp/0000015267.html',
    '毎月10日は翌日の8時まで続きますが、週の時間には入れていません。',
  ),
  'inochi-no-denwa-navi': checked(
    '相談窓口（山口県萩市）',
    'https://hagi-city.site.ktaiwork.jp/archives/8505',
    '祝日は「毎日」に含むと読みました。年末年始は書かれていません。',
  ),
  'kokoro-dial': checked(
    'こころの健康相談統一ダイヤル（厚生労働省 令和8年度予算案の資料）',
    'https://www.wic-net.com/material/document/23000/14',
    '令和8年度からフリーダイヤルも使えるようにする案があります。新しい番号は確かめられませんでした。',
  ),
  'medical-7119': checked(
    '救急安心センター事業（♯7119）の推進（令和2年版 消防白書）',
    'https://www.fdma.go.jp/publication/hakusho/r2/chapter2/section5/56544.html',
    '行っている地域と受付時間は、市町村ごとに確かめてください。',
  ),
  'child-medical-8000': checked(
    '小児救急電話相談（消費者庁、2011年）',
    'https://www.caa.go.jp/kodomo/mail/past/vol/20111110.php',
    '名称は2018年に「子ども医療電話相談事業」に変わりました。受付時間は都道府県ごとに確かめてください。',
  ),
  'police-9110': checked(...police),
  'consumer-188': checked(
    '消費者ホットライン（消費者庁）',
    'https://www.caa.go.jp/policies/policy/local_cooperation/local_consumer_administration/hotline/',
  ),
};

/** The national lines with their sources, check dates and doubts. */
export const sourcedLines: readonly EmergencyLine[] = nationalLines.map((line) => ({ ...line, ...lineSources[line.id] }));
