/** One sitting without a screen, as the tests of what is recorded use it. */
import assert from 'node:assert/strict';
import { parseConsentEvents, verifyChain, type RequestDraft } from '@tsunagu/schema/consent';
import type { Answers } from '../../packages/consent-dialog/src/answers.js';
import { Session, type Given, type Outcome, type Purpose } from '../../packages/consent-dialog/src/session.js';
import { Steps } from '../../packages/consent-dialog/src/steps.js';
import { noticeText, request } from '../schema/consent.samples.js';

export const read = { version: 'shown-1', language: 'ja', variant: 'plain', text: noticeText };
export const question = (more: Partial<RequestDraft> = {}): RequestDraft => request({ notices: [], ...more });
export const at = new Date('2026-12-24T01:00:00Z');

export const given = (more: Partial<Given> = {}): Given => ({
  request: question(),
  record: [],
  subject: { ref: 'case-7-a' },
  worker: { name: '相談 花子', section: 'city-hall' },
  shipments: undefined,
  now: at,
  ...more,
});

export async function sit(more: Partial<Given> = {}, purpose: Purpose = 'decide'): Promise<{ session: Session; steps: Steps }> {
  const session = new Session(given(more), purpose, () => undefined);
  const steps = new Steps(session);
  await session.start();
  return { session, steps };
}

export function fill(steps: Steps, answers: Partial<Answers>): void {
  for (const [name, value] of Object.entries(answers)) steps.answer(name as keyof Answers, value);
}

export const typed = { by: 'self', how: 'electronic', name: '生駒 太郎' } as const;
export const spoken = { by: 'self', how: 'oral', witness: '立会 次郎' } as const;

/** What is recorded is whole, and a server would take it. */
export async function sound(outcome: Outcome | undefined): Promise<Outcome> {
  assert.ok(outcome);
  const parsed = parseConsentEvents(JSON.parse(JSON.stringify(outcome.record)));
  assert.ok(parsed.success, JSON.stringify(parsed));
  assert.ok((await verifyChain(outcome.record)).ok);
  return outcome;
}

export const cell = (purpose: string, agency: string, item: string) => ({ purpose, agency, item });
