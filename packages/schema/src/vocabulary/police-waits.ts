import type { Danger, EmergencyLine } from '../directory/window.schema.js';

const abuse: readonly string[] = ['child-abuse', 'elder-abuse'];
/** Somebody is in danger at this moment. Knives, blood and fainting are dangers of their own. */
const present = /(?:今|いま)(?:すぐ|にも|[、，])|悲鳴|(?:助|たす)けて|けがを|怪我|right now|help me/i;
/** What one does oneself and does not want to do (叩いてしまう, 殴っちゃう), not what one suffers (叩かれてしまう). */
const own = /[っいげりわ](?:てし|ちゃ)/;

/**
 * Does the police come after the lines that listen? Somebody who hurts their own child or parent and says so asks for help; met with 110 alone they
 * fall silent, and the country's line for it is 189 (児童相談所虐待対応ダイヤル). In present danger 110 stays first.
 * @param text as written; it may hold several sentences
 */
export function policeWaits(dangers: readonly Danger[], text: string): boolean {
  // 「娘を殴ってしまう」 is heard as violence as well.
  const mild = own.test(text) ? [...abuse, 'violence'] : abuse;
  return dangers.some((danger) => abuse.includes(danger)) && dangers.every((danger) => mild.includes(danger)) && !present.test(text);
}

/** The lines for abuse first, the police last; else in their order. */
export const listenersFirst = <Line extends EmergencyLine>(lines: readonly Line[]): Line[] => {
  const rank = ({ phones, dangers }: Line): number =>
    phones?.some(({ number }) => number === '110') ? 2 : Number(!dangers.some((danger) => abuse.includes(danger)));
  return [...lines].sort((a, b) => rank(a) - rank(b));
};
