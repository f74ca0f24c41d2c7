/** What consents are called for whoever works at a desk. The dialog speaks to the person, and has words of its own. */
import type { CellState, ConsentEvent, ConsentEventType, ConsentStatus, Expresser, Method, ShareReason } from '@tsunagu/schema/consent';
import { itemWords, purposeWords, representativeWords } from '@tsunagu/schema/consent/words';
import type { ForumId } from '@tsunagu/schema/meeting';

export { itemWords as itemLabels, purposeWords as purposeLabels } from '@tsunagu/schema/consent/words';

export const statusLabels: Readonly<Record<ConsentStatus, string>> = {
  none: 'まだ聞いていません',
  requested: '返事を待っています',
  given: '聞いたことすべてに同意があります',
  'partly-given': '一部に同意があります',
  refused: '「伝えない」と決めています',
  deferred: '考えているところです',
  renewed: '同意の期間が延びています',
  narrowed: '同意が一部に狭まっています',
  withdrawn: '同意は取りやめられています',
  expired: '同意の期限が過ぎています',
  terminated: '同意は終わっています',
  invalidated: '同意は無効とされています',
  unknown: '記録を確かめる必要があります',
};

/** What to do, under the status. */
export const statusNotes: Readonly<Partial<Record<ConsentStatus, string>>> = {
  none: 'ほかの機関には、何も伝えません。',
  requested: '返事があるまでは、何も伝えません。急がせずに待ちます。',
  refused: 'ほかの機関には伝えません。伝えなくても、支援は続けられます。',
  deferred: '決まるまでは、何も伝えません。急がせずに待ちます。',
  withdrawn: 'これからは、何も伝えません。すでに伝わっているものは、下で確かめられます。',
  expired: '続けて伝えるには、もう一度本人に聞いてください。',
  terminated: '伝えるには、あらためて本人に聞いてください。',
  invalidated: '伝えるには、あらためて本人に聞いてください。',
  unknown: '記録が欠けているか、書かれたあとで変わっています。確かめられるまでは、何も伝えません。システムの担当者に知らせてください。',
};

export const cellLabels: Readonly<Record<CellState | 'not-asked' | 'unknown', string>> = {
  given: '同意あり',
  refused: '伝えない',
  asked: '返事を待っている',
  deferred: '考えている',
  withdrawn: '取りやめ',
  expired: '期限切れ',
  terminated: '終わった',
  invalidated: '無効',
  'not-asked': '聞いていない',
  unknown: '確かめられない',
} satisfies Record<ShareReason, string>;

export const eventLabels: Readonly<Record<ConsentEventType, string>> = {
  requested: '同意について聞きました',
  given: 'すべて伝えてよいと決めました',
  'partly-given': '一部を伝えてよいと決めました',
  refused: '伝えないと決めました',
  deferred: 'もう少し考えることにしました',
  renewed: '期間を延ばしました',
  narrowed: '伝えてよいことを減らしました',
  withdrawn: '取りやめました',
  terminated: '同意が終わりました',
  invalidated: '無効としました',
};

export const expresserLabels: Readonly<Record<Expresser, string>> = {
  self: '本人',
  supported: '本人（手助けを受けて）',
  ...representativeWords,
};

export const methodLabels: Readonly<Record<Method, string>> = { oral: '口頭', written: '書面', electronic: '画面' };

export const forumLabels: Readonly<Record<ForumId, string>> = {
  'single-desk': 'この窓口で支援を続けます',
  'plan-meeting': '重層的支援会議で話し合えます',
  'support-conference': '支援会議で扱います（社会福祉法第106条の6）',
};

const named = (labels: Readonly<Record<string, string>>, id: string): string => (Object.hasOwn(labels, id) ? labels[id]! : id);

/** A city's own id is not in our words: shown as it is. */
export const purposeLabel = (id: string): string => named(purposeWords, id);
export const itemLabel = (id: string): string => named(itemWords, id);
export const itemList = (ids: Iterable<string>): string => [...new Set(ids)].map(itemLabel).join('、');

/** As the paper that the person keeps has it, under 「確認の符号」. */
export const markOf = ({ hash }: Pick<ConsentEvent, 'hash'>): string => hash.slice(0, 16).replace(/(.{4})(?=.)/g, '$1-');
