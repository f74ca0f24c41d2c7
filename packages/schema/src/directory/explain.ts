/** Sentences for the city employee who keeps the directory file. Loaded only when something is wrong. */
import type { RawIssue } from '../light.js';

const names: Record<string, string> = {
  windows: '窓口',
  municipality: '市区町村',
  mainContact: '代表連絡先',
  name: '名称',
  shortName: '短い名称',
  kana: 'ふりがな',
  aliases: '別の呼び名',
  phones: '電話',
  number: '番号',
  fax: 'FAX',
  email: 'メールアドレス',
  url: 'ウェブページ',
  address: '住所',
  postalCode: '郵便番号',
  hours: '開所時間',
  text: '文章',
  weekly: '曜日ごとの時間',
  exceptions: '特別な日',
  days: '曜日',
  from: '開始',
  to: '終了',
  holidays: '祝日の扱い',
  yearEnd: '年末年始の扱い',
  catchments: '担当地域',
  areas: '町名',
  topics: '相談の種類',
  channels: '相談方法',
  notes: '注記',
  acceptsAll: '「どんな相談も受ける」の印（acceptsAll）',
  catchAll: '総合窓口（catchAll）',
  afterHours: '時間外の相談先',
  emergencyLines: '緊急の連絡先',
  programmes: '事業',
  providers: '実施機関',
  labels: '市での呼び方',
  calendar: '市の暦',
  schemaVersion: '形式の版（schemaVersion）',
  updated: '更新日',
  source: '出典',
  code: '全国地方公共団体コード',
  id: '識別子（id）',
  location: '緯度・経度',
};

const formats: Record<string, string> = {
  number: '市外局番から、半角の数字とハイフンで書いてください（例 0743-74-1111）',
  code: 'チェックデジットを含む6けたの数字で書いてください（例 292095）',
  updated: '2026-04-01 の形で書いてください',
  verifiedOn: '2026-04-01 の形で書いてください',
  from: '時刻は 09:00、日付は 2026-04-01 の形で書いてください',
  to: '時刻は 17:30、日付は 2026-04-01 の形で書いてください',
  id: '半角の英小文字・数字・ハイフンで書いてください（例 city-hall）',
  url: 'https:// で始まるアドレスを書いてください',
  email: 'メールアドレスの形で書いてください（例 soudan@example.jp）',
  postalCode: '123-4567 の形で書いてください',
  schemaVersion: '「1.0」のように書いてください',
};

/** `windows › 3番目 › phones › 1番目 › number` in words: 「窓口」の3番目 → 「電話」の1番目 → 「番号」. */
export function explainPath(path: RawIssue['path']): string {
  if (path.length === 0) return 'ファイル全体';
  let words = '';
  for (const part of path) words += typeof part === 'number' ? `の${part + 1}番目` : `${words && '→'}「${names[part] ?? part}」`;
  return words;
}

/** One Japanese sentence: where it is, what is wrong, how to mend it. `windowName` helps to find the row. */
export function explainIssue(issue: RawIssue, windowName?: string): string {
  const where = explainPath(issue.path) + (windowName ? `（${windowName}）` : '');
  const last = [...issue.path].reverse().find((part) => typeof part === 'string') ?? '';
  const now = issue.found ? `（いまの値：${issue.found}）` : '';
  switch (issue.code) {
    case 'missing':
      return `${where}が書かれていません。${formats[last] ? `${formats[last]}。` : ''}`;
    case 'format':
      return `${where}の書き方を確かめてください${now}。${formats[last] ?? '決められた形になっていません'}。`;
    case 'choice':
      return `${where}は、次のどれかにしてください：${issue.expected.replaceAll(' | ', '、')}${now}。`;
    case 'too-long':
      return `${where}が長すぎます${now}。${issue.expected.replace('<= ', '')}までにしてください。`;
    case 'too-short':
      if (last === 'windows') return '窓口が1つも書かれていません。少なくとも、どんな相談も受ける窓口（総合窓口）を1つ書いてください。';
      return `${where}が空か、短すぎます。`;
    case 'duplicate':
      return `${where}が、ほかの窓口と同じです${now}。窓口ごとに違うものにしてください。`;
    case 'unknown-reference':
      return `${where}が指しているもの（${issue.found}）が、このファイルの中にありません。`;
    case 'no-catch-all':
      return issue.path[0] === 'catchAll' && issue.found !== '0'
        ? `${where}に挙げた「${issue.found}」は、どんな相談も受ける窓口ではありません。その窓口に acceptsAll: true を付けるか、別の窓口を挙げてください。`
        : 'どんな相談も受ける窓口（総合窓口）がありません。少なくとも1つの窓口に acceptsAll: true を付けてください。相談する人が行き止まりにならないために必要です。';
    case 'version':
      return `${where}が新しすぎるか古すぎて、読めません${now}。使える版：${issue.expected}。`;
    case 'type':
      return `${where}の種類が違います${now}。${typeWord(issue.expected)}で書いてください。`;
    default:
      return `${where}を確かめてください${now}。`;
  }
}

function typeWord(expected: string): string {
  const words: Record<string, string> = {
    string: '文字',
    number: '数',
    int: '整数',
    array: '並び（[ ]）',
    object: '項目の集まり（{ }）',
    boolean: 'true か false',
  };
  return words[expected] ?? expected;
}
