import { dutyLead, dutyWords, groundWords } from '@tsunagu/schema/meeting';
import type { ForumMessages } from './forum.messages.js';

export const forumJa: ForumMessages = {
  heading: '職員の方へ：どこで話し合えるか',
  status: '同意の今の状態',
  needsAnswer: '下の問いに答えると、どこで話し合えるかが出ます。',
  oneDesk: 'この窓口だけで支えられますか',
  oneDeskNote: '迷うときは「分からない」で大丈夫です。名前を出さずに、調整担当に相談できます。',
  oneDeskChoices: { yes: '支えられる', no: 'ほかの機関の力が要る', unsure: '分からない' },
  grounds: '同意を待たずに話し合う理由（当てはまるものだけ）',
  groundsNote: '当てはまるものがないときは、空けたままにします。支援会議で扱うには、理由が必要です。',
  groundWords,

  room: (forum, { planMeeting, supportMeeting }) =>
    ({ 'single-desk': 'この窓口で支える', 'plan-meeting': planMeeting, 'support-conference': `${supportMeeting}（社会福祉法第106条の6）` })[
      forum
    ],
  reason: '理由',
  basis: '根拠',
  shares: 'ここで伝えてよいこと',
  sharesNote: 'ここに挙げた機関に、挙げたことだけを伝えられます。',
  member: (ref) => `世帯の人（${ref}）について`,
  atMost: '話し合えることの範囲',
  atMostNote: '支援に必要な範囲に限ります。',
  leftOut: '伝えないこと',
  leftOutNote: 'これらは、この場では伝えません。',
  why: {
    refused: '「伝えない」と決めている',
    asked: 'まだ返事を待っている',
    deferred: '考えているところ',
    withdrawn: '取りやめている',
    expired: '期限が過ぎている',
    terminated: '同意が終わっている',
    invalidated: '無効とされている',
    'not-asked': 'まだ聞いていない',
    unknown: '記録が読み取れない',
  },
  mustRecord: '記録すること',
  askAgain: 'あらためて聞けるか',
  duty: '虐待や暴力に気づいたとき',
  dutyLead,
  dutyWords,
  list: (items) => items.join('、'),
  labelled: (label, text) => `${label}：${text}`,
  words: ({ reason, mustRecord, askAgain, basis }) => ({
    reason,
    mustRecord,
    askAgain: askAgain.message,
    basis: basis.map(({ label, law, article, says }) => ({ label: label ?? `${law} ${article}`, says })),
  }),
};
