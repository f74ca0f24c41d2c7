import { commonEasy, dateOf, shortDay } from '@tsunagu/core/common/easy';
import type { SheetMessages } from './messages.js';

const sender = 'つないだ 窓口《まどぐち》';
const thatPerson = '本人《ほんにん》';
const whyMore = '理由《りゆう》を くわしく';
const chooseOne = 'ひとつ えらんで ください';
const notSentYet = 'まだ 送《おく》って いません。';
const tellKeeper = 'この 画面《がめん》を 作《つく》った 人《ひと》に 言《い》って ください。';
const reopenLater = 'あとで また 開《ひら》く ことが できます。';

export const easy: SheetMessages = {
  ...commonEasy,
  section: (number, name) => `${number} ${name}`,
  labelled: (label, text) => `${label}：${text}`,
  list: (parts) => parts.join('、'),
  day: shortDay,
  fullDay: (parts) => `${parts.year}年《ねん》${shortDay(parts)}`,
  birthDate: dateOf,
  moment: (date, time) => `${date} ${time}`,
  actor: (desk, worker) => `${desk}（${worker}）`,
  age: (years) => `${years}歳《さい》`,
  people: (count) => (count === 1 ? '｜1人《ひとり》' : count === 2 ? '｜2人《ふたり》' : `${count}人《にん》`),
  extension: (number) => `内線《ないせん》 ${number}`,

  empty: 'まだ シートが ありません。',
  noSheet: `この シートを 読《よ》む ことが できません。${sender}に 電話《でんわ》で 聞《き》いて ください。`,
  notWritten: '何《なに》も 書《か》いて ありません',
  written: '書《か》いた 日《ひ》',
  sentOn: '送《おく》った 日《ひ》',
  phone: '電話《でんわ》',
  noPhone: '電話《でんわ》の 番号《ばんごう》は わかりません',
  noFax: 'FAXの 番号《ばんごう》は わかりません',
  daysLeft: (days) =>
    days === 0
      ? '今日《きょう》までに 返事《へんじ》を します'
      : `返事《へんじ》まで あと ${days}日《にち》（役所《やくしょ》が 開《あ》いて いる 日《ひ》）`,
  daysLate: (days) =>
    days === 0
      ? '返事《へんじ》の 日《ひ》が すぎました'
      : `返事《へんじ》の 日《ひ》から ${days}日《にち》 すぎました（役所《やくしょ》が 開《あ》いて いる 日《ひ》）`,
  toldCoordinator: '調整担当《ちょうせいたんとう》にも 知《し》らせました',
  yourTurn: '今《いま》は この 窓口《まどぐち》が する 番《ばん》です',
  turnOf: (desk) => `今《いま》は ${desk}が する 番《ばん》です`,
  ended: 'この シートは 終《お》わって います',
  companion: (desk) => `つぎの 窓口《まどぐち》が 決《き》まるまで、${desk}が 話《はなし》を 聞《き》きます。`,
  firstContact: (date) => `${thatPerson}に はじめて 連絡《れんらく》する 日《ひ》：${date}まで`,
  goToReply: '返事《へんじ》を 書《か》く ところへ',
  timeline: '今《いま》までの こと',
  timelineNone: 'まだ 何《なに》も 書《か》いて ありません。',
  handedTo: (desk, items) => `${desk}に 伝《つた》えた こと：${items}`,
  handedHere: (items) => `この 窓口《まどぐち》に 伝《つた》わった こと：${items}`,
  handedNothing: (desk) => `${desk}には 何《なに》も 伝《つた》えて いません`,
  consentRecord: (desk) => `${thatPerson}が いいと 言《い》った ことは、${desk}が 書《か》いて あります。`,
  mainTopic: 'いちばん 困《こま》って いる こと',

  unsureTitle: '正《ただ》しいか 聞《き》いて ください',
  unsure: `この シートは 足《た》りない ところが あるかも しれません。あとで 変《か》わったかも しれません。下《した》の 窓口《まどぐち》に 聞《き》いて ください。それまで 返事《へんじ》は できません。`,
  unsureAsk: '聞《き》く ところ',

  stoppedTitle: `${thatPerson}が「伝《つた》えないで」と 言《い》いました`,
  stopped:
    'この シートは 止《と》まって います。また「伝《つた》えて いい」と 言《い》ったら、新《あたら》しい シートを 作《つく》ります。',
  stoppedDo: `聞《き》いた ことを 消《け》すか、${sender}に 返《かえ》して ください。法律《ほうりつ》で 残《のこ》す ものは、その ことを 書《か》きます。`,
  stoppedHolders: '話《はなし》を 聞《き》いた 窓口《まどぐち》',
  holder: (desk, items, did) => `${desk}（${items}）：${did}`,
  notYetSaid: 'どう したか、まだ わかりません',
  withdrawnTitle: `${thatPerson}が「伝《つた》えないで」と 言《い》って います`,
  withdrawnDo: `先《さき》に その ことを 書《か》いて、シートを 止《と》めて ください。話《はなし》を 聞《き》いた 窓口《まどぐち》に 知《し》らせます。`,

  print: '印刷《いんさつ》する',
  printFailed: 'ここからは 印刷《いんさつ》できません。別《べつ》の 方法《ほうほう》で 印刷《いんさつ》して ください。',
  transfer: 'ファイルや QRコードで わたす・受《う》け取《と》る',
  transferClose: 'ファイルと QRコードを 閉《と》じる',
  loading: '読《よ》んで います',
  partFailed: 'ここは 読《よ》む ことが できません。少《すこ》し 待《ま》って、もう一度《いちど》 ためして ください。',
  again: 'もう一度《いちど》 読《よ》む',
  sentSheet: `送《おく》った シートは 変《か》える ことが できません。伝《つた》えたい ことは 返事《へんじ》に 書《か》きます。`,

  noDesk: `どの 窓口《まどぐち》か わからないので、返事《へんじ》が できません。${tellKeeper}`,
  notYourTurn: '今《いま》、この 窓口《まどぐち》の 返事《へんじ》は いりません。',
  notSent: 'まだ 送《おく》って いない シートです。送《おく》ったら、ここに 返事《へんじ》が 来《き》ます。',
  receiveIntro: `シートが とどきました。${sender}に「受《う》け取《と》りました」と 知《し》らせます。`,
  receiveThen: (actions) => `その あとで えらびます：${actions.map((action) => `「${action}」`).join('')}`,
  received: (moment, who) => `${moment}に ${who}が 受《う》け取《と》りました。`,
  choose: 'どう しますか',
  aside: 'ほかに できる こと',
  meaning: {
    receive: `とどいた ことを ${sender}に 知《し》らせます。`,
    accept: `この 窓口《まどぐち》が ${thatPerson}を 手伝《てつだ》います。`,
    'ask-back': `${sender}に 聞《き》きます。答《こた》えが 来《き》たら、また えらびます。`,
    'pass-on': 'つぎの 窓口《まどぐち》を えらんで、シートを わたします。',
    return: '調整担当《ちょうせいたんとう》が つぎの 窓口《まどぐち》を さがします。',
    answer: '答《こた》えると、聞《き》いた 窓口《まどぐち》が また えらびます。',
    contact: '話《はな》せなかった ときも 書《か》きます。',
    progress: 'つぎに 知《し》らせる 日《ひ》が、今日《きょう》から 数《かぞ》えて 決《き》まります。',
    report: `${sender}が 読《よ》んで、終《お》わるか 続《つづ》けるか 決《き》めます。`,
    resume: '続《つづ》けて ほしい ことを 伝《つた》えます。',
    close: `知《し》らせを 読《よ》んで、シートを 終《お》わります。${reopenLater}`,
    cancel: `つぎの 窓口《まどぐち》に「やめます」と 知《し》らせます。${reopenLater}`,
    'withdraw-consent': `${thatPerson}が「伝《つた》えないで」と 言《い》った ことを 書《か》いて、シートを 止《と》めます。`,
    acknowledge: `聞《き》いた ことを どう したか、${sender}に 知《し》らせます。`,
    escalate: '日《ひ》が すぎたので、調整担当《ちょうせいたんとう》に 手伝《てつだ》って もらいます。',
    extend: '新《あたら》しい 日《ひ》を 決《き》めます。',
    'take-over': '返事《へんじ》が ない 窓口《まどぐち》の 代《か》わりに、調整担当《ちょうせいたんとう》が します。',
    reopen: 'また 書《か》いて 送《おく》る ことが できます。',
  },
  textLabel: {
    'ask-back': '教《おし》えて ほしい こと',
    'pass-on': whyMore,
    return: whyMore,
    answer: '答《こた》え',
    contact: 'どう だったか',
    progress: 'した こと',
    report: 'どう なったか くわしく',
    resume: '続《つづ》けて ほしい こと',
    extend: '理由《りゆう》',
    reopen: 'また 開《ひら》く 理由《りゆう》',
  },
  reached: '話《はな》す ことが できましたか',
  required: 'かならず 書《か》く',
  optional: '書《か》かなくて いい',
  chooseOne,
  noDirectory: 'つぎの 窓口《まどぐち》を えらぶ ことが できません。調整担当《ちょうせいたんとう》に もどすと、さがして もらえます。',
  toPersonHint: `${thatPerson}の そばの 窓口《まどぐち》が 伝《つた》えます。`,
  outcomesLater: `${thatPerson}と 話《はな》した ことを 書《か》くと、ほかの ことも えらべます。`,
  loop: (desk, name) =>
    `${desk}は 前《まえ》に この シートを もって いました。同《おな》じ 窓口《まどぐち》に もどらない ように、${name}に とどきます。`,
  hops: (name) => `もう 3つの 窓口《まどぐち》に 行《い》きました。これ以上《いじょう》 回《まわ》らない ように、${name}に とどきます。`,
  send: '返事《へんじ》を 送《おく》る',
  problemsHeading: (count) => `あと ${count}つ、もう一度《いちど》 見《み》て ください`,
  problems: {
    to: `つぎの 窓口《まどぐち》：${chooseOne}。決《き》められない ときは、調整担当《ちょうせいたんとう》に もどせます`,
    reason: `理由《りゆう》：${chooseOne}`,
    'other-text': '理由《りゆう》を くわしく：「ほかの こと」は 何《なに》か、少《すこ》し 書《か》いて ください',
    text: '少《すこ》し 書《か》いて ください。つぎの 窓口《まどぐち》が 動《うご》けるように なります',
    'too-long': '長《なが》い 文《ぶん》が あります。20,000字《じ》までに して ください',
    outcome: `どう なったか：${chooseOne}`,
    on: '連絡《れんらく》した 日《ひ》：今日《きょう》か 前《まえ》の 日《ひ》を えらんで ください',
    reached: '話《はな》す ことが できたか えらんで ください',
    firstContactBy: 'はじめて 連絡《れんらく》する 日《ひ》：今日《きょう》から 1年《ねん》までの 日《ひ》を えらんで ください',
    respondBy: 'つぎの 日《ひ》：今日《きょう》から 1年《ねん》までの 日《ひ》を えらんで ください',
    did: `どう したか：${chooseOne}`,
  },

  sending: '送《おく》って います',
  offline: 'インターネットに つながるのを 待《ま》って います。つながったら 送《おく》ります。',
  sendAgainIn: (seconds) => `うまく つながりません。${seconds}秒《びょう》 あとに もう一度《いちど》 送《おく》ります。`,
  sent: '送《おく》りました。',
  failed: {
    network: `${notSentYet}インターネットに つながって いるか 見《み》て ください。`,
    timeout: `${notSentYet}返事《へんじ》に 時間《じかん》が かかって います。`,
    server: `${notSentYet}相手《あいて》が いそがしい ようです。`,
    refused: '送《おく》る ことが できません。',
    'no-action': `ここからは 送《おく》る ことが できません。${tellKeeper}`,
    host: notSentYet,
  },
  kept: '書《か》いた ことは ここに 残《のこ》って います。',
  tryAgain: 'もう一度《いちど》 送《おく》る',
  behindTitle: 'ほかの 人《ひと》が 先《さき》に しました',
  behind:
    'その 間《あいだ》に、つぎの ことが ありました。読《よ》んでから、また えらんで ください。書《か》いた ことは 残《のこ》って います。',
  leftover: '送《おく》れなく なった ことば',
};
