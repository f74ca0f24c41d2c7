/** Sentences about a consultation that could not be read: for vendors, for the receiver's answers, and for a resident without script. */
import type { IssueCode, IssuePath } from '../light.js';

export const consultationNames: Readonly<Record<string, string>> = {
  schemaVersion: '形式の版（schemaVersion）',
  language: '言語（language）',
  about: 'だれのことか',
  who: 'だれのことか',
  role: '相談する人の立場',
  relation: '関係',
  awareness: '本人が知っているか',
  topics: '困っていること',
  mainTopic: 'いちばん困っていること（mainTopic）',
  words: '相談の内容',
  since: 'いつからか',
  urgency: '急ぎの程度',
  contact: '連絡先',
  mode: '名前の伝え方',
  nickname: '呼び名',
  ways: '連絡の方法',
  phone: '電話番号',
  email: 'メールアドレス',
  fax: 'FAX番号',
  address: '住所',
  safeCall: '電話のかけ方',
  voicemail: '留守番電話',
  callerName: '名乗り方',
  callerNameText: '名乗る名前',
  times: '電話してよい時間',
  never: 'かけてはいけないとき',
  needs: '必要な手助け',
  ids: '種類',
  note: '補足',
  person: '本人',
  name: '名前',
  kana: 'ふりがな',
  birthDate: '生年月日',
  ageBand: '年齢',
  age: '年齢',
  town: '町名',
  household: '一緒に住んでいる人',
  window: '相談先の窓口',
  windowId: '相談先の窓口',
  id: '識別子（id）',
  consultation: '相談（consultation）',
  sealed: '封をした相談（sealed）',
  trap: '自動送信の見分け（trap）',
  seconds: '記入にかかった秒数',
  number: '受付番号',
  secret: '確認番号',
  text: '文章',
  status: '状況',
  messages: 'やりとり',
  from: '差出人',
  at: '日時',
  receivedAt: '受け付けた日時',
  replyBy: '返事の予定日',
};

const phone = '市外局番から、0743-74-1111 の形でお書きください';
const receipt = '受付票のとおりに、半角の英数字とハイフンで入れてください';
export const consultationFormats: Readonly<Record<string, string>> = {
  phone,
  fax: phone,
  email: 'soudan@example.jp の形でお書きください',
  birthDate: '1955-04-01 の形で書いてください',
  schemaVersion: '「1.0」のように書いてください',
  language: 'ja や en のような言語タグ（BCP 47）で書いてください',
  id: '半角の英小文字・数字・ハイフンで書いてください（例 city-hall）',
  windowId: '半角の英小文字・数字・ハイフンで書いてください（例 city-hall）',
  topics: '相談の種類の id で書いてください（例 care）',
  mainTopic: '相談の種類の id で書いてください（例 care）',
  sealed: 'JWE（コンパクト形式）で送ってください',
  number: receipt,
  secret: receipt,
  at: '2026-11-24T01:30:00Z の形（UTC）で書いてください',
  receivedAt: '2026-11-24T01:30:00Z の形（UTC）で書いてください',
  replyBy: '2026-11-27 の形で書いてください',
};

const types: Record<string, string> = {
  string: '文字',
  number: '数',
  int: '整数',
  array: '並び（[ ]）',
  object: '項目の集まり（{ }）',
  json: 'JSON で表せるもの',
};

const ways: Record<string, string> = { phone: '電話', email: 'メール', fax: 'FAX', letter: '手紙' };

const numbers = new Set(['age', 'seconds']);
const lists = new Set(['topics', 'ways', 'times', 'ids', 'household']);

/** `contact`, `phone` → 「連絡先」の「電話番号」; fields this version does not know stay under the name they came with. */
function where(path: IssuePath): string {
  if (path.length === 0) return '送られた内容';
  let words = '';
  for (const part of path)
    words +=
      typeof part === 'number'
        ? `の${part + 1}番目`
        : `${words && 'の'}「${Object.hasOwn(consultationNames, part) ? consultationNames[part]! : part.slice(0, 40)}」`;
  return words;
}

/** One sentence in Japanese, in です・ます, without what was written and without blame. */
export function explainConsultationIssue({ path, code, expected }: { path: IssuePath; code: IssueCode; expected: string }): string {
  const place = where(path);
  const last = [...path].reverse().find((part) => typeof part === 'string') ?? '';
  const format = Object.hasOwn(consultationFormats, last) ? `${consultationFormats[last]!}。` : '';
  switch (code) {
    case 'missing':
      if (expected === 'topics or words') return '困っていることを1つ選ぶか、ひとことだけでも書いてください。';
      if (expected.startsWith('for ')) return `${ways[expected.slice(4)]!}で連絡するために、${place}が必要です。${format}`;
      return `${place}がありません。${format}`;
    case 'format':
      if (expected === 'a date of the calendar') return `${place}は、暦にない日付のようです。${format}`;
      if (expected === 'not in the future') return `${place}が、今日より後の日付になっています。`;
      if (expected.startsWith('within ')) return `${place}が、ずいぶん昔の日付になっています。年を確かめてください。`;
      if (expected === 'either consultation or sealed')
        return '封をした相談（sealed）と、封をしていない相談（consultation）は、一緒に送れません。どちらか1つにしてください。';
      if (expected === 'key') return `${place}に、使えない項目名があります。`;
      return format
        ? `${place}の書き方を確かめてください。${format}`
        : `${place}に、使えない文字が入っているか、文字がありません。目に見えない文字が混ざっていないか、確かめてください。`;
    case 'choice':
      return `${place}は、次のどれかにしてください：${expected.replaceAll(' | ', '、')}。`;
    case 'too-long': {
      const most = /^<= (\d+)$/.exec(expected)?.[1];
      if (!most) return `${place}が大きすぎて、受け取れませんでした。`;
      if (numbers.has(last)) return `${place}は、${most}までの数で書いてください。`;
      return lists.has(last)
        ? `${place}が多いようです。${most}個までにしてください。`
        : `${place}が長いようです。${most}字までにしてください。`;
    }
    case 'too-short':
      if (numbers.has(last)) return `${place}は、0以上の数で書いてください。`;
      return `${place}が空になっています。書かないときは、項目ごと省いてください。`;
    case 'unknown-reference':
      return `${place}は、選んだ「困っていること」（topics）の中の1つにしてください。`;
    case 'version':
      return `${place}が合わないため、読めません。使える版は ${expected} です。`;
    case 'type':
      return `${place}は、${Object.hasOwn(types, expected) ? types[expected]! : expected}で書いてください。`;
    default:
      return `${place}を確かめてください。`;
  }
}
