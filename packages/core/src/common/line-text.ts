import type { LineTexts } from '@tsunagu/schema/lines';
import type { EmergencyLine, Phone, Service } from '@tsunagu/schema/directory';
import { localize } from '@tsunagu/schema/text';

/** A line or service in words: the city's own in this language, else ours for a national line. */
export function lineText(
  { id, name, description }: Pick<EmergencyLine | Service, 'id' | 'name' | 'description'>,
  texts: LineTexts,
  lang: string,
): { name: string; text: string } {
  const ours = typeof name === 'string' && Object.hasOwn(texts, id) ? texts[id] : undefined;
  return { name: ours?.name ?? localize(name, lang), text: ours?.description ?? (description ? localize(description, lang) : '') };
}

/** As printed where that can be dialled (`0120-0-78310`), else as it is dialled. */
export const shownNumber = ({ display, number }: Phone): string => (display?.startsWith('0') ? display : number);
