/** Desks that do anything in any order: whatever becomes of a sheet, nobody sees more than the person lets them, and somebody has the next step. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import fc from 'fast-check';
import { referralActionTypes, verifyReferral } from '@tsunagu/schema/referral';
import { openHouse, tuesday, type House } from './house.js';
import {
  care,
  copied,
  coordinator,
  everyone,
  marksIn,
  rights,
  Round,
  sender,
  stranger,
  tokensOf,
  type Mark,
  type Party,
  type Table,
} from './referrals.js';

/** What the consent of `partly` lets each have, in marks. */
const allowed: Readonly<Record<Party, readonly Mark[]>> = {
  [sender]: [],
  [care]: ['name', 'wishes', 'plan'],
  [rights]: ['wishes'],
  [copied]: ['name'],
  [coordinator]: [],
  [stranger]: [],
};
const itemOf: Partial<Record<Mark, string>> = { name: 'name', wishes: 'wishes', plan: 'plan' };

const action = fc.record({
  kind: fc.constant('act' as const),
  party: fc.constantFrom(...everyone),
  type: fc.constantFrom(...referralActionTypes),
  to: fc.constantFrom(care, rights, coordinator, stranger, 'nowhere'),
});
/** A step that its desk is offered. */
const offered = fc.record({ kind: fc.constant('step' as const), pick: fc.nat(), to: fc.constantFrom(care, rights, coordinator, stranger) });
const withdrawal = fc.record({
  kind: fc.constant('withdraw' as const),
  scope: fc.constantFrom({ item: 'name' }, { item: 'wishes' }, { agency: care }, { all: 'yes' }),
});
const waiting = fc.record({ kind: fc.constant('wait' as const), days: fc.integer({ min: 1, max: 9 }) });
const walk = fc.array(
  fc.oneof(
    { weight: 8, arbitrary: offered },
    { weight: 5, arbitrary: action },
    { weight: 1, arbitrary: withdrawal },
    { weight: 2, arbitrary: waiting },
  ),
  { minLength: 12, maxLength: 30 },
);

const fields = (day: string, to: string) => ({
  reason: 'full',
  text: 'ひとこと',
  outcome: 'no-contact',
  on: day,
  reached: true,
  did: 'deleted',
  to: { agency: to },
});

describe('any desk does anything', { timeout: 240_000 }, () => {
  let house: House;
  let table: Table;
  before(async () => {
    house = await openHouse();
    table = { houses: [house], tokens: await tokensOf(house) };
  });
  after(() => house.close());

  const made = new Set<string>();

  it('and nobody sees more than they may, no step is lost, and an open sheet has an owner with a step', async () => {
    await fc.assert(
      fc.asyncProperty(walk, async (steps) => {
        house.clock.now = tuesday;
        const round = await (await Round.begin(table)).sent();
        const taken = new Set<string>();
        for (const step of steps) {
          house.clock.now = new Date(house.clock.now.getTime() + 60_000);
          const day = house.clock.now.toISOString().slice(0, 10);
          if (step.kind === 'wait') {
            house.clock.now = new Date(house.clock.now.getTime() + step.days * 86_400_000);
            await house.markOverdue(house.clock.now);
          } else if (step.kind === 'withdraw') {
            if (taken.has('all') || taken.has(JSON.stringify(step.scope))) continue;
            await round.consent.add(round.consent.withdraw(step.scope));
            taken.add(JSON.stringify(step.scope)).add('all' in step.scope ? 'all' : '');
          } else {
            const { owner } = (await round.view(sender)).body.state;
            const party = step.kind === 'act' ? step.party : (owner.agency as Party);
            const { body, status } = await round.view(party);
            const steps: { action: string }[] = body.steps?.steps ?? [];
            const type = step.kind === 'act' ? step.type : (steps[step.pick % (steps.length || 1)]?.action ?? 'close');
            const answer = await round.try(party, { type, ...fields(day, step.to) }, { seq: status === 200 ? body.events.length : 0 });
            if (answer.status === 201) made.add(type);
            assert.ok([201, 404, 422].includes(answer.status), answer.text);
            assert.equal(answer.status === 404, status === 404);
          }
          const whole = await round.seen(sender);
          assert.equal((await verifyReferral(whole.sheet, whole.events)).ok, true);
          for (const party of everyone.filter((one) => one !== sender)) {
            const seen = await round.view(party);
            const given = taken.has('all') || (party === care && taken.has('{"agency":"forest"}')) ? [] : allowed[party];
            const may = given.filter((mark) => !taken.has(JSON.stringify({ item: itemOf[mark] })));
            for (const mark of marksIn(seen.text)) assert.ok(may.includes(mark), `${party} sees ${mark}`);
          }
          const { open, owner } = (await round.view(sender)).body.state;
          if (!open) continue;
          const own = await round.view(owner.agency as Party);
          assert.ok(own.body.steps.yourTurn && own.body.steps.steps.length > 0, owner.agency);
        }
      }),
      { numRuns: 14 },
    );
    // The walks went somewhere.
    assert.ok(made.size >= 8, [...made].join());
  });
});
