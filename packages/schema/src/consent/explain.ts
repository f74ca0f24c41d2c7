/** Sentences about a consent or a meeting that could not be read: for vendors, for a server's answers, for the desk. */
import type { IssueCode, IssuePath } from '../light.js';
import { shareWords, type ShareReason } from './share.js';

type Words = Readonly<Record<string, string>>;

export const consentNames: Words = {
  schemaVersion: '形式の版（schemaVersion）',
  id: '識別子（id）',
  record: '同意の記録の番号（record）',
  subject: '本人',
  ref: '本人の番号（ref）',
  seq: '記録の順番（seq）',
  at: '日時（at）',
  saidAt: '聞き取った日時（saidAt）',
  writtenBy: '記録した人',
  note: '補足',
  previous: '前の記録のハッシュ（previous）',
  hash: 'ハッシュ（hash）',
  type: '記録の種類（type）',
  request: '本人に聞くこと',
  purposes: '目的',
  purpose: '目的',
  agencies: '伝える相手',
  agency: '伝える相手',
  items: '伝える内容',
  item: '伝える内容',
  period: '期間',
  until: '期限',
  date: '日付',
  event: '終わるきっかけ',
  withdrawal: '取りやめ方',
  way: '取りやめ方',
  detail: '説明',
  notices: '説明文',
  notice: '説明文',
  version: '版',
  language: '言語（language）',
  variant: '説明文の種類（variant）',
  text: '文章',
  askedBy: '聞いた人',
  startedBy: 'どちらから始めたか',
  expressed: '本人の意思の確かめ方',
  by: 'だれが答えたか',
  name: '名前',
  authority: '代わって答えられる根拠',
  how: '確かめ方',
  explainedBy: '説明した人',
  witness: '立ち会った人',
  role: '立場',
  support: '決めるための手助け',
  signature: '署名',
  kind: '種類',
  reference: '保管場所',
  decisions: '相手と内容ごとの答え',
  decision: '答え',
  reason: '理由',
  reAskAfter: '次に聞いてよい日',
  scope: '取りやめる範囲',
  all: 'すべて',
  because: '終わった理由',
  forum: '会議の種類',
  consents: '同意の記録',
  attendees: '出席者',
  members: '構成員',
  duty: '守秘義務の確認',
  acknowledgedAt: '守秘義務を確かめた日時',
  basis: '根拠となる条項',
  law: '法律の名前',
  article: '条',
  paragraph: '項',
  grounds: '支援会議で扱う理由',
  why: '理由の種類',
  shared: '共有した内容',
  discussed: '話し合ったこと',
  decided: '決めたこと',
  roles: '役割分担',
  does: '担うこと',
  askAgain: 'あらためて本人に聞く予定',
  from: '聞いてよい日',
  nextOn: '次の日程',
  about: '対象の人',
  head: '記録の末尾',
  given: '同意されている内容',
};

const hash = 'SHA-256 を16進の64文字で書いてください';
const instant = '2026-11-24T01:30:00Z の形（UTC）で書いてください';
const id = '半角の英小文字・数字・ハイフンで書いてください（例 city-hall）';
const ref = '半角の英数字とハイフンで書いてください（例 case-0123）';
const day = '2026-11-27 の形で書いてください';
export const consentFormats: Words = {
  hash,
  previous: hash,
  notice: hash,
  at: instant,
  saidAt: instant,
  acknowledgedAt: instant,
  agencies: id,
  agency: id,
  purposes: id,
  purpose: id,
  items: id,
  item: id,
  variant: id,
  id: ref,
  record: ref,
  ref,
  about: ref,
  date: day,
  until: day,
  from: day,
  nextOn: day,
  reAskAfter: '2026-11-27 の形か、「never」で書いてください',
  schemaVersion: '「1.0」のように書いてください',
  language: 'ja や en のような言語タグ（BCP 47）で書いてください',
};

const types: Readonly<Record<string, string>> = {
  string: '文字',
  number: '数',
  int: '整数',
  array: '並び（[ ]）',
  object: '項目の集まり（{ }）',
  event: '同意の記録',
  json: 'JSON で表せるもの',
};

