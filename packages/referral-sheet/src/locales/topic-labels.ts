import type { TopicTexts } from '@tsunagu/schema/vocabulary';

/** Worry → what it is called. */
export const topicLabels = (texts: TopicTexts): Record<string, string> =>
  Object.fromEntries(Object.entries(texts).map(([id, { label }]) => [id, label]));
