/** What holds of referrals when things go wrong: two at once, twice, late, out of order, and past the receiver. */
import assert from 'node:assert/strict';
import { it } from 'node:test';
import { appendReferral, verifyReferral, type ReferralEvent } from '@tsunagu/schema/referral';
import { assertProblem, newKey, tuesday, type House } from './house.js';
import { at, type ReferralStage } from './referrals-contract.js';
import { care, coordinator, marked, marksIn, rights, Round, sender } from './referrals.js';

const statuses = (answers: readonly { status: number }[]): number[] => answers.map(({ status }) => status).sort((a, b) => a - b);

export function referralFaults(engine: 'sqlite' | 'postgres', stage: () => ReferralStage): void {
  const house = (): House => stage().houses[0];
  const whole = async (round: Round): Promise<ReferralEvent[]> => {
    const { sheet, events } = await round.seen(sender);
    assert.equal((await verifyReferral(sheet, events)).ok, true);
    return events;
  };

  it('of two who write on a draft one is told, with what the other wrote, and nothing is overwritten', async () => {
    const round = await Round.begin(stage());
    const sheet = await round.draft();
    const { revision } = round;
    const texts = ['ひとりめ', 'ふたりめ'];
    const answers = await Promise.all(texts.map((wishes) => round.save({ ...sheet, wishes }, revision)));
    assert.deepEqual(statuses(answers), [200, 412]);
    const [kept, told] = [answers.find(({ status }) => status === 200)!, answers.find(({ status }) => status === 412)!];
    assertProblem(told, 412, 'draft-moved');
    assert.deepEqual([told.body.code, told.body.revision, told.body.sheet], ['draft-moved', revision + 1, kept.body.sheet]);
    assert.equal(kept.headers.get('etag'), `"${revision + 1}"`);
    // The answer to the same saving was lost: the same again changes nothing.
    const again = await round.save(kept.body.sheet, revision);
    assert.deepEqual([again.status, again.body.revision], [200, revision + 1]);
    // Whoever saw the old draft cannot send it, with the sheet or without.
    const key = newKey();
    const send = (headers: Record<string, string>, more: object = {}) =>
      round.ask(sender, `${round.path}/actions`, { body: { action: { type: 'send' }, seq: 0, ...more }, key, headers });
    assertProblem(await send({ 'if-match': `"${revision}"` }), 412, 'draft-moved');
    assertProblem(await send({}, { sheet }), 428, 'revision-missing');
    assertProblem(await send({ 'if-match': '3' }), 428, 'revision-missing');
    assert.equal((await send({ 'if-match': `"${revision + 1}"` }, { sheet: { ...kept.body.sheet, wishes: 'ふたりで' } })).status, 201);
    assert.equal((await round.seen(sender)).sheet.wishes, 'ふたりで');
    assertProblem(await round.save(sheet, revision + 1), 422, 'invalid');
  });

  it('of two workers who act at once one wins, and the other is told how it stands', async () => {
    const round = await (await Round.begin(stage())).sent();
    for (const [one, other] of [
      [{ type: 'accept' }, { type: 'return', reason: 'full' }],
      [{ type: 'accept' }, { type: 'accept' }],
    ] as const) {
      const before = await whole(round);
      if (before.length > 1) break;
      const answers = await Promise.all([one, other].map((action) => round.try(care, action, { seq: before.length })));
      assert.deepEqual(statuses(answers), [201, 409]);
      const behind = answers.find(({ status }) => status === 409)!;
      assertProblem(behind, 409, 'behind');
      assert.deepEqual([behind.body.code, behind.body.id, behind.body.events.length], ['behind', round.id, before.length + 1]);
      // It is what this desk may see, no more.
      assert.deepEqual(marksIn(behind.text), ['name', 'plan', 'wishes']);
    }
    assert.equal((await whole(round)).length, 2);
  });

  it('fifty of one key are one event; another step under the key is refused', async () => {
    const round = await (await Round.begin(stage())).sent();
    const key = newKey();
    const answers = await Promise.all(Array.from({ length: 50 }, () => round.try(care, { type: 'accept' }, { seq: 1, key })));
    assert.deepEqual(statuses(answers), [...Array<number>(49).fill(200), 201]);
    assert.equal(answers.filter(({ headers }) => headers.get('idempotency-replayed') === 'true').length, 49);
    assert.equal(new Set(answers.map(({ body }) => JSON.stringify(body.events))).size, 1);
    assert.equal((await whole(round)).length, 2);
    assertProblem(await round.try(care, { type: 'receive' }, { seq: 1, key }), 409, 'key-reused');
    // The key is this desk's and this sheet's alone.
    assert.equal((await round.try(sender, { type: 'cancel', reason: 'mistake' }, { seq: 2, key })).status, 201);
  });

  it('one key begins one sheet, however often; thrown away, it does not come back', async () => {
    const round = await Round.begin(stage());
    const key = newKey();
    const path = `/api/staff/consultations/${round.number}/referrals`;
    const answers = await Promise.all(Array.from({ length: 12 }, () => round.ask(sender, path, { body: { to: care }, key })));
    assert.deepEqual(statuses(answers), [...Array<number>(11).fill(200), 201]);
    assert.equal(new Set(answers.map(({ text }) => JSON.stringify([JSON.parse(text).id, JSON.parse(text).sheet]))).size, 1);
    assertProblem(await round.ask(sender, path, { body: { to: rights }, key }), 409, 'key-reused');
    round.id = answers[0]!.body.id;
    await round.ask(sender, `${round.path}/draft`, { method: 'DELETE', headers: { 'if-match': '"1"' } });
    assertProblem(await round.ask(sender, path, { body: { to: care }, key }), 404, 'not-found');
  });

  it('requests that come twice, late and out of order leave the one true order', async () => {
    const round = await (await Round.begin(stage())).sent();
    const steps = [
      { type: 'receive' },
      { type: 'accept' },
      { type: 'contact', on: '2026-11-24', reached: true },
      { type: 'progress', text: '話しました。' },
    ].map((action, index) => ({ action, seq: index + 1, key: newKey() }));
    const waiting = [...steps].reverse();
    // Whoever is told `behind` or is too early comes again, as a machine with a queue would.
    for (let tries = 0; waiting.length; tries++) {
      assert.ok(tries < 200);
      const [step] = waiting.splice(tries % waiting.length, 1);
      const twice = await Promise.all([0, 1].map(() => round.try(care, step!.action, step)));
      if (!twice.some(({ status }) => status === 201)) waiting.push(step!);
      for (const answer of twice) assert.ok([200, 201, 409].includes(answer.status), answer.text);
    }
    for (const step of steps) assert.equal((await round.try(care, step.action, step)).status, 200);
    assert.deepEqual(
      (await whole(round)).map(({ type }) => type),
      ['sent', 'received', 'accepted', 'contacted', 'progressed'],
    );
  });

  it('nobody makes another desk’s step, and a step that the rules refuse says why', async () => {
    const round = await (await Round.begin(stage())).sent();
    for (const [party, action, pointer, code] of [
      [sender, { type: 'accept' }, '#/action', 'referral-not-yours'],
      [care, { type: 'close' }, '#/action', 'referral-not-yours'],
      [care, { type: 'mark-overdue' }, '#/action', 'referral-not-yours'],
      [care, { type: 'return' }, '#/action/reason', 'referral-no-reason'],
      [care, { type: 'pass-on', reason: 'full' }, '#/action/to', 'referral-no-next-desk'],
      [care, { type: 'pass-on', reason: 'full', to: { agency: 'nowhere' } }, '#/action/to', 'referral-unknown-desk'],
      [care, { type: 'ask-back' }, '#/action/text', 'referral-no-words'],
      [care, { type: 'accept', firstContactBy: '2020-01-01' }, '#/action/respondBy', 'referral-deadline'],
      [care, { type: 'receive', text: 'あ'.repeat(20_001) }, '#/action', 'referral-shape'],
      [care, { type: 'receive', text: { $gt: '' } }, '#/action', 'referral-shape'],
    ] as const) {
      const refused = await round.try(party, action);
      assertProblem(refused, 422, 'invalid');
      assert.deepEqual([refused.body.errors[0].pointer, refused.body.errors[0].code], [pointer, code]);
      assert.match(refused.body.errors[0].detail, /[ぁ-ん].*。$/);
    }
    const nothing = await Round.begin(stage(), () => 'refused').catch(() => undefined);
    assert.equal(nothing, undefined);
    const other = await Round.begin(stage(), (_purpose, agency) => (agency === care ? 'given' : 'refused'));
    await other.draft(rights);
    assert.equal((await other.try(sender, { type: 'send' })).body.errors[0].code, 'referral-no-consent');
    assert.equal((await whole(round)).length, 1);
  });

  it('hostile bodies are refused in a sentence, and change nothing', async () => {
    const round = await Round.begin(stage());
    const sheet = await round.draft();
    const path = `${round.path}/actions`;
    const json = { 'content-type': 'application/json' };
    for (const [body, status, code] of [
      ['{"action":{"type":"send"},"seq":0,"__proto__":{}}', 400, 'not-json'],
      [`{"seq":0,"action":${'['.repeat(40)}${']'.repeat(40)}}`, 400, 'not-json'],
      ['{"action":{"type":"send","type":"cancel"},"seq":0}', 400, 'not-json'],
      ['{"action":{"type":"send","text":"\\ud800"},"seq":0}', 400, 'not-json'],
      ['[]', 422, 'invalid'],
      ['null', 422, 'invalid'],
      ['{"action":"send","seq":0}', 422, 'invalid'],
      ['{"action":{"type":"constructor"},"seq":0}', 422, 'invalid'],
      ['{"action":{"type":"send"},"seq":-1}', 422, 'invalid'],
      ['{"action":{"type":"send"},"seq":"0"}', 422, 'invalid'],
      ['{"action":{"type":"send"},"seq":0,"worker":"a\\nb"}', 422, 'invalid'],
      [`{"action":{"type":"send"},"seq":0,"sheet":{"id":"${round.id}"}}`, 422, 'invalid'],
      [JSON.stringify({ action: { type: 'send' }, seq: 0, x: 'a'.repeat(1_100_000) }), 413, 'too-large'],
    ] as const) {
      assertProblem(await round.ask(sender, path, { body, headers: json, key: newKey() }), status, code);
    }
    assertProblem(await round.ask(sender, path, { body: { action: { type: 'send' }, seq: 0 } }), 400, 'key-missing');
    for (const hostile of [
      { words: 'a'.repeat(20_001) },
      { topics: Array<string>(500).fill('care') },
      { person: { ref: '../..' } },
      { extra: '\u0000' },
    ])
      assertProblem(await round.save({ ...sheet, ...hostile }), 422, 'invalid');
    for (const query of ['box=all', 'limit=0', 'limit=101', 'after=x', `after=${Buffer.from("' or 1=1").toString('base64url')}`])
      assertProblem(await round.ask(sender, `/api/staff/referrals?${query}`), 422, 'invalid');
    // A field of a newer version is kept with the sender, and told to nobody.
    assert.equal((await round.save({ ...sheet, later: '新しい項目' })).status, 200);
    await round.do(sender, { type: 'send' });
    assert.match((await round.view(sender)).text, /新しい項目/);
    assert.doesNotMatch((await round.view(care)).text, /新しい項目/);
  });

  it('a finished event of a vendor’s system is taken once, if that desk could have written it then', async () => {
    const round = await (await Round.begin(stage())).sent();
    const make = async (action: object, agency: string, minutes = 0): Promise<ReferralEvent> => {
      const { sheet, events } = await round.seen(sender);
      const made = await appendReferral({ sheet, events }, action as { type: 'receive' }, { actor: { agency }, at: at(0, minutes / 60) });
      assert.ok(made.ok, made.ok ? '' : made.refusal.message);
      return made.event;
    };
    const post = (party: typeof care | typeof sender, event: unknown) => round.ask(party, `${round.path}/events`, { body: { event } });
    const received = await make({ type: 'receive', text: '受け取りました。' }, care);
    assertProblem(await post(sender, received), 422, 'invalid');
    assertProblem(await post(care, { ...received, by: { system: 'clock' } }), 422, 'invalid');
    assertProblem(await post(care, { ...received, text: 'x' }), 422, 'invalid');
    assertProblem(await post(care, await make({ type: 'receive' }, care, 6)), 422, 'invalid');
    assert.deepEqual(statuses(await Promise.all([0, 1, 2].map(() => post(care, received)))), [200, 200, 201]);
    assertProblem(await post(care, { ...received, id: 'another' }), 409, 'behind');
    assert.deepEqual((await whole(round)).at(-1), received);
  });

  it('what a desk writes is not dated back to before a consent was taken back', async () => {
    const round = await Round.begin(stage());
    await round.draft();
    const { sheet, events } = await round.seen(sender);
    const consents = { [`${round.number}.person`]: [...round.consent.events] };
    const made = await appendReferral({ sheet, events, consents }, { type: 'send' }, { actor: { agency: sender }, at: at(0, 1 / 60) });
    assert.ok(made.ok);
    house().clock.now = at(0, 2 / 60);
    await round.consent.add(round.consent.withdraw({ item: 'name' }));
    const late = await round.ask(sender, `${round.path}/events`, { body: { event: made.event } });
    assertProblem(late, 422, 'invalid');
    assert.equal((await whole(round)).length, 0);
    house().clock.now = tuesday;
  });

  it('nor is another desk’s answer that hands the sheet on, by whichever door it comes', async () => {
    const round = await (await Round.begin(stage())).sent();
    const { sheet, events } = await round.seen(sender);
    const consents = { [`${round.number}.person`]: [...round.consent.events] };
    const actor = { agency: care, heard: { agency: sender, how: 'phone' } } as const;
    const action = { type: 'pass-on', to: { agency: rights }, reason: 'full' } as const;
    const made = await appendReferral({ sheet, events, consents }, action, { actor, at: at(0, 1 / 60) });
    assert.ok(made.ok);
    house().clock.now = at(0, 2 / 60);
    await round.consent.add(round.consent.withdraw({ agency: rights }));
    for (const [path, body] of [
      [`${round.path}/events`, { event: made.event }],
      ['/api/staff/referrals', { sheet, events: made.events }],
    ] as const)
      assertProblem(await round.ask(sender, path, { body }), 422, 'invalid');
    assert.equal((await whole(round)).length, 1);
    assertProblem(await round.ask(rights, round.path), 404, 'not-found');
    // What hands nobody anything may have been heard before, and is news to the desk whose answer it is.
    const heard = await appendReferral({ sheet, events, consents }, { type: 'accept' }, { actor, at: at(0, 1 / 60) });
    assert.ok(heard.ok);
    await round.ask(care, round.path);
    assert.equal((await round.ask(sender, '/api/staff/referrals', { body: { sheet, events: heard.events } })).status, 201);
    const [item] = (await round.ask(care, '/api/staff/referrals?box=inbox&limit=100')).body.items.filter(
      ({ id }: { id: string }) => id === round.id,
    );
    assert.equal(item.unread, true);
    house().clock.now = tuesday;
  });

  it('the clock notes over holidays that a day has passed, and tells the coordinator; two receivers do it once', async () => {
    // Friday before 年末年始: three business days later is 6 January.
    const friday = new Date('2026-12-25T01:00:00.000Z');
    house().clock.now = friday;
    const round = await (await Round.begin(stage())).sent();
    assert.equal((await round.seen(care)).events.at(-1)!.respondBy, '2027-01-05');
    const tick = (day: string) => {
      house().clock.now = new Date(`${day}T03:00:00.000Z`);
      return Promise.all(stage().houses.map((one) => one.markOverdue(house().clock.now)));
    };
    await tick('2027-01-05');
    assert.equal((await whole(round)).length, 1);
    assert.deepEqual(await round.boxes(care), ['inbox']);
    // 6 January in Tokyo begins on the 5th at 15:00 UTC.
    house().clock.now = new Date('2027-01-05T14:59:59.999Z');
    assert.ok(!(await round.boxes(care)).includes('overdue'));
    house().clock.now = new Date('2027-01-05T15:00:00.000Z');
    assert.deepEqual(await round.boxes(care), ['inbox', 'overdue']);
    await tick('2027-01-06');
    await tick('2027-01-06');
    assert.deepEqual(
      (await whole(round)).map(({ type, by }) => [type, 'system' in by]),
      [
        ['sent', false],
        ['overdue', true],
        ['escalated', true],
      ],
    );
    assert.deepEqual([await round.boxes(coordinator), (await round.view(coordinator)).body.steps.yourTurn], [['inbox'], true]);
    assert.deepEqual(marksIn((await round.view(coordinator)).text), []);
    // The coordinator's own day passes as well; nobody is above them.
    await tick('2027-01-15');
    await tick('2027-01-18');
    assert.deepEqual(
      (await whole(round)).map(({ type }) => type),
      ['sent', 'overdue', 'escalated', 'overdue'],
    );
    await round.do(coordinator, { type: 'take-over' });
    house().clock.now = tuesday;
  });

  it('the store itself refuses to have events, sealed sheets and packages changed, taken out, replaced or put in between', async () => {
    const { all } = stage();
    const round = await (await Round.begin(stage())).sent();
    await round.do(care, { type: 'receive' });
    const events = await whole(round);
    const columns = 'case_id, referral, seq, type, hash, previous, event, received_at, received_by';
    const row = (seq: number, hash: string, previous: string): string =>
      `insert into referral_events (${columns}) values ('${round.number}', '${round.id}', ${seq}, 'received', '${hash}', ${previous}, '{}', '', '')`;
    const statements = [
      `update referral_events set event = '{}' where referral = '${round.id}'`,
      `delete from referral_events where referral = '${round.id}' and seq = 1`,
      'delete from referral_events',
      `update referral_sheets set sheet = '{}'`,
      'delete from referral_sheets',
      `update referral_packages set document = '{}'`,
      'delete from referral_packages',
      `delete from referrals where id = '${round.id}'`,
      row(1, 'x', `'${events[0]!.hash}'`),
      row(2, 'x', `'${events[0]!.hash}'`),
      row(3, 'x', `'${events[1]!.hash}'`),
      row(2, 'x', 'null'),
      row(2, events[1]!.hash, `'${events[1]!.hash}'`),
      row(-1, 'x', 'null'),
      ...(engine === 'sqlite'
        ? [
            row(1, 'x', `'${events[0]!.hash}'`).replace('insert into', 'insert or replace into'),
            `insert or replace into referral_sheets select case_id, referral, seq, '{}' from referral_sheets`,
            `replace into referral_packages select case_id, referral, seq, agency, '{}' from referral_packages`,
          ]
        : ['truncate referral_events', 'truncate referral_sheets', 'truncate referral_packages']),
    ];
    for (const statement of statements)
      await assert.rejects(all.sql(statement), /append-only|unique|duplicate key|foreign key/i, statement);
    assert.deepEqual(await whole(round), events);
  });

  it('go with their case when its time is over, and the audit says who did what, without a word of it', async () => {
    const { all } = stage();
    const round = await (await Round.begin(stage())).sent();
    await round.do(care, { type: 'return', reason: 'full', text: '印理由' });
    const of = { case: `case_id = '${round.number}'`, sheet: `referral = '${round.id}'` };
    const tables: [string, string][] = [
      ['referrals', of.case],
      ['referral_events', of.case],
      ['referral_sheets', of.case],
      ['referral_packages', of.case],
      ['referral_desks', of.sheet],
      ['referral_log', of.sheet],
    ];
    const counts = () => Promise.all(tables.map(async ([table, where]) => (await all.sql(`select * from ${table} where ${where}`)).length));
    assert.ok((await counts()).every((count) => count > 0));
    await house().sweep(at(729));
    assert.ok((await counts()).every((count) => count > 0));
    const rows = await all.sql(`select actor, action, window_id from audit where number = '${round.number}' and action like 'referral%'`);
    const done = rows.map(({ action, window_id }) => `${String(action)} ${String(window_id)}`);
    for (const deed of [
      `referral-draft ${sender}`,
      `referral ${sender}`,
      `referral ${care}`,
      `referral-read ${sender}`,
      `referral-read ${care}`,
    ])
      assert.ok(done.includes(deed), deed);
    await house().sweep(at(730));
    assert.deepEqual(await counts(), [0, 0, 0, 0, 0, 0]);
    for (const party of [sender, care, coordinator] as const) assertProblem(await round.view(party), 404, 'not-found');
    const log = stage()
      .houses.map((one) => one.log.join(''))
      .join('');
    for (const hidden of [round.id, round.number, ...Object.values(marked), '印理由', '担当']) assert.ok(!log.includes(hidden), hidden);
  });
}
