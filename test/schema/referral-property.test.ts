import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { mayShare, type ConsentEvent } from '@tsunagu/schema/consent';
import {
  advance,
  appendReferral,
  businessStates,
  nextSteps,
  parseReferralEvents,
  referralActionTypes,
  referralState,
  verifyReferral,
  type Actor,
  type AdvanceResult,
  type ReferralCase,
  type ReferralEvent,
  type ReferralSheet,
} from '@tsunagu/schema/referral';
import fc from 'fast-check';
import { paths, put } from './consultation.samples.js';
import { A, B, C, clock, D, desk, E, K, leastSheet, pretend } from './referral.samples.js';
import { actionOf, allowed, everyDesk, first, goesTo, later, mayHear, smallConsent, tokyoDay, walk, type Turn } from './referral.walks.js';

const actorOf = (who: string | undefined, heard?: string): Actor => ({
  ...(who === undefined ? clock : desk(who)),
  ...(heard !== undefined && { heard: { agency: heard, how: 'fax' } }),
});
const ownerStep = (given: ReferralCase, at: string) => {
  const { owner } = referralState(given.sheet, given.events, at);
  return nextSteps(given, desk(owner.agency), at);
};

const sheets: readonly ReferralSheet[] = [
  leastSheet({ words: '母のこと' }),
  leastSheet({ to: { open: 'coordinator' } }),
  leastSheet({ basis: { kind: 'anonymous-advice', summary: '名前を出さずに聞きたい' } }),
  leastSheet({ copyTo: [{ agency: E }] }),
];

interface Tried {
  given: ReferralCase;
  turn: Turn;
  who: string | undefined;
  at: string;
  result: AdvanceResult;
  action: ReturnType<typeof actionOf>;
}

/** Plays a walk; `see` looks at every try. */
function play(turns: readonly Turn[], start: Omit<ReferralCase, 'events'>, see: (tried: Tried) => void): ReferralCase {
  let given: ReferralCase = { ...start, events: [] };
  let at = first;
  for (const turn of turns) {
    at = later(at, turn.wait);
    let { who, type } = turn;
    if (who === 'legal') {
      const state = referralState(given.sheet, given.events, at);
      who = (state.known && state.toAcknowledge[0]) || state.owner.agency;
      const { steps } = nextSteps(given, desk(who), at);
      // Ends would cut most walks short: they come by themselves.
      const on = steps.filter(({ main }) => main).map(({ action }) => action);
      type = (on.length ? on : referralActionTypes)[turn.pick % (on.length || referralActionTypes.length)] as typeof type;
    }
    const action = actionOf(type, { ...turn, day: tokyoDay(at) });
    const result = advance(given, action, actorOf(who, turn.heard), at);
    see({ given, turn, who, at, result, action });
    if (result.ok) given = { ...given, events: [...given.events, pretend(result.draft)] };
  }
  return given;
}

/** Refusals that are about what would be handed over, not about whose step it is. */
const content = ['no-consent', 'consent-withdrawn', 'unknown-desk', 'same-desk', 'self'];

