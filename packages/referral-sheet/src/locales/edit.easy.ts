import { dutyLead, dutyWords } from '@tsunagu/schema/meeting/easy';
import type { ConsentStatus } from '@tsunagu/schema/consent';
import type { ForumDecision } from '@tsunagu/schema/meeting';
import type { GateCode } from '@tsunagu/schema/referral';
import type { EditMessages } from './edit.messages.js';

const person = '本人《ほんにん》';
const desk = '窓口《まどぐち》';
const send = '送《おく》';
const tell = '伝《つた》';
const write = '書《か》';
const consent = '同意《どうい》';
const coordinator = '調整担当《ちょうせいたんとう》';
const meeting = '支援会議《しえんかいぎ》';
const name = '名前《なまえ》';
const record = '記録《きろく》';
const people = '人《ひと》';
const again = `もう 一度《いちど》 見《み》て ください`;
const reread = `読《よ》めませんでした`;
const example = '例《れい》';
const secret = '秘密《ひみつ》を 守《まも》る きまり';

const status: Record<ConsentStatus, string> = {
  none: 'まだ 聞《き》いて いません',
  requested: '返事《へんじ》を 待《ま》って います',
  given: `${tell}えて いいと 決《き》めて います`,
  'partly-given': `少《すこ》しだけ ${tell}えて いいと 決《き》めて います`,
  refused: `${tell}えないと 決《き》めて います`,
  deferred: '考《かんが》えて います',
  renewed: `${tell}えて いい 日《ひ》を 長《なが》く しました`,
  narrowed: `${tell}えて いい ことを 少《すく》なく しました`,
  withdrawn: 'やめました',
  expired: '日《ひ》が すぎました',
  terminated: '終《お》わりました',
  invalidated: '使《つか》えません',
  unknown: `${record}が 読《よ》めません。何《なに》も ${tell}えません`,
};

const shut: Record<GateCode, string> = {
  'nothing-said': `困《こま》って いる ことを、少《すこ》しでも ${write}いて ください。`,
  'no-consent': `この 相手《あいて》に ${tell}える ${consent}が ありません。${person}に 聞《き》くか、${name}を 出《だ》さないで ${coordinator}に 聞《き》けます。`,
  'has-consent': `${person}の ${consent}が あります。${meeting}では なく、${consent}で ${send}ります。`,
  'no-ground': `${meeting}で 話《はな》す 理由《りゆう》が わかりません。理由《りゆう》を ${again}。`,
  'not-member': `この 相手《あいて》は、${secret}を 確《たし》かめた ${people}では ありません。先《さき》に 確《たし》かめて ください。`,
  'consent-changed': `理由《りゆう》を ${write}いた 時《とき》と、${consent}が 変《か》わりました。理由《りゆう》を もう 一度《いちど》 ${write}いて ください。`,
  'names-somebody': `${name}や 電話番号《でんわばんごう》や 住所《じゅうしょ》が 入《はい》って います。消《け》してから ${send}って ください。`,
};

const why: Record<string, string> = {
  'one-desk': `この ${desk}で 支《ささ》える ことが できます。ほかの ところに ${tell}えなくて いいです。`,
  'nobody-else': `この ${desk}で 支《ささ》える ことが できます。ほかの ところに ${tell}えなくて いいです。`,
  unsure: `${name}を 言《い》わないで、${coordinator}に 聞《き》く ことが できます。この ${desk}で 話《はなし》を 聞《き》いて ください。`,
  'ask-first': `ほかの ところには ${tell}えません。この ${desk}で 話《はなし》を 聞《き》いて、${consent}の ことを ${person}と 話《はな》して ください。`,
};

