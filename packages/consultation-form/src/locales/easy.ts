import { commonEasy } from '@tsunagu/core/common/easy';
import type { DayParts } from '@tsunagu/core';
import { limits } from '@tsunagu/schema/consultation';
import * as words from '@tsunagu/schema/consultation/easy';
import type { FormMessages } from './messages.js';

/** The day as it is said: 1日 is ついたち. */
const fullDay = (day: DayParts): string => commonEasy.opensOn(day, '').trimEnd();

/** People are counted ひとり, ふたり, さんにん. */
const nth = (index: number): string =>
  index < 3 ? `｜${index}人目《${index === 1 ? 'ひとりめ' : 'ふたりめ'}》` : `${index}人目《にんめ》`;

const family = '家族《かぞく》など';
const thatPerson = 'その 人《ひと》';
const asMany = '（いくつ えらんでも いいです）';
const notSure = 'わからない';
const example = '例《れい》';
const phone = '電話《でんわ》';
const phoneNumber = `${phone}の 番号《ばんごう》`;
const reply = '返事《へんじ》';
const call = `${phone}で 話《はな》す`;
const receiptNumber = '受付番号《うけつけばんごう》';
const longNumber = `${receiptNumber}（相談《そうだん》の 番号《ばんごう》）`;
const longSecret = '確認番号《かくにんばんごう》（ひみつの 番号《ばんごう》）';
const readReply = `${reply}を 読《よ》む`;
const exit = 'この ページを すぐ 閉《と》じる';
const otherWays = `書《か》けない ときは、${reply}の もらい方《かた》を かえても いいです。`;
const lookAgain = 'もう一度《いちど》 見《み》て ください。';
const sendAgain = 'もう一度《いちど》 送《おく》る';
const byPhone = `${phone}でも 相談《そうだん》できます。`;
const onlyOnce = '何度《なんど》 送《おく》っても、とどくのは 1つです。';
const kana = `ひらがなか カタカナで 書《か》いて ください（${example} やまだ はなこ）。書《か》かなくても いいです。`;
const tooManyDigits = `数字《すうじ》が 多《おお》い ようです（${example} 090-0000-0000）。`;
const birthday = '昭和《しょうわ》30年《ねん》4月《がつ》｜1日《ついたち》、1955年《ねん》4月《がつ》｜1日《ついたち》';

