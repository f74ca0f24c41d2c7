/** What the choices are called on the 相談受付票. */
import type { ConsultationStatus } from '@tsunagu/schema/consultation';
import {
  ageBandWords,
  awarenessWords,
  callerNameWords,
  callTimeWords,
  modeAtDeskWords,
  needWords,
  relationWords,
  roleWords,
  sinceWords,
  urgencyAtDeskWords,
  wayWords,
  whoAtDeskWords,
} from '@tsunagu/schema/consultation/words';

export const statusLabels: Readonly<Record<ConsultationStatus, string>> = {
  received: '受け付けました',
  read: '読みました',
  answered: '返事をしました',
  'in-progress': '対応中',
  closed: '終わりました',
};

export const labels = {
  who: whoAtDeskWords,
  role: roleWords,
  awareness: awarenessWords,
  since: sinceWords,
  urgency: urgencyAtDeskWords,
  mode: modeAtDeskWords,
  ways: { ...wayWords, visit: '窓口に来て聞く' },
  callerName: callerNameWords,
  times: callTimeWords,
  needs: { ...needWords, wheelchair: '車いす', companion: '付き添いの人といっしょ' },
  ageBand: ageBandWords,
  relation: relationWords,
  voicemail: { yes: '残してよい', no: '残さない' },
} as const;

/** The words the person read, where an answer should be in them too. */
export function languageLabel(tag: string): string | undefined {
  if (tag === 'ja') return undefined;
  if (tag.startsWith('ja-x-easy')) return 'やさしい日本語';
  return new Intl.DisplayNames(['ja'], { type: 'language', fallback: 'code' }).of(tag) ?? tag;
}
