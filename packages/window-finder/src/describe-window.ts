import { localize } from '@tsunagu/schema/text';
import type { Catchment, ConsultationWindow, Directory, Note, Source } from '@tsunagu/schema/directory';
import type { Reason } from './find/types.js';
import type { FinderMessages } from './locales/messages.js';

/** The field of work in the city's own word, else ours. */
export function fieldLabel(directory: Directory, field: string | undefined, lang: string, fields: Record<string, string>): string {
  if (!field) return '';
  const own = <T>(words: Record<string, T> | undefined): T | undefined => (words && Object.hasOwn(words, field) ? words[field] : undefined);
  const label = own(directory.labels?.fields);
  const ours = own(fields);
  if (lang === 'ja' || !ours) return label ? localize(label, lang) : (ours ?? '');
  return label && typeof label === 'object' && Object.hasOwn(label, lang) ? localize(label, lang) : ours;
}

/** Address as one line; what the city withholds is not there at all. */
export function addressLine(window: ConsultationWindow, lang: string): string {
  if (window.addressVisibility === 'withheld') return '';
  if (window.addressVisibility === 'area-only') return window.area ? localize(window.area, lang) : '';
  const parts = [window.address, window.building, window.floor].filter((part) => part !== undefined);
  return parts.map((part) => localize(part, lang)).join(lang === 'en' ? ', ' : ' ');
}

/** Notes for residents only; a transcriber's doubts are for city staff. */
export function publicNotes(notes: readonly Note[] | undefined, lang: string): string[] {
  return (notes ?? []).flatMap((note) => {
    if (typeof note === 'object' && 'kind' in note) return note.kind === 'info' ? [localize(note.text, lang)] : [];
    return [localize(note, lang)];
  });
}

/** The document a fact was taken from, in one line. */
export function sourceLine(source: Source | undefined): string {
  if (source === undefined) return '';
  if (typeof source === 'string') return source;
  return [source.title, source.page, source.published].filter((part) => part !== undefined).join(' ');
}

/** `①` or the catchment's name, for a card. */
export function catchmentNames(catchments: readonly Catchment[] | undefined, ids: readonly string[] | undefined, lang: string): string {
  const known = (ids ?? []).map((id) => catchments?.find((each) => each.id === id)).filter((each) => each !== undefined);
  return known.map((each) => each.label ?? (each.name ? localize(each.name, lang) : each.id)).join('・');
}

/** Why this desk is shown, in one sentence: the strongest reason only. */
export function whySentence(reasons: readonly Reason[], messages: FinderMessages, topicLabel: (id: string) => string): string {
  const area = reasons.find((reason) => reason.kind === 'area');
  if (area) return messages.whyArea(area.matched);
  const topics = reasons.filter((reason) => reason.kind === 'topic').map((reason) => reason.topic);
  // 「認知症」 says more than 「介護」 beside it.
  const finest = topics.filter((id) => !topics.some((other) => other.startsWith(`${id}/`)));
  const labels = [...new Set(finest.map(topicLabel))].filter((label) => label !== '').slice(0, 2);
  if (labels.length > 0) return messages.whyTopic(labels);
  if (reasons.some((reason) => reason.kind === 'phone')) return messages.whyPhone;
  if (reasons.some((reason) => reason.kind === 'name')) return messages.whyName;
  return '';
}