function forum(decision: ForumDecision): string {
  if (decision.forum === 'plan-meeting')
    return `${person}の ${consent}が あります。${decision.leftOut.length ? `${consent}が ある 相手《あいて》に、${consent}が ある ことだけを ${tell}えて、` : ''}支援《しえん》プランを 話《はな》し合《あ》えます。`;
  if (decision.forum === 'support-conference')
    return `${person}の ${consent}が ありません。${meeting}で 話《はな》し合《あ》います。参加《さんか》する ${people}には ${secret}が あります。理由《りゆう》を ${write}いて ください。`;
  return why[decision.because]!;
}

export const editEasy: EditMessages = {
  intro: `聞《き》いた ことは、もう 入《はい》って います。${write}ける ところだけで いいです。`,

  toCoordinator: (called) => `${coordinator}に 相談《そうだん》する（${called}）`,
  toCoordinatorNote: `どこに つなぐか わからない ときは、${coordinator}が いっしょに 考《かんが》えます。`,
  fax: (number) => `FAX ${number}`,
  copyNote: `同《おな》じ シートを ${send}ります。${consent}が ある ことだけが ${tell}わります。`,
  copyChoose: `写《うつ》しを ${send}る ${desk}を えらぶ`,
  takeOff: (called) => `${called}を はずす`,
  notChosen: 'えらんで いません',
  respondDaysNote: (usual) =>
    `土曜日《どようび》、日曜日《にちようび》、祝日《しゅくじつ》、年末年始《ねんまつねんし》は 数《かぞ》えません。${write}かない ときは ${usual}日《にち》です。`,
  respondBy: (day) => `今日《きょう》 ${send}ると、返事《へんじ》は ${day}までです。`,
  respondByFixed: (day) =>
    `返事《へんじ》は ${day}までと 決《き》めて あります。日《ひ》の 数《かず》を 変《か》えると、数《かぞ》え直《なお》します。`,
  respondByUnknown: '返事《へんじ》の 日《ひ》を 数《かぞ》えられませんでした。',
  person,
  birthNote: `${example}：1955/4/1、昭和《しょうわ》30年《ねん》4月《がつ》1日《にち》`,
  phonesNote: '2つより 多《おお》い ときは「、」で 分《わ》けます。',
  understood: (text) => `${text}と 読《よ》みました`,

  nothingYet: `まだ ${write}いて いません`,
  notYetWritten: `まだ ${write}いて いない ところ`,
  notYetWrittenNote: `${write}かなくても ${send}れます。わかった ときに ${write}けます。`,
  allWritten: `どの ところにも ${write}いて あります。`,
  left: (count) => (count < 0 ? `${-count}字《じ》 多《おお》いです` : `あと ${count}字《じ》 ${write}けます`),

  wordsNote: `${person}が 話《はな》した とおりに ${write}きます。`,
  refusesNote: `つなぐ 相手《あいて》が、まちがって しないように ${write}きます。`,
  topicsNote: '合《あ》う ものを えらびます。',
  finer: (topic) => `「${topic}」の 中《なか》で、わかって いる こと`,
  mainNone: '◎を つけない',
  sizeNote: `${example}：3`,
  member: (number) => `家族《かぞく》など ${number}`,
  memberNote: `家族《かぞく》などの ことを ${tell}えるには、その ${people}の ${consent}が 必要《ひつよう》です。`,
  situationNote: `聞《き》いた ことを、全部《ぜんぶ》 ${write}きます。`,
  assessed: (count) => `見立《みた》て ${count}`,
  assessmentNote: `まだ 見《み》て いない ところは、${write}かないで ください。`,
  doneNote: `いつ、だれが、何《なに》を したか ${write}きます。`,
  dayNote: `${example}：2026/11/20、11月《がつ》20日《にち》`,
  attachmentsNote: `ファイルは シートに 入《はい》りません。ある ところだけを ${tell}えます。${consent}が ある ときだけ ${tell}わります。`,
  attachmentsOf: (count) => `添付《てんぷ》 ${count}`,
  supportersOf: (count) => `手伝《てつだ》って いる ところ ${count}`,
  stepsOf: (count) => `した こと ${count}`,
  requestNote: `して ほしい ことを ${write}くと、返事《へんじ》が 早《はや》く なります。`,
  dutyLead,
  dutyWords,
  safetyNote: `会《あ》う 前《まえ》、電話《でんわ》を する 前《まえ》に 知《し》って ほしい ことを ${write}きます。`,
  safeCall: '電話《でんわ》で 気《き》を つける こと',
  safeCallNote: `知《し》られたくない ${people}が、近《ちか》くに いるかもしれません。`,

  entry: {
    '/supporters': (number) => `手伝《てつだ》って いる ところ ${number}`,
    '/done': (number) => `した こと ${number}`,
    '/attachments': (number) => `添付《てんぷ》 ${number}`,
    '/basis/members': (number) => `参加《さんか》する ${people} ${number}`,
  },
  add: {
    '/household/members': `家族《かぞく》などを 増《ふ》やす`,
    '/supporters': '手伝《てつだ》って いる ところを 増《ふ》やす',
    '/done': 'した ことを 増《ふ》やす',
    '/attachments': '添付《てんぷ》を 増《ふ》やす',
    '/basis/members': `参加《さんか》する ${people}を 増《ふ》やす`,
  },
  full: 'もう 増《ふ》やせません。',
  removed: (called) => `「${called}」を はずしました。`,
  putBack: 'もとに もどす',
  remove: (called) => `「${called}」を はずす`,

  memberConsent: (text) => `この ${people}の ${consent}：${text}`,
  consentStatus: status,

  basisNote: {
    consent: `${person}が「${tell}えて いい」と 決《き》めた 相手《あいて》に、決《き》めた ことだけを ${tell}えます。`,
    'support-conference': `${person}の ${consent}が ない とき、${secret}が ある ${people}だけで、必要《ひつよう》な ことだけを 話《はな》し合《あ》います。`,
    'anonymous-advice': `だれの ことか わからない ように して、${coordinator}などに 聞《き》きます。`,
  },
  personConsent: (text) => `${person}の ${consent}：${text}`,
  basisHasConsent: `${person}の ${consent}が あります。「${person}の ${consent}」を えらんで ください。`,
  lawBasis: 'もとに する 法律《ほうりつ》：社会福祉法《しゃかいふくしほう》 106条《じょう》の6 1項《こう》',
  groundWords: {
    urgent: '待《ま》って いる 間《あいだ》に、命《いのち》や 暮《く》らしが 危《あぶ》なく なるかもしれない',
    unreached: 'いろいろな ところが 気《き》づいて いるのに、支援《しえん》が とどいて いない',
    'not-yet-agreed': `${consent}は まだ ないが、早《はや》く 支援《しえん》を 考《かんが》える 必要《ひつよう》が ある`,
    'refused-at-risk': `${person}は 断《ことわ》って いるが、このままだと 暮《く》らせなく なるかもしれない`,
    'asking-endangers': `聞《き》く ことで、${person}が 危《あぶ》なく なるかもしれない`,
    'no-contact': `${person}に 会《あ》えない、連絡《れんらく》が できない`,
  },
  reasonNote: `${consent}を 待《ま》てない 理由《りゆう》を、くわしく ${write}きます。`,
  standing: (text) => `今《いま》の ${consent}：${text}。理由《りゆう》と いっしょに 残《のこ》します。`,
  memberAgency: `働《はたら》いて いる ${desk}`,
  memberName: name,
  memberRole: '役目《やくめ》',
  duty: `${secret}（社会福祉法《しゃかいふくしほう》 106条《じょう》の6 5項《こう》）を、この ${people}に 確《たし》かめました`,
  dutyDone: (when) => `${when}に 確《たし》かめました`,
  itemsNote: `必要《ひつよう》な ことだけを えらびます。えらばない ことは ${tell}わりません。`,
  askAgainFrom: `${person}に また 聞《き》く 日《ひ》`,
  askAgainBy: `聞《き》く ${people}`,
  askAgainNot: '日《ひ》を 決《き》められない 理由《りゆう》',
  summaryNote: `ここに ${write}いた ことと、困《こま》って いる ことの 種類《しゅるい》、急《いそ》ぐかだけが ${tell}わります。${name}、電話番号《でんわばんごう》、住所《じゅうしょ》は ${write}かないで ください。`,
  namesSomebody: `${name}や 電話番号《でんわばんごう》や 住所《じゅうしょ》が 入《はい》って いるようです。`,

  gateHeading: `${tell}わる こと・残《のこ》る もの`,
  gateShow: 'くわしく 見《み》る',
  gateHide: '閉《と》じる',
  gateLine: (goes, stays) => `${tell}わる ところ ${goes}、残《のこ》る ところ ${stays}`,
  goes: (agency) => `${agency}には、これだけが ${tell}わります`,
  goesCopy: (agency) => `写《うつ》し：${agency}には、これだけが ${tell}わります`,
  goesNothing: (agency) => `${agency}には、何《なに》も ${tell}わりません`,
  stays: '残《のこ》る もの',
  staysNote: `この ${desk}に 残《のこ》ります。相手《あいて》には 見《み》えません。`,
  staysNone: `残《のこ》る ものは ありません。${write}いて ある ことは、全部《ぜんぶ》 ${tell}わります。`,
  why: {
    refused: `${person}が「${tell}えない」と 決《き》めて います。`,
    asked: `${person}の 返事《へんじ》を 待《ま》って います。`,
    deferred: `${person}が 考《かんが》えて います。`,
    withdrawn: `${person}が ${consent}を やめました。`,
    expired: `${consent}の 日《ひ》が すぎました。`,
    terminated: `${consent}が 終《お》わりました。`,
    invalidated: `${consent}が 使《つか》えません。`,
    'not-asked': `この 相手《あいて》に ${tell}えて いいか、${person}に まだ 聞《き》いて いません。`,
    unknown: `${consent}の ${record}が 読《よ》めません。`,
    'unknown-field': 'この シートに ない ところです。',
    malformed: `${write}き方《かた》が ちがいます。`,
    whose: `この ${people}の ${consent}の ${record}が ありません。ひとりずつ 聞《き》きます。`,
    'person-first': `${person}が この 相手《あいて》に 何《なに》も ${tell}えません。だから、家族《かぞく》などの ことも ${tell}えません。`,
    'not-needed': `${meeting}で ${tell}える ことに 入《はい》って いません。`,
    'not-member': `この 相手《あいて》は、${secret}を 確《たし》かめた ${people}では ありません。`,
    named: `${name}を 出《だ》さない 相談《そうだん》だからです。`,
  },
  shut: (code) => shut[code],
  unfinishedBasis: `${send}る 理由《りゆう》を、まだ ${write}いて いる ところです。${write}くと ${send}れます。`,
  ways: {
    anonymous: `${name}を 出《だ》さないで、${coordinator}に 聞《き》く`,
    consent: `${person}の ${consent}で ${send}る`,
    write: `困《こま》って いる ことを ${write}く`,
    basis: `${send}る 理由《りゆう》を ${write}く`,
  },
  toRead: `自由《じゆう》に ${write}いた 文《ぶん》に、${tell}えない ことが 入《はい》って いるかもしれません。${send}る 前《まえ》に 読《よ》んで ください。`,
  toReadMark: `${send}る 前《まえ》に 読《よ》む`,

  meetings: { plan: '重層的支援会議《じゅうそうてきしえんかいぎ》', support: meeting },
  bring: 'この 場《ば》で 話《はな》し合《あ》えますか',
  bringNote: `どの 会議《かいぎ》で 話《はな》し合《あ》えるか、今《いま》の ${consent}で 確《たし》かめます。`,
  oneDesk: `この ${desk}だけで 支《ささ》える ことが できますか`,
  oneDeskChoices: { yes: 'できる', no: 'ほかの ところの 力《ちから》も 必要《ひつよう》', unsure: 'わからない' },
  room: (room, { plan, support }) =>
    ({ 'single-desk': `この ${desk}で 支《ささ》える`, 'plan-meeting': plan, 'support-conference': support })[room],
  forum,

  check: `${send}る 前《まえ》に 確《たし》かめる`,
  checkHeading: `${send}る 前《まえ》に`,
  checkNote: (agency) => `${agency}に とどくのは、下《した》に ${write}いて ある ことだけです。`,
  checkCopy: (agency) => `写《うつ》し：${agency}に とどく こと`,
  checkCopyNothing: (agency) => `${agency}に ${tell}える ${consent}が ないので、写《うつ》しは ${send}りません。`,
  checkRespond: (day) => `返事《へんじ》は ${day}までです。`,
  checkRead: `印《しるし》が ある 文《ぶん》を、もう 一度《いちど》 読《よ》んで ください。${tell}えない ことが あったら、${write}き直《なお》せます。`,
  send: `これを ${send}る`,
  backToWriting: `${write}く ところに もどる`,

  problemsIntro: `${write}いた ことは、残《のこ》って います。`,

  elsewhere: (fields) =>
    `${write}いて いる 間《あいだ》に、ほかの ところでも ${write}き直《なお》しました：${fields}。ここで ${write}いた ほうが 残《のこ》って います。`,
  elsewhereText: (field) => `ほかの ところで ${write}いた「${field}」`,
  elsewhereTake: 'こちらに する',
  elsewhereKeep: `ここで ${write}いた ままに する`,
  problem: {
    misread: {
      day: `日《ひ》が ${reread}（${example} 2026/11/20）`,
      birth: `生《う》まれた 日《ひ》が ${reread}（${example} 1955/4/1）`,
      age: `年《とし》が ${reread}（${example} 72）`,
      number: `数《かず》が ${reread}（${example} 3）`,
      phone: `電話番号《でんわばんごう》が ${reread}（${example} 0743-74-1111）`,
      email: `メールの アドレスが ${reread}（${example} soudan@example.jp）`,
      kana: `ひらがなで ${write}いて ください`,
      'too-long': `長《なが》すぎます。少《すこ》し 短《みじか》く して ください`,
      other: `${reread}。${again}`,
    },
    gap: {
      why: `${consent}を 待《ま》てない 理由《りゆう》を えらんで ください`,
      reason: `理由《りゆう》を ${write}いて ください`,
      members: `参加《さんか》する ${people}を ${write}いて ください`,
      'member-name': `参加《さんか》する ${people}の ${name}を ${write}いて ください`,
      duty: `${secret}を 確《たし》かめて、印《しるし》を つけて ください`,
      items: `${tell}える ことを えらんで ください`,
      'ask-again': `${person}に また 聞《き》く 日《ひ》か、聞《き》けない 理由《りゆう》を ${write}いて ください`,
      summary: `聞《き》きたい ことを ${write}いて ください`,
    },
    row: {
      '/household/members': again,
      '/supporters': `${name}を ${write}いて ください`,
      '/done': `した ことを ${write}いて ください`,
      '/attachments': `題名《だいめい》を ${write}いて、何《なん》の ことか えらんで ください`,
      '/basis/members': `参加《さんか》する ${people}の ${name}を ${write}いて ください`,
    },
    'same-desk': `この ${desk}と 同《おな》じです。ほかの ${desk}か ${coordinator}を えらんで ください`,
    'copy-twice': `写《うつ》しの 相手《あいて》に、つなぐ 相手《あいて》が 入《はい》って います`,
    other: `${reread}。${again}`,
  },
  sectionOf: (section, field) => `${section}の「${field}」`,
};
