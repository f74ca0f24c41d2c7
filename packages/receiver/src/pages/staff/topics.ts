/** What worries are called. Apart from the other names: the vocabulary is the heaviest of them. */
import { topics } from '@tsunagu/schema/vocabulary';

const known = new Map(topics.map((topic) => [topic.id, topic]));

/** A city's own worry is not in the vocabulary: its id is better than nothing. */
export const topicLabel = (id: string): string => known.get(id)?.label ?? id;

/** For a line of a list. */
export const topicShort = (id: string): string => known.get(id)?.short || topicLabel(id);
