import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parseConsentEvents, type ConsentEvent } from '@tsunagu/schema/consent';
import { checkConsentEvent } from '@tsunagu/schema/consent/check';
import * as consents from '@tsunagu/schema/consent/schemas';
import { consentJsonSchema, meetingJsonSchema } from '@tsunagu/schema/json-schema';
import { groundsFor, parseSupportConference, planMeeting, provePlanConsent, supportConference, underDuty } from '@tsunagu/schema/meeting';
import * as meetings from '@tsunagu/schema/meeting/schemas';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { cells, request, spoken, Story } from './consent.samples.js';
import { paths, put } from './consultation.samples.js';

const compile = (schema: object) =>
  new Ajv2020({ strict: true, strictTypes: false, strictRequired: false, allErrors: true }).compile(schema);
const schemas = { consent: consentJsonSchema(), meeting: meetingJsonSchema() };
const validate = { consent: compile(schemas.consent), meeting: compile(schemas.meeting) };

/** A record with every type of event and nearly every field. */
async function fullest(): Promise<ConsentEvent[]> {
  const story = await new Story().ask({ askedBy: { agency: 'city-hall', name: '相談 花子' }, startedBy: 'person' });
  await story.add({ type: 'deferred', expressed: { by: 'self', how: 'oral', language: 'ja' }, reAskAfter: '2026-11-26' });
  await story.ask({ period: { until: 'date', date: '2027-03-31' } });
  await story.add({
    type: 'partly-given',
    saidAt: '2026-11-24T00:00:00Z',
    writtenBy: { name: '相談 花子' },
    expressed: { ...spoken, by: 'supported', support: '図で説明', signature: { kind: 'drawn', reference: 'sign/1', hash: 'a'.repeat(64) } },
    notice: story.notice,
    decisions: cells(request(), (_p, agency) => (agency === 'school' ? 'refused' : 'given')),
    until: '2027-01-31',
  });
  await story.add({ type: 'renewed', expressed: spoken, period: { until: 'event', event: '退院' } });
  await story.add({
    type: 'narrowed',
    expressed: spoken,
    decisions: [{ purpose: 'referral', agency: 'chiiki-houkatsu', item: 'health', decision: 'refused', reason: 'まだ早い' }],
  });
  await story.add({ type: 'withdrawn', expressed: spoken, scope: { item: 'name' }, reason: '気が変わった' });
  await story.ask({ agencies: ['hospital'] });
  await story.add({ type: 'refused', expressed: spoken, reAskAfter: 'never' });
  await story.add({ type: 'terminated', because: 'case-closed', note: '転居' });
  await story.add({ type: 'invalidated', because: 'recording-error' });
  return story.events;
}

async function bothMeetings(): Promise<unknown[]> {
  const story = await new Story().ask();
  await story.give();
  const proof = await provePlanConsent(story.events, story.now);
  const grounds = groundsFor({ why: ['urgent', 'no-contact'], reason: '連絡がつかない。', consent: 'not-asked' });
  const members = underDuty([{ name: '構成 一郎', agency: 'city-hall', role: '係長', acknowledgedAt: '2026-11-24T00:00:00Z' }]);
  assert.ok(proof.ok && grounds.success && members.success);
  const minutes = {
    discussed: '話',
    decided: '決',
    nextOn: '2027-01-10',
    note: '補',
    roles: [{ agency: 'school', does: '見守り', until: '2027-01-10' }],
  };
  const plan = planMeeting(proof.consent, {
    id: 'm1',
    attendees: [{ agency: 'school', name: '先生', role: '担任' }],
    wishes: '静かに',
    ...minutes,
  });
  const conference = supportConference(grounds.data, members.data, {
    id: 'm2',
    at: story.now,
    about: 'case-7-a',
    shared: ['name'],
    askAgain: { notBecause: '会えない' },
    ...minutes,
  });
  assert.ok(plan.success && conference.success);
  return [plan.data, conference.data];
}

describe('consent and meeting JSON Schema', () => {
  for (const [name, schema] of Object.entries(schemas)) {
    it(`of ${name} points at nothing outside itself and gives every property a Japanese title`, () => {
      assert.equal(schema.$schema, 'https://json-schema.org/draft/2020-12/schema');
      assert.doesNotMatch(JSON.stringify({ ...schema, $schema: undefined }), /"\$id"|"\$ref":"(?!#)/);
      const untitled: string[] = [];
      let titled = 0;
      const walk = (node: unknown, path: string): void => {
        if (typeof node !== 'object' || node === null) return;
        for (const [key, property] of Object.entries((node as { properties?: object }).properties ?? {})) {
          if (/[ぁ-んァ-ヶ一-龥]/.test(String((property as { title?: string }).title))) titled++;
          else untitled.push(`${path}/${key}`);
        }
        for (const [key, part] of Object.entries(node)) walk(part, `${path}/${key}`);
      };
      walk(schema, '');
      assert.deepEqual(untitled, []);
      assert.ok(titled > 20);
    });
  }

  it('accept what the doors accept', async () => {
    const events = await fullest();
    assert.ok(parseConsentEvents(events).success);
    assert.ok(consents.events.safeParse(events).success);
    assert.ok(validate.consent(JSON.parse(JSON.stringify(events))), JSON.stringify(validate.consent.errors));
    for (const meeting of await bothMeetings()) {
      assert.ok(meetings.meeting.safeParse(meeting).success);
      assert.ok(validate.meeting(JSON.parse(JSON.stringify(meeting))), JSON.stringify(validate.meeting.errors));
    }
  });

  it('agree with zod and with the light checker on any one wrong value', async () => {
    const events = await fullest();
    const places = events.flatMap((event, index) => paths(event).map((path) => ({ index, path })));
    let wrong = 0;
    fc.assert(
      fc.property(
        fc.constantFrom(...places),
        fc.oneof(
          fc.jsonValue({ maxDepth: 2 }),
          fc.constantFrom<unknown>('x', '', 'a\0', [], ['name'], '1.3', 5, undefined, 'never', 'given', 'self', 'oral'),
        ),
        ({ index, path }, value) => {
          const changed = put(events[index], path, value);
          const light = checkConsentEvent(changed).length === 0;
          assert.equal(light, consents.event.safeParse(changed).success, JSON.stringify(changed));
          if (!light) wrong++;
          // Rules between fields are beyond JSON Schema: it may accept more, never less.
          if (light) assert.ok(validate.consent([JSON.parse(JSON.stringify(changed))]), JSON.stringify(validate.consent.errors));
        },
      ),
      { numRuns: 3000 },
    );
    assert.ok(wrong > 1000, String(wrong));
  });

  it('agree on a 支援会議 with any one wrong value', async () => {
    const [, conference] = await bothMeetings();
    fc.assert(
      fc.property(
        fc.constantFrom(...paths(conference)),
        fc.oneof(fc.jsonValue({ maxDepth: 2 }), fc.constantFrom<unknown>('x', '', [], undefined)),
        (path, value) => {
          const changed = JSON.parse(JSON.stringify(put(conference, path, value) ?? null)) as unknown;
          const { success } = parseSupportConference(changed);
          // What no database keeps is refused at the door before any shape is asked.
          if (success) {
            assert.ok(meetings.supportConference.safeParse(changed).success);
            assert.ok(validate.meeting(changed), JSON.stringify(validate.meeting.errors));
          } else if (!meetings.supportConference.safeParse(changed).success) assert.ok(true);
          else assert.fail(JSON.stringify(changed));
        },
      ),
      { numRuns: 1500 },
    );
  });
});
