import { withoutRuby } from '@tsunagu/core';
import { dateOf, shortDay } from '@tsunagu/core/common/easy';
import type { PaperMessages } from './paper.messages.js';

const plain = (key: string): string => withoutRuby(dateOf(key));

export const paperEasy: PaperMessages = {
  list: (items) => items.join('、'),
  labelled: (label, text) => `${label}：${text}`,
  day: (parts) => `${parts.year}年《ねん》${shortDay(parts)}`,
  birth: plain,
  date: plain,
  age: (years) => `${years}さい`,
  people: (count) => `${count}人《にん》`,
  number: (id) => `番号《ばんごう》 ${id}`,
  page: (index, count) => `${index}/${count}`,
  goesOn: '（つづき）',
  careful:
    '大切《たいせつ》な 紙《かみ》です。送《おく》る 前《まえ》に 番号《ばんごう》を 見《み》ます。まちがえて 来《き》たら 電話《でんわ》を ください。',

  head: {
    from: '送《おく》る ところ',
    to: '受《う》け取《と》る ところ',
    made: '書《か》いた 日《ひ》',
    sent: '送《おく》った 日《ひ》',
    draft: '下書《したが》き（まだ 送《おく》って いません）',
    phone: '電話《でんわ》',
    fax: 'FAX',
    worker: '担当《たんとう》',
    qr: 'もどって きた 紙《かみ》を 調《しら》べる ための QRコード',
  },

  main: '（いちばん）',
  household: {
    relation: '本人《ほんにん》との 関係《かんけい》',
    name: '名前《なまえ》（ふりがな）',
    age: 'とし',
    together: '住《す》む ところ',
    work: '仕事《しごと》・学校《がっこう》など',
  },
  together: { yes: 'いっしょ', no: 'べつ' },
  kana: (name, kana) => `${name}（${kana}）`,
  with: (name, facts) => (facts.length ? `${name}（${facts.join('、')}）` : name),
  of: (who, what) => `${who}・${what}`,

  basis: {
    consent:
      '本人《ほんにん》が この 窓口《まどぐち》に 伝《つた》えて いいと 言《い》ったこと だけです。ほかに 伝《つた》える ときは、本人《ほんにん》に 聞《き》きます。',
    'support-conference':
      '本人《ほんにん》の 同意《どうい》が ありません。支援会議《しえんかいぎ》で 必要《ひつよう》と 決《き》めたこと だけです。ひみつを 守《まも》ります。',
    'anonymous-advice': '名前《なまえ》を 出《だ》さない 相談《そうだん》です。だれの ことかは 調《しら》べないで ください。',
    nothing: '伝《つた》えて いいと 決《き》まった ことは、まだ ありません。',
  },
  record: '記録《きろく》の 番号《ばんごう》',

  reply: {
    how: 'ここに 書《か》いて、送《おく》って ください。できない ときも、ほかの 窓口《まどぐち》に つなぎます。',
    received: '受《う》け取《と》った 日《ひ》',
    desk: '窓口《まどぐち》',
    name: '名前《なまえ》',
    accept: '引《ひ》き受《う》けます',
    askBack: 'もう 少《すこ》し 教《おし》えて ください',
    passOn: '別《べつ》の 窓口《まどぐち》に つなぎます',
    passOnTo: 'つなぐ ところ（必《かなら》ず）',
    giveBack: '調整担当《ちょうせいたんとう》に もどします',
    reason: '理由《りゆう》',
    reasons: [
      'とし',
      '住所《じゅうしょ》',
      '制度《せいど》',
      'いっぱい',
      '専門《せんもん》が ちがう',
      '連絡《れんらく》が つかない',
      '本人《ほんにん》が いらない',
      'もう 支援中《しえんちゅう》',
      '危険《きけん》・緊急《きんきゅう》',
      'そのほか',
    ],
    firstContact: 'はじめて 連絡《れんらく》する 日《ひ》',
    nextStep: '次《つぎ》に すること',
    toPerson: '本人《ほんにん》への ことば',
    back: '返事《へんじ》を 送《おく》る ところ',
    blankDay: '　　月《がつ》　　日《にち》',
  },

  codes: {
    side: 'うら',
    title: '読《よ》み取《と》る ための QRコード',
    how: [
      'ほかの システムに 入《い》れる ための ものです。',
      '画面《がめん》の「ファイルや QRコードで わたす・受《う》け取《と》る」を 開《ひら》いて、スキャナーか カメラで 読《よ》みます。順番《じゅんばん》は 自由《じゆう》です。',
      '足《た》りない 番号《ばんごう》は 画面《がめん》に 出《で》ます。表《おもて》の 小《ちい》さい コードは、どの シートの 紙《かみ》かを 調《しら》べる ものです。',
    ],
    part: (index, count) => `${count}枚《まい》の うち ${index}枚目《まいめ》`,
    qr: (index, count) => `QRコード、${count}枚《まい》の うち ${index}枚目《まいめ》`,
  },

  choose: {
    title: 'どの 窓口《まどぐち》に わたす 紙《かみ》ですか',
    lead: '紙《かみ》には、その 窓口《まどぐち》に 伝《つた》えて いいこと だけが あります。',
    cancel: '印刷《いんさつ》しない',
  },
  coordinator: '調整担当《ちょうせいたんとう》',
};
