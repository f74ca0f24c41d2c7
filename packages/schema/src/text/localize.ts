import type { LocalizedText } from '../directory/primitives.js';

/** The text in `lang`, else in its base language (`ja-x-easy` → `ja`), else in Japanese. */
export function localize(text: LocalizedText, lang = 'ja'): string {
  if (typeof text === 'string') return text;
  const own = (key: string): string | undefined => (Object.hasOwn(text, key) ? (text as Record<string, string>)[key] : undefined);
  return own(lang) ?? own(lang.split('-')[0]!) ?? text.ja;
}
