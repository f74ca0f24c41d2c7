/** A cell (purpose × agency × item) of what is asked. */
import type { ConsentRequest } from '@tsunagu/schema/consent';

export interface Cell {
  purpose: string;
  agency: string;
  item: string;
}

/** What is asked: all that choosing needs of a request. */
export type Asked = Pick<ConsentRequest, 'purposes' | 'agencies' | 'items'>;

/** Ids hold no blank. */
export const keyOf = ({ purpose, agency, item }: Cell): string => `${purpose} ${agency} ${item}`;

/** Every cell of a question, in its order. */
export const cellsOf = ({ purposes, agencies, items }: Asked): Cell[] =>
  purposes.flatMap((purpose) => agencies.flatMap((agency) => items.map((item) => ({ purpose, agency, item }))));
