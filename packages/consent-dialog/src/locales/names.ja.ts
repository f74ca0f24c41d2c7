import { representativeWords } from '@tsunagu/schema/consent/words';
import { askNamesJa } from './names.ask.ja.js';
import type { NameMessages } from './names.messages.js';

const other = 'そのほか';

export const namesJa: NameMessages = {
  ...askNamesJa,
  purposeShort: {
    referral: '相談をつなぐ',
    'plan-meeting': '支援プランの話し合い',
    participation: '場所や役割を探す',
    outreach: '訪問や電話',
    'follow-up': 'その後の確認',
  },
  expresser: {
    self: 'ご本人',
    supported: 'ご本人（手助けを受けて決めた）',
    ...representativeWords,
  },
  method: { oral: '口頭（話して伝える）', written: '書面（紙に書く）', electronic: '電子（この画面で伝える）' },
  decision: { given: '伝えてよい', refused: '伝えない', 'not-asked': '聞いていない' },
  status: {
    none: 'まだ聞いていません',
    requested: '返事を待っています',
    given: '聞いたことは、すべて伝えてよいと決めています',
    'partly-given': '一部だけ、伝えてよいと決めています',
    refused: '伝えないと決めています',
    deferred: 'もう少し考えているところです',
    renewed: '伝えてよい期間を延ばしています',
    narrowed: '伝えてよいことを減らしています',
    withdrawn: '取りやめています',
    expired: '期限が過ぎています',
    terminated: '終わっています',
    invalidated: '無効になっています',
    unknown: '記録を読み取れないため、何も伝えません',
  },
  reason: {
    given: '伝えてよい',
    refused: '伝えない',
    asked: 'まだ答えていない',
    deferred: '考えているところ',
    withdrawn: '取りやめた',
    expired: '期限が過ぎた',
    terminated: '終わった',
    invalidated: '無効になった',
    'not-asked': '聞いていない',
    unknown: '分からない',
  },
  ending: {
    'plan-ended': '支援プランが終わった',
    event: '期限にしていたことが起きた',
    'case-closed': '相談が終わった',
    moved: 'ほかの市区町村に引っ越した',
    died: '亡くなられた',
    other,
  },
  flaw: {
    'wrong-person': '別の人の同意だった',
    'no-authority': '代わりに答える立場になかった',
    pressure: '自由に決められる状況ではなかった',
    misexplained: '説明がまちがっていた',
    'recording-error': '書きまちがいがあった',
    other,
  },
};
