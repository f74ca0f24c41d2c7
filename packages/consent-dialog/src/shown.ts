/** Which explanation stands on the screen, and what of it is frozen. */
import type { NoticeText, RequestDraft } from '@tsunagu/schema/consent';
import type { Names } from './names.js';
import { noticeFor } from './notice.js';
import type { Shown } from './parts/view.js';

/**
 * Ours in sections where the question has no text of its own or has exactly ours; otherwise the text that came with it, in the reader's language if it
 * is there. `read` is what the person read, to be frozen with the answer.
 */
export function shownOf(asked: RequestDraft, names: Names, furigana: boolean): { shown: Shown; read: NoticeText } {
  const content = noticeFor(asked, names, { furigana });
  const { frozen } = content;
  const notices = asked.notices ?? [];
  const isOurs = (one: NoticeText): boolean =>
    one.text === frozen.text && one.version === frozen.version && one.variant === frozen.variant && one.language === frozen.language;
  const ours = notices.find(isOurs);
  if (!notices.length || ours) return { shown: { content }, read: ours ?? frozen };
  const inLanguage = notices.filter(({ language }) => language === frozen.language);
  const own =
    inLanguage.find(({ variant }) => variant === frozen.variant) ??
    inLanguage.find(({ variant }) => variant === undefined || variant === 'plain') ??
    inLanguage[0] ??
    notices.find(({ language }) => language === 'ja') ??
    notices[0]!;
  return { shown: { text: own.text, language: own.language, ruby: own.variant === 'easy-furigana' }, read: own };
}