/** What a rule between fields asks for. */
export const consentRules: Words = {
  'for oral': '口頭で聞いたときは、説明した人と立ち会った人を記録してください。',
  'for written': '書面で確かめたときは、署名の保管場所か、書かれた名前を記録してください。',
  'for electronic': '画面で確かめたときは、署名か、入力された名前を記録してください。',
  'for supported': '手助けを受けて決めたときは、どのような手助けかを記録してください。',
  'for a representative': '本人に代わって答えたときは、代われる根拠（確かめた書類など）を記録してください。',
  'something given': '1つも同意がないときは、「一部の同意」ではなく「伝えない」として記録してください。',
  'an agency with a name': '「みんな」「全員」のような相手は選べません。窓口や機関を1つずつ選んでください。',
  'every cell of the question': '聞いたことのすべてに答えがないときは、「一部の同意」として記録してください。',
  'the hash of the text': '説明文のハッシュが、説明文と合いません。見せた文章のままか、確かめてください。',
  'one record': '別の同意の記録が混ざっています。1つの記録だけにしてください。',
  'one person': '別の人の記録が混ざっています。同意は一人ずつ、別々に記録してください。',
  'the event before': '前の記録とのつながり（previous）が合いません。途中の記録が抜けていないか、確かめてください。',
  'not before the event before': '日時が、前の記録より前になっています。',
  'not after at': '聞き取った日時が、記録した日時より後になっています。',
  'not in the past': '期限が、もう過ぎた日になっています。',
  'not after the question’s last day': '期限が、聞いたときの期限より後になっています。',
  'a verified consent': '重層的支援会議の記録は、確かめた同意の記録からだけ作れます。',
  'a record that holds': '同意の記録が見つからないか、書かれたあとで変わっています。記録を確かめてください。',
  'an agency with consent': 'この機関に伝える同意がありません。同意のある機関だけで話し合ってください。',
  'grounds made by groundsFor': '支援会議で扱うには、根拠となる条項と理由の記録が必要です。',
  'members made by underDuty': '支援会議には、守秘義務を確かめた構成員が必要です。',
  'before the meeting': '守秘義務は、情報を共有する前に確かめます。日時を確かめてください。',
  'absent in the first': '最初の記録には、前の記録のハッシュ（previous）を書きません。',
};

/** `request`, `agencies`, 0 → 「本人に聞くこと」の「伝える相手」の1番目. */
function where(path: IssuePath, names: Words): string {
  if (path.length === 0) return '届いた内容';
  let words = '';
  for (const part of path)
    words +=
      typeof part === 'number'
        ? `${words && 'の'}${part + 1}番目`
        : `${words && 'の'}「${Object.hasOwn(names, part) ? names[part]! : part.slice(0, 40)}」`;
  return words;
}

interface Issue {
  path: IssuePath;
  code: IssueCode;
  expected: string;
}

/** What kinds of record have to say of their own: names of fields, how they are written, what rules ask for. */
export interface Vocabulary {
  names: Words;
  formats: Words;
  rules: Words;
}

/** One sentence in Japanese, in です・ます, without what was written and without blame. */
export const explainConsentIssue = (issue: Issue): string =>
  explainWith({ names: consentNames, formats: consentFormats, rules: consentRules }, issue);

/** The same in the words of another kind of record. */
export function explainWith({ names, formats, rules }: Vocabulary, { path, code, expected }: Issue): string {
  if (Object.hasOwn(rules, expected)) return rules[expected]!;
  const consent = /^consent (.+)$/.exec(expected)?.[1];
  if (consent !== undefined && Object.hasOwn(shareWords, consent))
    return `重層的支援会議は、本人の同意があるときに開けます。${shareWords[consent as ShareReason]}`;
  const place = where(path, names);
  const last = [...path].reverse().find((part) => typeof part === 'string') ?? '';
  const format = Object.hasOwn(formats, last) ? `${formats[last]!}。` : '';
  switch (code) {
    case 'missing':
      return `${place}がありません。${format}`;
    case 'format':
      if (expected === 'a date of the calendar') return `${place}は、暦にない日付のようです。${format}`;
      if (expected.startsWith('the number ')) return `${place}が続いていません。途中の記録が抜けていないか、確かめてください。`;
      return format
        ? `${place}の書き方を確かめてください。${format}`
        : `${place}に、使えない文字が入っているか、文字がありません。目に見えない文字が混ざっていないか、確かめてください。`;
    case 'choice':
      return `${place}は、次のどれかにしてください：${expected.replaceAll(' | ', '、')}。`;
    case 'too-long':
      return expected.endsWith('cells')
        ? `${place}が多いため、一度に聞けません。目的・相手・内容を、何回かに分けて聞いてください。`
        : `${place}が長いか、多いようです。少し減らしてください。`;
    case 'too-short':
      return `${place}が空になっています。書かないときは、項目ごと省いてください。`;
    case 'duplicate':
      return `${place}が、二度書かれています。1つだけにしてください。`;
    case 'version':
      return `${place}が合わないため、読めません。使える版は ${expected} です。`;
    case 'type':
      return `${place}は、${Object.hasOwn(types, expected) ? types[expected]! : expected}で書いてください。`;
    default:
      return `${place}を確かめてください。`;
  }
}
