/** This desk's sheets as the receiver has them. No DOM. */
import type {
  AnyReferralState,
  ConsentsByRef,
  HeardAnswer,
  NextSteps,
  ReferralAction,
  ReferralEvent,
  ReferralSheet,
} from '@tsunagu/schema/referral';
import type { ReferralItem, ReferralList, ReferralsOfCase, ReferralView } from '../../../referrals/wire.js';
import { isPassing, type Reply } from '../../ask.js';
import type { Session } from '../session.js';

export const boxes = ['inbox', 'sent', 'overdue', 'drafts', 'past'] as const satisfies readonly (keyof ReferralList['counts'])[];
export type Box = (typeof boxes)[number];

export type Item = ReferralItem;

/** A sheet as this desk sees it, in the types of the rules: the receiver made it with them. */
export interface View extends Omit<ReferralView, 'sheet' | 'events' | 'state' | 'steps' | 'consents'> {
  sheet: ReferralSheet;
  events: readonly ReferralEvent[];
  state: AnyReferralState;
  steps: NextSteps;
  consents?: ConsentsByRef;
}

const path = 'api/staff/referrals';
const of = (id: string): string => `${path}/${encodeURIComponent(id)}`;
const ofCase = (number: string): string => `api/staff/consultations/${number}/referrals`;

/** How often the same step is sent under the same key before the worker is asked, and the pauses between (ms). */
const pauses = [1000, 3000];

const workerOf = ({ worker }: Session): { worker?: string } => (worker ? { worker } : {});

export const sheetsOf = (session: Session) => ({
  stream: `${path}/stream`,

  list: (box: Box, after?: string): Promise<Reply<ReferralList>> =>
    session.ask(`${path}?${new URLSearchParams({ box, limit: '100', ...(after ? { after } : {}) }).toString()}`),

  /** How many there are in each box. */
  async counts(): Promise<ReferralList['counts'] | undefined> {
    const reply = await session.ask<ReferralList>(`${path}?box=inbox&limit=1`);
    return reply.ok ? reply.data.counts : undefined;
  },

  read: (id: string): Promise<Reply<View>> => session.ask(of(id)),

  listCase: (number: string): Promise<Reply<ReferralsOfCase>> => session.ask(ofCase(number)),

  /** @param body the desk it goes to; the sheet itself, where the receiver cannot read the consultation. */
  begin: (number: string, body: { to: string } | { sheet: ReferralSheet }, key: string): Promise<Reply<View>> =>
    session.ask(ofCase(number), { body, key }),

  saveDraft: (id: string, sheet: ReferralSheet, revision: number): Promise<Reply<View>> =>
    session.ask(`${of(id)}/draft`, { method: 'PUT', body: { sheet, ...workerOf(session) }, revision }),

  /** What was read from paper, codes or a file: it comes beside what is here, and takes the place of nothing. */
  takeIn: (value: { sheet: object; events: readonly ReferralEvent[] }): Promise<Reply<View>> =>
    session.ask(path, { body: { sheet: value.sheet, events: value.events } }),

  /** The same step under the same key, until it is answered or a few tries have failed: it is recorded once. */
  async act(
    id: string,
    step: { action: ReferralAction; seq: number; key: string; heard?: HeardAnswer; sheet?: ReferralSheet; revision?: number },
  ): Promise<Reply<View>> {
    const { key, revision, ...rest } = step;
    const body = { ...rest, ...workerOf(session) };
    for (let tried = 0; ; tried++) {
      const reply = await session.ask<View>(`${of(id)}/actions`, { body, key, ...(revision === undefined ? {} : { revision }) });
      const pause = pauses[tried];
      if (reply.ok || !isPassing(reply) || pause === undefined) return reply;
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
  },
});

export type Sheets = ReturnType<typeof sheetsOf>;

/** Where a refusal says how things stand now: somebody else was quicker. */
export function currentOf({ status, answer }: { status: number; answer?: unknown }, id: string): View | undefined {
  const current = Object(answer) as Partial<View>;
  return (status === 409 || status === 412) && current.id === id && current.sheet && current.events ? (current as View) : undefined;
}