describe('any life of a sheet', () => {
  it('takes exactly the steps a slow second opinion takes, and always has an owner with a step', async () => {
    const consents: (Record<string, ConsentEvent[]> | undefined)[] = [
      await smallConsent(everyDesk),
      await smallConsent(everyDesk, 12),
      await smallConsent([B, D]),
      undefined,
    ];
    const counts = {
      tried: 0,
      taken: 0,
      business: new Set<string>(),
      transports: new Set<string>(),
      types: new Map<string, number>(),
      heard: new Set<string>(),
    };
    fc.assert(
      fc.property(walk, fc.constantFrom(...sheets), fc.integer({ min: 0, max: 5 }), (turns, sheet, which) => {
        const records = consents[Math.max(0, which - 2)];
        const done = play(
          turns,
          { sheet, ...(records && { consents: records }) },
          ({ given, turn: { heard }, who, at, result, action }) => {
            counts.tried++;
            const told = `${action.type} by ${who}${heard === undefined ? '' : `, heard by ${heard},`} after ${given.events.map(({ type }) => type).join(' ')}`;
            const may =
              allowed(given.events, action, who, tokyoDay(at)) && (heard === undefined || mayHear(given.events, action, who, heard));
            if (!result.ok) {
              assert.match(result.refusal.message, /。$/);
              if (may) assert.ok(content.includes(result.refusal.code), `${told}: ${result.refusal.code}`);
              return;
            }
            assert.ok(may, told);
            counts.taken++;
            if (heard !== undefined) counts.heard.add(action.type);
            counts.types.set(action.type, (counts.types.get(action.type) ?? 0) + 1);

            const { draft, state } = result;
            if (action.type === 'pass-on')
              assert.equal((draft.fields.to as { agency: string }).agency, goesTo(given.events, action.to.agency, who!), told);
            // What is handed over was consented to, by this person to this desk.
            for (const { agency, items, package: parcel } of draft.handovers) {
              assert.ok(
                sheet.basis.kind !== 'consent' ||
                  items.every((item) => mayShare(records?.['case-7-a'] ?? [], { purpose: 'referral', agency, item }, at).may),
              );
              if (!items.includes('own-words')) assert.doesNotMatch(JSON.stringify(parcel.document), /母のこと/);
              assert.doesNotMatch(JSON.stringify(parcel.document), /0123456789abcdef/);
            }
            const next = { ...given, events: [...given.events, pretend(draft)] };
            const named = state.handed.map((one) => (one.event === 'draft' ? { ...one, event: `event-${draft.seq}` } : one));
            assert.deepEqual(referralState(sheet, next.events, at), { ...state, handed: named }, told);
            counts.business.add(state.business);
            counts.transports.add(state.transport);
            assert.ok([A, B, C, D, E, K].includes(state.owner.agency), told);
            if (!state.open) return;
            const own = ownerStep(next, at);
            assert.ok(own.yourTurn && own.steps.some(({ main }) => main), `${told}: no step for ${state.owner.agency}`);
            // Before it is taken on, the desk that sent it is named.
            const undecided = ['pending', 'asked-back', 'passed-on', 'returned'].includes(state.business);
            if (state.transport !== 'draft') assert.equal(state.companion, undecided ? A : undefined);
            // Time alone never leaves it without an owner: when its day has passed, somebody is told.
            const overdue = later(at, 24 * 400);
            const late = referralState(sheet, next.events, overdue);
            assert.ok(late.known && (late.transport === 'overdue') === (state.transport !== 'draft'));
            if (late.transport === 'overdue') counts.transports.add('overdue');
          },
        );
        const last = done.events.at(-1)?.at ?? first;
        const state = referralState(sheet, done.events, last);
        assert.deepEqual(referralState(sheet, [...done.events].reverse(), last), state);
        const read = parseReferralEvents(JSON.parse(JSON.stringify(done.events)));
        assert.ok(read.success, JSON.stringify(read));
        assert.deepEqual(read.data, done.events);
      }),
      { numRuns: 10_000 },
    );
    // Were nothing reached, nothing would be shown.
    assert.deepEqual([...counts.business].sort(), [...businessStates].sort());
    assert.deepEqual([...counts.transports].sort(), ['draft', 'overdue', 'received', 'sent']);
    for (const type of referralActionTypes) assert.ok((counts.types.get(type) ?? 0) >= 10, `${type}: ${counts.types.get(type)}`);
    assert.equal(counts.heard.size, 8, [...counts.heard].join());
    assert.ok(counts.taken > 30_000 && counts.tried - counts.taken > 30_000, JSON.stringify([counts.tried, counts.taken]));
  });

  it('offers no step that is refused for whose it is or when', async () => {
    const consents = await smallConsent(everyDesk);
    fc.assert(
      fc.property(walk, fc.constantFrom(...sheets), fc.constantFrom<string | undefined>(...everyDesk, undefined), (turns, sheet, who) => {
        const given = play(turns, { sheet, consents }, () => undefined);
        const at = later(given.events.at(-1)?.at ?? first, turns[0]!.wait * 3);
        const offered = nextSteps(given, actorOf(who), at).steps.map(({ action }) => action as string);
        for (const type of referralActionTypes) {
          const action = actionOf(type, { to: 'another-desk', pick: 1, day: tokyoDay(at) });
          const result = advance(given, action, actorOf(who), at);
          const whose =
            !result.ok && ['ended', 'draft', 'not-yours', 'not-now', 'not-due', 'already', 'self'].includes(result.refusal.code);
          assert.equal(offered.includes(type), !whose, `${type} by ${who}: ${result.ok ? 'ok' : result.refusal.code}`);
        }
      }),
      { numRuns: 1500 },
    );
  });

  it('shows any one change to its record', async () => {
    const consents = await smallConsent(everyDesk);
    let changes = 0;
    await fc.assert(
      fc.asyncProperty(walk, fc.constantFrom(...sheets), fc.nat(), fc.jsonValue({ maxDepth: 1 }), async (turns, sheet, place, value) => {
        let given: ReferralCase = { sheet, consents, events: [] };
        const planned: Tried[] = [];
        play(turns, { sheet, consents }, (tried) => {
          if (tried.result.ok) planned.push(tried);
        });
        for (const { action, turn, who, at } of planned) {
          const result = await appendReferral(given, action, { actor: actorOf(who, turn.heard), at });
          assert.ok(result.ok, result.ok ? '' : result.refusal.code);
          given = { ...given, events: result.events };
        }
        const head = given.events.at(-1);
        if (!head) return;
        assert.ok((await verifyReferral(sheet, given.events, { head })).ok);
        assert.ok(!(await verifyReferral(sheet, given.events.slice(0, -1), { head })).ok, 'cut');
        const places = paths(given.events).filter((path) => path.length > 1);
        const path = places[place % places.length]!;
        const before = path.reduce<unknown>((node, key) => (node as Record<string, unknown>)[key], given.events);
        if (JSON.stringify(before) === JSON.stringify(value)) return;
        changes++;
        const changed = put(given.events, path, value) as ReferralEvent[];
        assert.ok(!(await verifyReferral(sheet, changed, { head })).ok, JSON.stringify([path, value]));
      }),
      { numRuns: 150 },
    );
    assert.ok(changes > 60, String(changes));
  });
});
