/** Posts one step until the receiver has it: fetched by pages that name an `action`. */
import { asProblem, deliver, type Delivery, type DeliveryState } from '@tsunagu/core';
import type { ReferralValue } from './sheet-host.js';

/** `value`: the sheet with its record as it stands at the receiver. `behind`: somebody was quicker. `detail`: the receiver's own sentence. */
export interface Answer {
  value: ReferralValue | undefined;
  behind: boolean;
  detail: string | undefined;
}

/** What an answer must hold to be shown: this very sheet, and a list of events. */
export function asValue(value: unknown, id: string): ReferralValue | undefined {
  const { sheet, events } = Object(value) as Partial<ReferralValue>;
  return (Object(sheet) as { id?: unknown }).id === id && Array.isArray(events) ? { sheet: sheet!, events } : undefined;
}

interface Letter {
  url: string;
  key: string;
  body: string;
  /** Id of the sheet. */
  id: string;
  signal: AbortSignal;
  tell: (state: DeliveryState) => void;
}

export const post = ({ id, ...letter }: Letter): Promise<Delivery<Answer>> =>
  deliver<Answer>({
    ...letter,
    judge: (response, answer) => {
      const value = asValue(answer, id);
      return {
        taken: response.ok && value !== undefined,
        answer: {
          value,
          behind: response.status === 409 && (Object(answer) as { code?: unknown }).code === 'behind',
          detail: asProblem(answer, response.status).detail,
        },
      };
    },
  });
