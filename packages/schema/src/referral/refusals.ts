/** Why a step is not made, in a code for machines and a sentence for the desk that says what can be done instead. */
import type { RawIssue } from '../light.js';
import type { ReferralActionType } from './actions.js';
import type { GateCode } from './gate.js';
import type { MoveRefusal } from './moves.js';

/**
 * Beside what `moves.ts` and the gate refuse. `broken`: the record has a gap, was changed, or cannot be followed. `consent-withdrawn`: the person took
 * it back, so the sheet has to be stopped first. `no-reason`: a no without a reason, or 「その他」 without words. `no-next-desk`: no desk was named.
 * `unknown-desk`: it is not in the directory. `same-desk`: that desk has it. `no-words`: nothing was written. `deadline`: a day that has passed, or is
 * more than a year away. `order`: earlier than the event before. `shape`: `issues` say what is wrong. `full`: no more events fit.
 */
export type AdvanceRefusalCode =
  | MoveRefusal
  | GateCode
  | 'broken'
  | 'consent-withdrawn'
  | 'no-reason'
  | 'no-next-desk'
  | 'unknown-desk'
  | 'same-desk'
  | 'no-words'
  | 'outcome'
  | 'deadline'
  | 'order'
  | 'shape'
  | 'full';

export interface AdvanceRefusal {
  code: AdvanceRefusalCode;
  /** One sentence in Japanese. */
  message: string;
  issues?: RawIssue[];
}

export const refusalWords: Readonly<Record<Exclude<AdvanceRefusalCode, GateCode | 'already' | 'not-now' | 'not-due' | 'self'>, string>> = {
  ended: 'このシートは終わっています。続けるときは、つなぎ元の窓口が開き直します。',
  draft: 'まだ送られていないシートです。送ってから進めます。',
  'not-yours': 'この操作は、いまシートを持っている窓口か、つなぎ元の窓口が行います。',
  broken: '記録が欠けているか、変わっています。最新の記録を読み込んでから、もう一度お試しください。',
  'consent-withdrawn': '本人が同意を取りやめています。先に「同意の取りやめ」を記録して、シートを止めてください。',
  'no-reason': '理由を選んでください。「その他」のときは、ひとこと書いてください。',
  'no-next-desk': 'つなぎ先の窓口を選んでください。決められないときは、調整担当に戻せます。',
  'unknown-desk': 'この窓口は、窓口の一覧にありません。一覧から選ぶか、調整担当に戻してください。',
  'same-desk': 'この窓口が、いまシートを持っています。別の窓口を選んでください。',
  'no-words': 'ひとこと書いてください。相手の窓口が、次に動けるようになります。',
  outcome: '本人と連絡がつく前の報告では、「連絡がつかない」「本人が希望しない」「転居」「亡くなった」から選んでください。',
  deadline: '期限の日付を確かめてください。過ぎた日や、1年より先の日は選べません。',
  order: '記録の日時が、前の記録より前になっています。端末の時計を確かめてください。',
  shape: '記録の内容に、足りないところがあります。',
  full: 'このシートには、もう書き足せません。報告して終えるか、新しいシートでつないでください。',
};

const already: Partial<Record<ReferralActionType, string>> = {
  send: 'このシートは、すでに送られています。',
  receive: '受け取ったことは、すでに記録されています。',
  accept: 'この窓口が、すでに引き受けています。',
  'mark-overdue': '期限を過ぎたことは、すでに記録されています。',
  escalate: '調整担当には、すでに知らせています。',
  'withdraw-consent': '同意の取りやめは、すでに記録されています。',
  'take-over': '調整担当が、すでにシートを持っています。',
};

const self: Partial<Record<ReferralActionType, string>> = {
  'ask-back': 'この窓口がつなぎ元でもあるため、聞き返す相手がいません。',
  return: '調整担当がシートを持っています。つなぎ先を選ぶか、調整担当が引き受けます。',
  escalate: '調整担当が持っているシートです。調整担当が次に進めます。',
};

const notNow: Partial<Record<ReferralActionType, string>> = {
  'ask-back': 'いまは聞き返せません。引き受けたあとは、経過として書けます。',
  answer: '聞き返されていないため、答えることがありません。',
  contact: '初めての連絡は、引き受けたあとに記録します。',
  progress: '経過は、本人と連絡がついたあとに書けます。',
  report: '報告は、引き受けたあとに書けます。',
  resume: '報告を受けたシートだけ、支援の続きをお願いできます。',
  close: '相手の窓口の報告を受けてから、終えられます。',
  acknowledge: '同意が取りやめられたシートだけ、対応を記録できます。',
  'take-over': '期限を過ぎて調整担当に知らされたシートだけ、代わりに引き受けられます。',
  reopen: '終わったシートだけ、開き直せます。同意が取りやめられたときは、新しいシートを作ります。',
};

/** The sentence of a refusal that depends on what was tried. */
export function moveWords(code: MoveRefusal, action: ReferralActionType): string {
  switch (code) {
    case 'already':
      return already[action] ?? 'この操作は、すでに記録されています。';
    case 'self':
      return self[action] ?? '同じ窓口には送れません。';
    case 'not-now':
      return notNow[action] ?? 'いまの状態では、この操作はできません。次にできることを確かめてください。';
    case 'not-due':
      return '返信期限は、まだ過ぎていません。';
    default:
      return refusalWords[code];
  }
}