/** やさしい日本語: one fact a sentence, plain words, spaces between phrases, a reading on every kanji. */
export const easy: FormMessages = {
  list: (items) => items.join('、'),
  labelled: (label, text) => `${label}：${text}`,

  heading: 'ここで 相談《そうだん》できます',
  intro: '書《か》ける ところだけ 書《か》いて ください。名前《なまえ》を 書《か》かなくても 相談《そうだん》できます。',
  optional: '答《こた》えなくても いいです',
  oneOfTwo: 'えらぶか 書《か》くか、どちらかで いいです',
  step: (index, count) => `${count}つの うちの ${index}つ目《め》`,
  steps: {
    who: 'だれの ことですか',
    worry: 'どんな ことで 困《こま》って いますか',
    reply: `${reply}は どう もらいますか`,
    more: 'もし よければ 教《おし》えて ください',
    check: '送《おく》る 前《まえ》に 見《み》て ください',
  },
  labels: {
    who: 'だれの ことを 相談《そうだん》しますか',
    role: 'あなたの 仕事《しごと》や 役目《やくめ》',
    relation: `${thatPerson}は あなたの 何《なに》ですか`,
    awareness: `${thatPerson}は、この 相談《そうだん》を 知《し》って いますか`,
    topics: `困《こま》って いる こと${asMany}`,
    mainTopic: '一番《いちばん》 困《こま》って いる こと',
    words: '困《こま》って いる ことを あなたの ことばで 書《か》く',
    since: 'いつから 困《こま》って いますか',
    urgency: `いつまでに ${reply}が ほしいですか`,
    mode: '名前《なまえ》を 書《か》きますか',
    nickname: '呼《よ》んで ほしい 名前《なまえ》',
    name: '名前《なまえ》',
    kana: '名前《なまえ》の 読《よ》み方《かた》',
    ways: `${reply}の もらい方《かた》${asMany}`,
    phone: phoneNumber,
    email: 'メールアドレス',
    fax: 'FAXの 番号《ばんごう》',
    address: '手紙《てがみ》を 送《おく》る 住所《じゅうしょ》',
    voicemail: '留守番電話《るすばんでんわ》に 声《こえ》を 残《のこ》しても いいですか',
    callerName: `${phone}の とき、どんな 名前《なまえ》を 言《い》えば いいですか`,
    callerNameText: `${phone}で 言《い》う 名前《なまえ》`,
    times: `${phone}しても いい 時間《じかん》${asMany}`,
    never: `${phone}しては いけない とき`,
    needs: `話《はな》す ときに 必要《ひつよう》な こと${asMany}`,
    language: '通訳《つうやく》して ほしい ことば',
    needsNote: 'ほかに 知《し》って ほしい こと',
    ageBand: `${thatPerson}の 年《とし》`,
    birth: `${thatPerson}が 生《う》まれた 日《ひ》`,
    town: `${thatPerson}が 住《す》んで いる 町《まち》`,
    household: `${thatPerson}と いっしょに 住《す》んで いる 人《ひと》`,
  },
  hints: {
    relation: `${example}：母《はは》、となりの 人《ひと》`,
    awareness: '知《し》らなくても 相談《そうだん》できます。',
    words: '少《すこ》しだけでも いいです。うまく 書《か》けなくても だいじょうぶです。',
    urgency: `急《いそ》ぐ ときは、${phone}の ほうが 早《はや》い ことが あります。`,
    nickname: '本当《ほんとう》の 名前《なまえ》で なくても いいです。',
    ways: 'ほかの 人《ひと》が 見《み》て 困《こま》る ものは、えらばなくて いいです。',
    address: '家《いえ》に とどくと 困《こま》る ときは、ほかの 場所《ばしょ》でも いいです。',
    callerName: `${family}が ${phone}に 出《で》ても 困《こま》らない 名前《なまえ》を えらべます。`,
    callerNameText: `${example}：山田《やまだ》`,
    never: `${example}：夜《よる》は 家族《かぞく》が います。ほかの 人《ひと》が 出《で》たら、話《はな》さないで 切《き》って ください。`,
    language: `${example}：ポルトガル語《ご》、Tiếng Việt`,
    needsNote: `${example}：人《ひと》が 多《おお》い ところは つらいです`,
    ageBand: `「${thatPerson}」は、困《こま》って いる 人《ひと》です。あなたの ことなら、あなたの 年《とし》です。`,
    birth: `${example}：${birthday}`,
    town: '町《まち》の 名前《なまえ》だけで いいです。',
    household: '書《か》ける 人《ひと》だけで いいです。',
  },
  options: {
    who: {
      self: '自分《じぶん》の こと',
      family: '家族《かぞく》の こと',
      neighbour: '近《ちか》くの 人《ひと》や 知《し》って いる 人《ひと》の こと',
      supporter: '手伝《てつだ》って いる 人《ひと》の こと（民生委員《みんせいいいん》や 仕事《しごと》で）',
      unsaid: '言《い》いたくない',
    },
    role: words.roleWords,
    awareness: words.awarenessWords,
    since: words.sinceWords,
    urgency: { today: '今日《きょう》', days: '2、3日《にち》の 中《なか》で', 'no-hurry': '急《いそ》がない', unsure: notSure },
    mode: {
      anonymous: `書《か》かない（${receiptNumber}で ${readReply}）`,
      nickname: '呼《よ》んで ほしい 名前《なまえ》だけ 書《か》く',
      named: '名前《なまえ》を 書《か》く',
    },
    ways: { ...words.wayWords, fax: 'FAX（紙《かみ》を 電話《でんわ》で 送《おく》る）' },
    voicemail: { yes: '残《のこ》しても いい', no: '残《のこ》さないで ほしい' },
    callerName: words.callerNameWords,
    times: words.callTimeWords,
    needs: words.needWords,
    ageBand: words.ageBandWords,
  },
  topics: {
    'illness-disability': '病気《びょうき》・障《しょう》がい',
    housing: '住《す》む ところ',
    income: 'お金《かね》',
    'rent-loan': '家《いえ》の お金《かね》',
    'tax-utilities': '税金《ぜいきん》・電気《でんき》',
    debt: '借《か》りた お金《かね》',
    'job-search': '仕事《しごと》を さがす',
    'work-trouble': '仕事《しごと》の 悩《なや》み',
    'community-relations': '近《ちか》くの 人《ひと》',
    'family-relations': '家族《かぞく》',
    'child-rearing': '子育《こそだ》て',
    care: '介護《かいご》',
    'hikikomori-truancy': '家《いえ》から 出《で》られない',
    'dv-abuse': '暴力《ぼうりょく》',
    'no-food': '食《た》べる もの',
    other: 'ほか',
  },
  left: (count) => (count < 0 ? `${-count}文字《もじ》 多《おお》い ようです` : `あと ${count}文字《もじ》 書《か》けます`),

  next: '次《つぎ》へ',
  back: '前《まえ》へ もどる',
  toCheck: '書《か》いた ことを 見《み》る',
  change: 'かえる',
  changeLabel: (label) => `かえる：${label}`,
  notGiven: '書《か》いて いません',
  checkIntro: 'まだ だれにも 送《おく》って いません。書《か》いた ことを 見《み》て ください。これで よければ、送《おく》って ください。',

  household: {
    member: nth,
    relation: `${thatPerson}から 見《み》て どんな 人《ひと》ですか`,
    relations: words.relationWords,
    age: '年《とし》（何歳《なんさい》ですか）',
    note: '知《し》って ほしい こと',
    add: '人《ひと》を ふやす',
    years: (age) => `${age}歳《さい》`,
    row: (parts) => parts.join('・'),
    remove: (index) => `${nth(index)}を 消《け》す`,
  },

  problemsHeading: (count) => `あと ${count}つ、見《み》て ください`,
  problems: {
    nothing: '1つ えらぶか、少《すこ》しだけ 書《か》いて ください。',
    'too-many': `${limits.topics}個《こ》まで えらべます。いちばん 困《こま》って いる ことだけ えらんで ください。`,
    needed: otherWays,
    'phone.needed': `${phone}を かける 番号《ばんごう》を 書《か》いて ください。${otherWays}`,
    'email.needed': `${reply}を 送《おく》る メールアドレスを 書《か》いて ください。${otherWays}`,
    'fax.needed': `${reply}を 送《おく》る 番号《ばんごう》を 書《か》いて ください。${otherWays}`,
    'address.needed': `${reply}を 送《おく》る 住所《じゅうしょ》を 書《か》いて ください。${otherWays}`,
    'too-long': '少《すこ》し 長《なが》い ようです。短《みじか》く して ください。',
    'words.too-long': '少《すこ》し 長《なが》い ようです。2回《かい》に 分《わ》けて 送《おく》っても いいです。',
    age: `年《とし》は 数字《すうじ》で 書《か》いて ください（${example} 78）。わからない ときは、書《か》かなくても いいです。`,
    empty: '読《よ》む ことが できませんでした。もう一度《いちど》 書《か》いて ください。',
    characters: `数字《すうじ》だけで 書《か》いて ください（${example} 090-0000-0000）。`,
    'email.characters': `メールアドレスに 使《つか》えない 文字《もじ》が ある ようです。${lookAgain}`,
    'kana.characters': kana,
    'birth.characters': `生《う》まれた 年《とし》、月《つき》と 日《ひ》を 書《か》いて ください（${example} ${birthday}）。`,
    'no-area-code': `0から はじまる 番号《ばんごう》を 全部《ぜんぶ》 書《か》いて ください（${example} 03-1234-5678）。`,
    'too-short': `数字《すうじ》が 足《た》りない ようです（${example} 090-0000-0000）。`,
    'phone.too-long': tooManyDigits,
    'fax.too-long': tooManyDigits,
    'no-at': `「@」が ない ようです（${example} name@example.jp）。`,
    'no-domain': `「@」の あとが 足《た》りない ようです（${example} name@example.jp）。`,
    slip: '「@」の あとが 少《すこ》し 違《ちが》うかもしれません。合《あ》って いれば、そのまま 進《すす》んで ください。',
    kanji: kana,
    latin: kana,
    'no-era': '1955年《ねん》や 昭和《しょうわ》30年《ねん》の ように 書《か》いて ください。',
    'no-day': '月《つき》と 日《ひ》も 書《か》いて ください。わからない ときは、書《か》かなくても いいです。',
    'no-such-day': `カレンダーに ない 日《ひ》の ようです。${lookAgain}`,
    future: `まだ 来《き》て いない 日《ひ》の ようです。${lookAgain}`,
    'too-old': `とても 昔《むかし》の 日《ひ》の ようです。${lookAgain}`,
  },

  toWindow: '相談《そうだん》を 送《おく》る 窓口《まどぐち》',
  toAnyWindow: '窓口《まどぐち》を えらばなくても 送《おく》れます。はじめに、ここが 読《よ》みます。',
  callInstead: call,
  callLabel: (name, number) => `${call} ${number}：${name}`,

  exit,
  exitNote: `「${exit}」を おすと、ほかの ページに かわります。まだ 送《おく》って いない ことは 消《き》えます。でも、履歴《りれき》（見《み》た ページの 記録《きろく》）は 残《のこ》るかもしれません。ほかの 人《ひと》が 見《み》るかもしれない ときは、${phone}か ほかの スマホを 使《つか》って ください。`,
  exitKeys: 'キーボードでは、Escを 3回《かい》 続《つづ》けて おすと 閉《と》じます。',

  safetyHeading: '今《いま》 すぐ 話《はな》せる ところが あります',
  safetyText: 'このまま 書《か》いても いいです。この 案内《あんない》が 出《で》た ことは、だれにも 送《おく》りません。',
  safetyClose: '案内《あんない》を 閉《と》じる',

  send: '相談《そうだん》を 送《おく》る',
  sending: '送《おく》って います',
  waitingOnline:
    '今《いま》 インターネットに つながって いません。つながったら 送《おく》ります。この 画面《がめん》を 閉《と》じないで 待《ま》って ください。',
  tryingAgain: (seconds) => `うまく つながりませんでした。${seconds}秒《びょう》 あとに、もう一度《いちど》 送《おく》ります。`,
  failedHeading: 'まだ 送《おく》れて いません。書《か》いた ことは この 画面《がめん》に 残《のこ》って います。',
  unknownHeading: 'とどいたか どうか、まだ わかりません。書《か》いた ことは この 画面《がめん》に 残《のこ》って います。',
  failed: {
    network: `インターネットに うまく つながりません。つながる ところで もう一度《いちど》 送《おく》って ください。${onlyOnce}`,
    timeout: `とどいたか どうか まだ わかりません。もう一度《いちど》 送《おく》って ください。${onlyOnce}`,
    interrupted: `前《まえ》に、送《おく》って いる とちゅうで ページが 閉《と》じました。もう一度《いちど》 送《おく》って ください。${onlyOnce}`,
    server: `今《いま》 受《う》け取《と》る ことが できません。少《すこ》し 待《ま》ってから、もう一度《いちど》 送《おく》って ください。${byPhone}`,
    refused: `このままでは 受《う》け取《と》る ことが できません。書《か》いた ことは コピーできます。${byPhone}`,
    seal: `書《か》いた ことを 守《まも》る 準備《じゅんび》が できませんでした。だから 送《おく》りませんでした。${byPhone}`,
    'no-action': `今《いま》 この ページから 送《おく》る ことが できません。書《か》いた ことは コピーできます。${byPhone}`,
  },
  sendAgain,
  copyText: '書《か》いた ことを コピーする',
  copied: 'コピーしました。ほかの ところに はる ことが できます。',
  copyFailed: 'コピーできませんでした。紙《かみ》に 印刷《いんさつ》する ことも できます。',
  print: '紙《かみ》に 印刷《いんさつ》する',

  sentHeading: '送《おく》りました',
  sentNumber: longNumber,
  sentSecret: longSecret,
  sentNext: (day) =>
    day
      ? `${fullDay(day)}までに ${reply}を します。`
      : `窓口《まどぐち》の 人《ひと》が 読《よ》んで、${reply}を します。急《いそ》ぐ ときは、${phone}して ください。`,
  sentKeep:
    'この 2つの 番号《ばんごう》で 返事《へんじ》を 読《よ》みます。番号《ばんごう》は ここに しか 出《で》ません。ほかの 人《ひと》が 見《み》ない ところに 書《か》いて おいて ください。',
  sentCopy: '2つの 番号《ばんごう》を コピーする',
  sentWipe: 'この 画面《がめん》から 番号《ばんごう》を 消《け》す',
  sentHost: 'この あとの ことは、この ページに 書《か》いて あります。',

  draft: {
    offer: '書《か》いて いる とちゅうの ものを 残《のこ》す',
    question: 'この スマホや パソコンは、あなただけが 使《つか》いますか',
    own: 'はい、自分《じぶん》だけが 使《つか》います',
    shared: 'いいえ・わからない',
    notKept: 'ここには 何《なに》も 残《のこ》しません。このまま 書《か》いて 送《おく》れます。',
    passphrase: '合《あ》いことば（続《つづ》きを 開《ひら》く ための ひみつの ことば）',
    passphraseHint: (least) =>
      `${least}文字《もじ》か、それより 長《なが》い ことばに して ください。${family}も 知《し》らない ことばが いいです。忘《わす》れると、開《ひら》く ことが できません。`,
    passphraseShort: (least) => `もう少《すこ》し 長《なが》く して ください（${least}文字《もじ》か それより 長《なが》く）。`,
    keep: '残《のこ》す',
    kept: '残《のこ》しました。｜7日《なのか》 書《か》かないと 消《き》えます。',
    found: '書《か》いて いる とちゅうの 相談《そうだん》が あります。',
    open: '続《つづ》きを 書《か》く',
    wrong: '開《ひら》く ことが できませんでした。合《あ》いことばを もう一度《いちど》 見《み》て ください。',
    wipe: 'とちゅうの ものを 消《け》す',
    wiped: '消《け》しました。',
    restored: '前《まえ》に 書《か》いた ところから 続《つづ》きが 書《か》けます。',
    failed: '残《のこ》す ことが できませんでした。このまま 書《か》いて 送《おく》れます。',
  },

  readReplies: readReply,
  replies: {
    heading: `送《おく》った 相談《そうだん》の ${readReply}`,
    number: longNumber,
    secret: longSecret,
    show: readReply,
    notFound: '見《み》つかりませんでした。2つの 番号《ばんごう》を もう一度《いちど》 見《み》て ください。',
    failed: 'うまく つながりませんでした。少《すこ》し 待《ま》ってから、もう一度《いちど》 ためして ください。',
    none: `まだ ${reply}は ありません。`,
    from: { desk: '窓口《まどぐち》から', person: 'あなたから' },
    status: {
      received: '窓口《まどぐち》に とどきました',
      read: '窓口《まどぐち》の 人《ひと》が 読《よ》みました',
      answered: `${reply}を しました`,
      'in-progress': '相談《そうだん》は 続《つづ》いて います',
      closed: '終《お》わりました（また 書《か》いても いいです）',
    },
    write: '窓口《まどぐち》に 伝《つた》えたい こと',
    send: '送《おく》る',
    sent: '送《おく》りました。',
  },
};
