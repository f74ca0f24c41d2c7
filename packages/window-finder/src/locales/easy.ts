import { commonEasy, monthDay, newYear, publicHoliday, weekdays } from '@tsunagu/core/common/easy';
import type { FinderMessages } from './messages.js';

const pleaseCall = '電話《でんわ》で 聞《き》いて ください。';
const call = '電話《でんわ》する';
const send = 'この 窓口《まどぐち》に 相談《そうだん》を 送《おく》る';
const details = 'くわしく 見《み》る';

/** やさしい日本語: one fact a sentence, plain words, spaces between phrases, a reading on every kanji. */
export const easy: FinderMessages = {
  ...commonEasy,
  list: (items) => items.join('、'),
  labelled: (label, value) => `${label}：${value}`,

  heading: '相談《そうだん》する ところを さがす',
  intro:
    '窓口《まどぐち》は 相談《そうだん》を する ところです。どの 窓口《まどぐち》も、どんな 相談《そうだん》でも 聞《き》きます。わからない ときは、総合窓口《そうごうまどぐち》に 聞《き》いて ください。',
  searchLabel: '困《こま》って いる こと・窓口《まどぐち》の 名前《なまえ》・町《まち》の 名前《なまえ》',
  searchExample: '例《れい》：お金《かね》が ない、仕事《しごと》が ない、子《こ》どもが 学校《がっこう》に 行《い》かない',
  clear: '消《け》す',
  topicsLabel: '困《こま》って いる ことを えらぶ（いくつ えらんでも いいです）',
  moreTopics: 'もっと 見《み》る',
  fewerTopics: '少《すく》なく する',
  openNow: '今《いま》 開《あ》いて いる 窓口《まどぐち》だけ 見《み》る',
  narrow: '町《まち》・日《ひ》・相談《そうだん》の しかたから えらぶ',
  area: '住《す》んで いる 町《まち》',
  areaAny: 'えらばない',
  at: '相談《そうだん》したい 日《ひ》と 時間《じかん》',
  atHelp: 'その 日《ひ》の その 時間《じかん》に 開《あ》いて いる 窓口《まどぐち》が わかります。',
  atNow: '「今《いま》」に もどす',
  channelsLabel: '相談《そうだん》の しかた',
  channels: {
    phone: '電話《でんわ》',
    visit: '窓口《まどぐち》に 行《い》く',
    fax: 'FAX（紙《かみ》を 電話《でんわ》で 送《おく》る）',
    email: 'メール',
    form: 'インターネットで 書《か》いて 送《おく》る',
    chat: '文字《もじ》で 話《はな》す（チャット）',
    video: '顔《かお》を 見《み》て 話《はな》す 電話《でんわ》（ビデオ通話《つうわ》）',
    metaverse: 'インターネットの 中《なか》の 場所《ばしょ》で 話《はな》す（メタバース）',
    'home-visit': '家《いえ》に 来《き》て もらう',
  },

  count: (count) => `${count}か所《しょ》の 窓口《まどぐち》が あります`,
  countOpen: (count) => `${count}か所《しょ》の 窓口《まどぐち》が 開《あ》いて います`,
  noMatch:
    '書《か》いた ことばに 合《あ》う 窓口《まどぐち》は ありませんでした。下《した》の 窓口《まどぐち》は、どんな 相談《そうだん》でも 聞《き》きます。',
  noneOpen:
    '今《いま》 開《あ》いて いる 窓口《まどぐち》は ありません。次《つぎ》に 開《あ》く 窓口《まどぐち》を 見《み》て ください。今《いま》 相談《そうだん》できる ところも 見《み》て ください。',
  noneOpenChat:
    '今《いま》 開《あ》いて いる 窓口《まどぐち》は ありません。チャット（文字《もじ》で 話《はな》す 相談《そうだん》）は 今《いま》 使《つか》えます。',
  catchmentHint:
    'あなたの 町《まち》の 窓口《まどぐち》が わからなくても だいじょうぶです。どの 窓口《まどぐち》に 電話《でんわ》しても いいです。',
  more: (rest) => `ほかの 窓口《まどぐち》も 見《み》る（あと ${rest}か所《しょ》）`,

  emergencyHeading: '今《いま》 すぐ 話《はな》せる ところが あります',
  emergencyText: 'うまく 話《はな》せなくても だいじょうぶです。下《した》の 窓口《まどぐち》にも 相談《そうだん》できます。',
  fallbackHeading: 'どこで 相談《そうだん》するか わからない とき',
  fallbackText:
    'うまく 話《はな》せなくても だいじょうぶです。まず 話《はなし》を 聞《き》きます。それから、合《あ》う ところを 紹介《しょうかい》します。',
  servicesHeading: '窓口《まどぐち》が 閉《し》まって いる ときに 相談《そうだん》できる ところ',

  call,
  callLabel: (name, number) => `${call} ${number}：${name}`,
  visitSite: (name) => `${name}の ページを 見《み》る`,
  send,
  sendLabel: (name) => `${send}：${name}`,
  details,
  detailsLabel: (name) => `${details}：${name}`,
  noContact: '電話《でんわ》の 番号《ばんごう》は、ここに 書《か》いて ありません。',

  hours: '開《あ》いて いる 時間《じかん》',
  hoursAsPrinted: '案内《あんない》に 書《か》いて ある 時間《じかん》',
  today: '今日《きょう》',
  closedDay: '休《やす》み',
  appointmentOnly: '予約《よやく》した 人《ひと》だけ',
  nth: (weeks) => `月《つき》の ${weeks.map((week) => `${week}回目《かいめ》`).join('・')}`,
  weekdays: {
    mon: weekdays[0],
    tue: weekdays[1],
    wed: weekdays[2],
    thu: weekdays[3],
    fri: weekdays[4],
    sat: weekdays[5],
    sun: weekdays[6],
  },
  holidays: {
    open: `${publicHoliday}も 開《あ》いて います。`,
    closed: `${publicHoliday}は 休《やす》みです。`,
  },
  yearEnd: {
    open: `${newYear}も 開《あ》いて います。`,
    closed: `${newYear}は 休《やす》みです。`,
  },
  notStated: (holidays, yearEnd) =>
    [holidays && publicHoliday, yearEnd && newYear]
      .filter(Boolean)
      .map((days) => `${days}の ことは、案内《あんない》に 書《か》いて ありません。`)
      .join(' '),
  span: (from, to) => `${from}～${to}`,

  fields: {
    general: '総合《そうごう》（どんな ことでも）',
    elderly: '年《とし》を とった 人《ひと》',
    disability: '障《しょう》がい',
    child: '子《こ》ども',
    livelihood: 'お金《かね》・くらし',
    health: '健康《けんこう》',
    rights: '権利《けんり》を 守《まも》る',
    other: 'ほかの こと',
  },
  phone: '電話《でんわ》',
  tollFree: '電話《でんわ》の お金《かね》は かかりません',
  extension: (extension) => `内線《ないせん》の 番号《ばんごう》：${extension}`,
  fax: 'FAX',
  email: 'メール',
  website: 'ホームページ',
  address: '住所《じゅうしょ》',
  addressWithheld: `安全《あんぜん》の ため、場所《ばしょ》は 書《か》いて いません。${pleaseCall}`,
  areaOnly: '安全《あんぜん》の ため、くわしい 場所《ばしょ》は 書《か》いて いません。',
  mapKey: '地図《ちず》の しるし',
  mainlyFor: 'おもに 相談《そうだん》する 人《ひと》',
  booking: '予約《よやく》（行《い》く 前《まえ》に 日《ひ》を 決《き》める こと）',
  bookingRules: {
    required: '予約《よやく》を して から 来《き》て ください。',
    advised: '予約《よやく》を する ほうが いいです。',
    none: '予約《よやく》は いりません。',
  },
  catchment: '担当地域《たんとうちいき》（相談《そうだん》を 聞《き》く 町《まち》）',
  languages: '使《つか》える ことば',
  accessibility: '使《つか》いやすく する ための もの',
  accessibilityNames: {
    wheelchair: '車《くるま》いすで 使《つか》えます',
    elevator: 'エレベーター',
    'accessible-toilet': '車《くるま》いすでも 使《つか》える 広《ひろ》い トイレ',
    'sign-language': '手話《しゅわ》（手《て》で 話《はな》す ことば）',
    written: '筆談《ひつだん》（紙《かみ》に 書《か》いて 話《はな》す こと）',
    'hearing-loop': '補聴器《ほちょうき》で よく 聞《き》こえる ように する 機械《きかい》',
    braille: '点字《てんじ》（指《ゆび》で 読《よ》む 字《じ》）',
    'guide-dog': '補助犬《ほじょけん》（人《ひと》を 助《たす》ける 犬《いぬ》）と 入《はい》れます',
    interpreter: '通訳《つうやく》（ことばを かえて 伝《つた》える 人《ひと》）',
    'nursing-room': '授乳室《じゅにゅうしつ》（赤《あか》ちゃんに おっぱいや ミルクを あげる 部屋《へや》）',
  },
  section: '担当課《たんとうか》（この 窓口《まどぐち》の ことを 決《き》める 役所《やくしょ》の 課《か》）',
  operator: '運営《うんえい》（この 窓口《まどぐち》の 仕事《しごと》を して いる ところ）',
  notes: 'お知《し》らせ',
  source: 'もとの 資料《しりょう》',
  verifiedOn: (day) => `${day.year}年《ねん》${monthDay(day)}に 確《たし》かめました`,

  whyTopic: (labels) => `${labels.map((label) => `「${label}」`).join('')}の 相談《そうだん》が できます`,
  whyArea: (area) => `${area}の 人《ひと》の 相談《そうだん》を 聞《き》きます`,
  whyName: '窓口《まどぐち》の 名前《なまえ》か 住所《じゅうしょ》が、書《か》いた ことばと 合《あ》います',
  whyPhone: '電話《でんわ》の 番号《ばんごう》が 同《おな》じです',
  whyAcceptsAll: 'どんな 相談《そうだん》でも 聞《き》きます',

  notUnderstood: `開《あ》いて いる 時間《じかん》は「${details}」に 書《か》いて あります`,

  print: '窓口《まどぐち》を 紙《かみ》に 印刷《いんさつ》する',
  loading: '窓口《まどぐち》の 情報《じょうほう》を 読《よ》んで います',
  failed: '窓口《まどぐち》の 情報《じょうほう》を 読《よ》む ことが できませんでした。下《した》の ところに 電話《でんわ》して ください。',
  retry: 'もう一度《いちど》 ためす',
};
