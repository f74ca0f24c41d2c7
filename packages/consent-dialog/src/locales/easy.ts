import { commonEasy, monthDay, weekdays } from '@tsunagu/core/common/easy';
import type { ConsentMessages } from './messages.js';

const { languageLabel, languageNames, furigana } = commonEasy;
const give = '伝《つた》えて いい';
const refuse = '伝《つた》えない';
const defer = 'もう少《すこ》し 考《かんが》える';
const record = '記録《きろく》する';
const example = '例《れい》';
const name = '名前《なまえ》';
const desk = '窓口《まどぐち》の 人《ひと》';
const nobodyTold = 'だれにも 伝《つた》えません。';
const goesOn = '相談《そうだん》は 続《つづ》ける ことが できます。';
const canChange = 'あとから 変《か》える ことが できます。やめる ことも できます。';
const tellDesk = `${desk}に 言《い》って ください。`;
const nothingWritten = '何《なに》も 記録《きろく》して いません。';
const choicesStay = 'えらんだ ことは 残《のこ》って います。';
const becauseAsked = 'あなたが そう 言《い》ったので、';

/** やさしい日本語: one fact a sentence, plain words, spaces between phrases, a reading on every kanji. */
export const easy: ConsentMessages = {
  languageLabel,
  languageNames,
  furigana,
  list: (items) => items.join('、'),
  labelled: (label, text) => `${label}：${text}`,
  day: (day) => `${day.year}年《ねん》${monthDay(day)}（${weekdays[day.weekday]}）`,
  moment: (day, time) => `${day} ${time}`,

  headings: {
    decide: '話《はなし》を 伝《つた》えて いいか、いっしょに 決《き》めます',
    withdraw: '伝《つた》える ことを やめる',
    worker: '伝《つた》えて いい ことと、話《はな》す 場所《ばしょ》',
  },
  close: '閉《と》じる',
  back: '前《まえ》に もどる',
  closeSafely: `今《いま》 閉《と》じても いいです。${nothingWritten}`,
  optional: '書《か》かなくても いいです',
  required: '必要《ひつよう》です',
  loading: '準備《じゅんび》して います',
  notLoaded: `画面《がめん》の 一部《いちぶ》を 出《だ》す ことが できませんでした。${choicesStay}少《すこ》し 待《ま》って、もう一度《いちど》 して ください。`,
  retry: 'もう一度《いちど》 する',

  sections: {
    decide: '決《き》める',
    who: '決《き》める 人《ひと》・決《き》め方《かた》',
    name: `${name}を 書《か》く`,
    receipt: '控《ひか》え（決《き》めた ことの メモ）',
  },

  decideText: `ここまでの ことを 全部《ぜんぶ》 いっしょに 決《き》めます。どれを えらんでも、${goesOn}`,
  give,
  refuse,
  defer,
  choose: '1つずつ 決《き》める',
  chooseText: '1つずつ えらべます。えらばない ことは、伝《つた》えません。',
  byAgency: 'だれに 伝《つた》えるか',
  byItem: '何《なに》を 伝《つた》えるか',
  each: '中《なか》を 1つずつ 決《き》める',
  eachLabel: (whose) => `${whose}：中《なか》を 1つずつ 決《き》める`,
  undecided: 'まだ 決《き》めて いません',
  mixed: (given, refused, open) =>
    [given && `${give} ${given}`, refused && `${refuse} ${refused}`, open && `まだ ${open}`].filter(Boolean).join('・'),
  reason: '伝《つた》えたくない 理由《りゆう》（なぜか）',
  reasonExample: `${example}：学校《がっこう》には 知《し》って ほしくない`,
  proceed: 'これで 次《つぎ》に 行《い》く',
  nothingChosen: 'まだ 何《なに》も えらんで いません。1つ えらぶと 次《つぎ》に 行《い》けます。',
  chooseAgain: 'えらんだ ことを 消《け》す',
  preview: '何《なに》が 伝《つた》わるか 見《み》る',
  previewHide: '見《み》るのを やめる',

  chosen: {
    given: `「${give}」を えらびました`,
    partly: '伝《つた》えて いい ことを、1つずつ えらびました',
    refused: `「${refuse}」を えらびました`,
    deferred: `「${defer}」を えらびました`,
    renewed: '伝《つた》えて いい 期間《きかん》を 長《なが》く します',
  },
  notYet: `まだ 記録《きろく》して いません。下《した》の「${record}」で 決《き》まります。`,
  leftOpen: (count) => `まだ 決《き》めて いない ものが ${count}個《こ》 あります。決《き》めるまで 伝《つた》えません。`,

  by: '決《き》める 人《ひと》は だれですか',
  bySomebody: '代《か》わりの 人《ひと》',
  representative: '代《か》わりに 決《き》める 人《ひと》は だれですか',
  representativeName: `代《か》わりに 決《き》める 人《ひと》の ${name}`,
  authority: '代《か》わりに 決《き》めて いい ことが わかる もの',
  authorityExample: `${example}：登記事項証明書《とうきじこうしょうめいしょ》、戸籍《こせき》`,
  support: 'どんな 手伝《てつだ》いが ありましたか',
  supportExample: `${example}：手話《しゅわ》、絵《え》を 使《つか》った 説明《せつめい》、家族《かぞく》と いっしょ`,
  how: 'どう やって 伝《つた》えましたか',
  explainedBy: '説明《せつめい》した 人《ひと》',
  witness: 'いっしょに 聞《き》いた 人《ひと》',
  witnessRole: 'いっしょに 聞《き》いた 人《ひと》の 仕事《しごと》や 役目《やくめ》',
  witnessRoleExample: `${example}：民生委員《みんせいいいん》、ほかの ${desk}`,
  language: '説明《せつめい》した ことば',
  until: 'もっと 早《はや》く 終《お》わりに する 日《ひ》',
  untilText: '書《か》かない ときは、4の とおりです。',
  reAsk: 'いつ また 聞《き》いて いいですか',
  reAskChoices: {
    month: '1か月《げつ》は 聞《き》かないで ください',
    quarter: '3か月《げつ》は 聞《き》かないで ください',
    never: '私《わたし》が 話《はな》すまで、もう 聞《き》かないで ください',
  },

  nameOral: `話《はな》して 決《き》める ときは、あなたの ${name}を 書《か》かなくて いいです。説明《せつめい》した 人《ひと》の ${name}を 残《のこ》します。いっしょに 聞《き》いた 人《ひと》の ${name}も 残《のこ》します。`,
  typedName: name,
  paper: '書《か》いて もらった 紙《かみ》の 番号《ばんごう》や 場所《ばしょ》',
  paperExample: `${example}：紙《かみ》の ファイル 12番《ばん》`,

  record,
  recording: '記録《きろく》して います',
  problemsHeading: (count) => `あと ${count}か所《しょ》 見《み》て ください`,
  problems: {
    by: '決《き》める 人《ひと》を まだ えらんで いません',
    representative: '代《か》わりに 決《き》める 人《ひと》を まだ えらんで いません',
    authority: '何《なに》を 見《み》て わかったか、まだ 書《か》いて いません',
    support: 'どんな 手伝《てつだ》いか、まだ 書《か》いて いません',
    how: 'どう やって 伝《つた》えたか、まだ えらんで いません',
    explainedBy: `説明《せつめい》した 人《ひと》の ${name}を まだ 書《か》いて いません`,
    witness: `いっしょに 聞《き》いた 人《ひと》の ${name}を まだ 書《か》いて いません`,
    name: `${name}を まだ 書《か》いて いません`,
    paper: '紙《かみ》の 番号《ばんごう》や 場所《ばしょ》を まだ 書《か》いて いません',
    until: '今日《きょう》から、4の 日《ひ》までの 中《なか》で えらべます',
    scope: 'やめる ものを まだ えらんで いません',
    ends: 'いつまでか、まだ えらんで いません',
    newEnd: '今日《きょう》から 後《あと》の 日《ひ》を えらべます',
  },

  receiptHeading: {
    given: `「${give}」と 記録《きろく》しました`,
    partly: 'えらんだ とおりに 記録《きろく》しました',
    refused: `「${refuse}」と 記録《きろく》しました`,
    deferred: `「${defer}」と 記録《きろく》しました`,
    withdrawn: 'やめました',
    narrowed: 'えらんだ ものを やめました',
    renewed: '伝《つた》えて いい 期間《きかん》を 長《なが》く しました',
  },
  receiptText: {
    given: canChange,
    partly: `えらばなかった ことは 伝《つた》えません。${canChange}`,
    refused: `${nobodyTold}${goesOn}`,
    deferred: `決《き》まるまで、${nobodyTold}${goesOn}`,
    withdrawn: `これからは 伝《つた》えません。${goesOn}`,
    narrowed: `えらんだ ことは、これからは 伝《つた》えません。ほかの ことは 変《か》わりません。${goesOn}`,
    renewed: canChange,
  },
  receiptNumber: '控《ひか》えの 番号《ばんごう》',
  receiptCode: '確《たし》かめる 番号《ばんごう》',
  receiptNumberText: `番号《ばんごう》に、あなたの ${name}や 相談《そうだん》の ことは 入《はい》って いません。`,
  decidedAt: '決《き》めた 日《ひ》',
  decidedBy: '決《き》めた 人《ひと》',
  given: '伝《つた》えて いい こと',
  refused: '伝《つた》えない こと',
  open: 'まだ 決《き》めて いない こと',
  taken: 'やめた こと',
  over: 'もう 伝《つた》えない こと（終《お》わった こと）',
  untilDay: (day) => `${day}まで`,
  reAskFrom: (day) => `${day}より 前《まえ》には 聞《き》きません。`,
  reAskNever: 'あなたが 話《はな》すまで、もう 聞《き》きません。',
  notPrinted: {
    receipt: `この 機械《きかい》では 印刷《いんさつ》（紙《かみ》に 出《だ》す こと）が できませんでした。番号《ばんごう》を 書《か》いて 持《も》って いて ください。${desk}で 控《ひか》え（決《き》めた ことの メモ）を もらう ことも できます。`,
    paper:
      'この 機械《きかい》では 印刷《いんさつ》（紙《かみ》に 出《だ》す こと）が できませんでした。印刷《いんさつ》できる 機械《きかい》で、もう一度《いちど》 して ください。',
  },
  paperForm: '紙《かみ》に 印刷《いんさつ》して（紙《かみ》に 出《だ》して）聞《き》く',
  print: '大《おお》きい 字《じ》で 印刷《いんさつ》する（紙《かみ》に 出《だ》す）',
  unsaved: `まだ 保存《ほぞん》できて いません。決《き》めた ことは、この 画面《がめん》に 残《のこ》って います。`,
  again: 'もう一度《いちど》 保存《ほぞん》する',

  standing: '今《いま》 決《き》まって いる こと',
  standingText: 'いつでも 変《か》える ことが できます。やめる ことも できます。',
  noConsent: '今《いま》、伝《つた》えて いいと 決《き》まって いる ことは ありません。',
  askAnew: 'もう一度《いちど》 決《き》める',
  withdraw: 'やめる',
  extend: '期間《きかん》を 長《なが》く する',
  extendText: `次《つぎ》の ことを、いつまで 伝《つた》えて いいか 決《き》めます。長《なが》く しなくても、${goesOn}`,
  endsNow: (day) => `今《いま》は、${day}までです。`,
  ends: 'いつまでに しますか',
  endsChoices: { 'plan-end': '手伝《てつだ》いの 計画《けいかく》が 終《お》わるまで', date: '終《お》わる 日《ひ》を 決《き》める' },
  newEnd: '終《お》わる 日《ひ》',
  askAgain: 'もう一度《いちど》 決《き》める',
  askAgainText:
    '前《まえ》に 決《き》めた 期間《きかん》は 終《お》わりました。新《あたら》しい 期間《きかん》を えらぶと、もう一度《いちど》 説明《せつめい》します。まだ 何《なに》も 決《き》まりません。',
  explainAgain: '説明《せつめい》を 見《み》る',

  withdrawText: `やめると、これからは 伝《つた》えません。なぜ やめるか、言《い》わなくて いいです。${goesOn}`,
  scope: '何《なに》を やめますか',
  scopeAll: '全部《ぜんぶ》',
  scopeAgency: (agency) => `「${agency}」に 伝《つた》える こと`,
  scopeItem: (item) => `「${item}」を 伝《つた》える こと`,
  scopeCells: '1つずつ えらぶ',
  scopeCellsText: 'えらばない ことは 変《か》わりません。',
  scopeAgencies: 'だれに 伝《つた》えるのを やめるか えらぶ',
  scopeItems: '何《なに》を 伝《つた》えるのを やめるか えらぶ',
  withdrawReason: 'やめる 理由《りゆう》（なぜか）',
  withdrawNow: 'やめる',
  nothingToWithdraw: 'やめる ものは ありません。今《いま》、何《なに》も 伝《つた》えて いません。',
  held: 'もう 伝《つた》わって いる もの',
  heldUnknown: `もう 何《なに》が 伝《つた》わって いるか、ここでは わかりません。${desk}が 調《しら》べます。`,
  heldNone: 'まだ、どこにも 伝《つた》わって いません。',
  heldTell: 'あなたが やめた ことを、そこに 知《し》らせる 必要《ひつよう》が あります。',
  heldKnown: 'そこは、あなたが やめた ことを もう 知《し》って います。',

  obstacles: {
    broken: `前《まえ》の 記録《きろく》に おかしい ところが あります。調《しら》べるまで、何《なに》も 伝《つた》えません。何《なに》も 記録《きろく》しません。${tellDesk}`,
    request: `聞《き》く ことが まだ 足《た》りません。今《いま》は 決《き》める ことが できません。${nothingWritten}${tellDesk}`,
    nothing: '今《いま》、聞《き》く ことは ありません。',
    'too-early': '今《いま》は、聞《き》かない ことに なって います。',
    move: `ほかの 画面《がめん》で 先《さき》に 記録《きろく》した ようです。${nothingWritten}閉《と》じて、もう一度《いちど》 開《ひら》いて ください。`,
    clock: `この 機械《きかい》の 日《ひ》や 時間《じかん》が 合《あ》って いない ようです。${nothingWritten}${tellDesk}`,
    full: `この 記録《きろく》には、もう 書《か》く ことが できません。${desk}が 新《あたら》しい 記録《きろく》を 作《つく》ります。`,
    insecure: `この ページでは、安全《あんぜん》に 記録《きろく》できません。${tellDesk}`,
    other: `記録《きろく》できませんでした。${choicesStay}${tellDesk}`,
  },
  tooEarly: (day) => `${becauseAsked}${day}より 前《まえ》には 聞《き》きません。`,
  tooEarlyNever: `${becauseAsked}こちらからは 聞《き》きません。あなたが 話《はな》した ときに 決《き》めます。`,
  startedByPerson: '本人《ほんにん》が 先《さき》に 話《はな》した',
  changed: `ほかの 人《ひと》が 記録《きろく》に 書《か》きました。${choicesStay}`,
  askedAnew: '聞《き》く ことが 新《あたら》しく なりました。もう一度《いちど》、はじめから 見《み》て ください。',
  help: `わからない ときは、${desk}に 聞《き》いて ください。`,
  call: (number) => `電話《でんわ》する ${number}`,
};
