import type { Directory } from '@tsunagu/schema/directory';
import { localize } from '@tsunagu/schema/text';

/** What an attribute lists, space separated. A framework may have set anything. */
export const ids = (list: unknown): string[] => String(list ?? '').split(/\s+/);

/** A desk in somebody's event may be anything: without a name it is an id alone. */
export const isNamed = ({ name }: { name?: unknown }): boolean =>
  typeof name === 'string' || typeof (Object(name) as { ja?: unknown }).ja === 'string';

/** The worries offered: the sixteen national ones, then the city's own top-level ones. */
export function offeredTopics(
  national: Readonly<Record<string, string>>,
  city: Directory | undefined,
  lang: string,
): { id: string; label: string }[] {
  const own = (city?.topics ?? []).flatMap(({ id, label, short }) => {
    const text = short ?? label;
    return text && !id.includes('/') && !Object.hasOwn(national, id) ? [{ id, label: localize(text, lang) }] : [];
  });
  const named = Object.entries(national).map(([id, label]) => ({ id, label }));
  // 「その他」 comes last.
  return [...named.slice(0, -1), ...own, ...named.slice(-1)];
}
