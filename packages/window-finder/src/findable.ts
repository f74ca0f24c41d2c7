import { localize } from '@tsunagu/schema/text';
import { channels, type Channel, type ConsultationWindow, type Directory } from '@tsunagu/schema/directory';
import { tokyoParts } from '@tsunagu/schema/open-state';

/** Ways to reach a desk: what the city says, and what follows from a phone, a FAX, an address. */
export function channelsOf(window: ConsultationWindow): Channel[] {
  const ways = new Set<Channel>(window.channels);
  if (window.phones?.some((phone) => phone.kind !== 'text')) ways.add('phone');
  if (window.fax) ways.add('fax');
  if (window.email) ways.add('email');
  if (window.address && window.addressVisibility !== 'withheld') ways.add('visit');
  return channels.filter((channel) => ways.has(channel));
}

const useful = new WeakMap<Directory, Channel[]>();

/** The ways of contact that make a difference: offered by some desks, not by all. Counted once a directory, there may be 50,000 desks. */
export function usefulChannels(directory: Directory): Channel[] {
  let ways = useful.get(directory);
  if (!ways) {
    const counts = new Map<Channel, number>();
    for (const window of directory.windows) for (const channel of channelsOf(window)) counts.set(channel, (counts.get(channel) ?? 0) + 1);
    ways = channels.filter((channel) => counts.has(channel) && counts.get(channel) !== directory.windows.length);
    useful.set(directory, ways);
  }
  return ways;
}

/** Every 町名 of the city's lists, in the order printed, each once. */
export function areaNames(directory: Directory): string[] {
  return [...new Set((directory.catchments ?? []).flatMap((catchment) => (catchment.areas ?? []).map((area) => area.name)))];
}

/** A topic's words in the language that is shown. */
export interface TopicText {
  label: string;
  short: string;
}

type National = readonly { id: string; label: string; short: string; parent?: string | undefined }[];
type TopicTexts = Readonly<Record<string, TopicText>>;

/** The worries offered as chips: the vocabulary's top level, then the city's own. */
export function chipTopics(national: National, directory: Directory, texts: TopicTexts, lang: string): { id: string; short: string }[] {
  const chips = national.filter((topic) => !topic.parent).map((topic) => ({ id: topic.id, short: texts[topic.id]?.short ?? topic.short }));
  const known = new Set(chips.map((chip) => chip.id));
  const own = (directory.topics ?? []).filter((topic) => !known.has(topic.id) && !topic.id.includes('/') && (topic.short ?? topic.label));
  return [...chips, ...own.map((topic) => ({ id: topic.id, short: localize((topic.short ?? topic.label)!, lang) }))];
}

/** The name of a worry in a sentence, national or the city's own; empty when it has none. */
export function topicLabel(id: string, national: National, directory: Directory, texts: TopicTexts, lang: string): string {
  const own = directory.topics?.find((topic) => topic.id === id)?.label;
  return own ? localize(own, lang) : (texts[id]?.label ?? national.find((topic) => topic.id === id)?.label ?? '');
}

/** The set with `member` put in, or taken out when it was in. */
export function withMember<T>(set: ReadonlySet<T>, member: T): ReadonlySet<T> {
  const next = new Set(set);
  if (!next.delete(member)) next.add(member);
  return next;
}

/** `YYYY-MM-DDTHH:MM` in Asia/Tokyo, as `datetime-local` wants it. */
export function toTokyoLocal(at: Date): string {
  const { dateKey, minutes } = tokyoParts(at);
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${dateKey}T${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}
