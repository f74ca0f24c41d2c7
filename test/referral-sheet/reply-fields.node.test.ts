/** What a reply asks, and what comes of it: every action it makes is one the rules take, whatever was written. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { eventOfAction, type AnyReferralState } from '@tsunagu/schema/referral/light';
import type { ReplyAction } from '../../packages/referral-sheet/src/locales/messages.js';
import { ReplySession } from '../../packages/referral-sheet/src/reply/reply-session.js';
import { actionOf, fieldsOf, problemsOf, rangeOf, type FieldName, type Written } from '../../packages/referral-sheet/src/reply/fields.js';

const today = '2026-11-24';
const state = { known: true, business: 'accepted' } as AnyReferralState;
const actions = Object.keys(eventOfAction).filter((type) => !['send', 'mark-overdue'].includes(type)) as ReplyAction[];
const odd = fc.oneof(
  fc.string(),
  fc.constantFrom(
    '',
    ' ',
    '\u200b',
    'other',
    'area',
    'no-contact',
    'yes',
    'no',
    'deleted',
    'mistake',
    'forest',
    '2026-11-24',
    '2027-11-25',
    '2027-11-26',
    '2025-02-30',
    '9999-99-99',
  ),
);
const names: readonly FieldName[] = [
  'to',
  'reason',
  'outcome',
  'did',
  'reached',
  'on',
  'firstContactBy',
  'respondBy',
  'text',
  'nextStep',
  'toPerson',
];
const anything = fc.record(Object.fromEntries(names.map((name) => [name, odd])), { requiredKeys: [] }) as unknown as fc.Arbitrary<Written>;

test('whatever was written: a problem for each field that is wrong, or an action with nothing but its own fields', () => {
  fc.assert(
    fc.property(fc.constantFrom(...actions), anything, (action, written) => {
      const fields = fieldsOf(action, state);
      const names = new Set<string>(fields.map(({ name }) => name));
      const problems = problemsOf(fields, action, written, today);
      assert.ok(problems.every(([name]) => names.has(name)));
      if (problems.length) return;
      const { type, ...rest } = actionOf(action, fields, written, 'X') as unknown as Record<string, unknown>;
      assert.equal(type, action);
      for (const [name, value] of Object.entries(rest)) {
        assert.ok(names.has(name), `${action}.${name}`);
        assert.notEqual(value, '');
      }
      for (const { name, needed } of fields) if (needed) assert.ok(name in rest, `${action} lacks ${name}`);
    }),
    { numRuns: 5000 },
  );
});

test('days: what was done lies behind, what is to be done within a year', () => {
  assert.deepEqual(rangeOf('on', today), { min: '', max: today });
  assert.deepEqual(rangeOf('respondBy', today), { min: today, max: '2027-11-25' });
  const problem = (respondBy: string): number => problemsOf(fieldsOf('extend', state), 'extend', { respondBy }, today).length;
  assert.deepEqual(['2026-11-23', '2026-11-24', '2027-11-25', '2027-11-26', ''].map(problem), [1, 0, 0, 1, 1]);
});

test('a text of 20,000 characters passes, one more is said', () => {
  const problems = (length: number) => problemsOf(fieldsOf('answer', state), 'answer', { text: 'あ'.repeat(length) }, today);
  assert.deepEqual(problems(20_000), []);
  assert.deepEqual(problems(20_001), [['text', 'too-long']]);
});

test('before anybody spoke with the person, only such results can be reported', () => {
  const options = (business: string): readonly string[] => fieldsOf('report', { known: true, business } as AnyReferralState)[0]!.options!;
  assert.deepEqual(options('accepted'), ['no-contact', 'person-declined', 'moved', 'died']);
  assert.ok(options('working').includes('supported'));
});

test('each step keeps its own words; what was recorded is forgotten, what cannot be sent any more is told', () => {
  const session = new ReplySession();
  session.write('text', 'before anything was chosen');
  assert.equal(session.written.text, undefined);
  session.choose('ask-back');
  session.write('text', '質問');
  session.choose('return');
  assert.equal(session.written.text, undefined);
  session.write('text', '理由');
  session.choose('ask-back');
  assert.equal(session.written.text, '質問');
  assert.deepEqual(session.leftover(['return']), ['質問']);
  session.sent('ask-back');
  assert.equal(session.chosen, undefined);
  assert.deepEqual(session.leftover(['return']), []);
  assert.deepEqual(session.leftover([]), ['理由']);
});
