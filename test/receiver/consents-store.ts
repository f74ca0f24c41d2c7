/** What the store does with consents by itself, whatever the receiver asks of it. */
import assert from 'node:assert/strict';
import { it } from 'node:test';
import type { ConsentStage } from './consents-contract.js';
import { care, Record } from './consents.js';
import { assertProblem, tuesday } from './house.js';

export function storeContract(engine: 'sqlite' | 'postgres', stage: () => ConsentStage): void {
  it('the store itself refuses to have them changed, taken out, replaced or put in between', async () => {
    const { all, first, token, begin } = stage();
    const record = await (await begin()).give();
    await record.tell(care, ['name']);
    await record.add(record.withdraw({ agency: care }));
    await first.ask(`${record.path}/acknowledgements`, { body: { record: record.record, agency: care }, token });
    const before = await record.read();
    const columns = 'case_id, record, seq, type, hash, previous, event, received_at, received_by';
    const row = (seq: number, hash: string, previous: string): string =>
      `insert into consent_events (${columns}) values ('${record.number}', '${record.record}', ${seq}, 'given', '${hash}', ${previous}, '{}', '', '')`;
    const head = record.events.at(-1)!.hash;
    const statements = [
      `update consent_events set event = '{}' where record = '${record.record}'`,
      `update consent_events set seq = 9 where record = '${record.record}' and seq = 2`,
      `delete from consent_events where record = '${record.record}' and seq = 2`,
      'delete from consent_events',
      `update consent_shipments set items = '[]'`,
      'delete from consent_shipments',
      `update consent_acknowledgements set name = ''`,
      'delete from consent_acknowledgements',
      row(3, 'x', `'${record.events[0]!.hash}'`),
      row(4, 'x', `'${head}'`),
      row(3, 'x', 'null'),
      row(2, 'x', `'${record.events[1]!.hash}'`),
      row(-1, 'x', 'null'),
      row(3, head, `'${head}'`),
      row(0, 'x', 'null'),
      ...(engine === 'sqlite'
        ? [
            row(2, 'x', `'${record.events[1]!.hash}'`).replace('insert into', 'insert or replace into'),
            row(3, head, `'${head}'`).replace('insert into', 'replace into'),
            `insert or replace into consent_shipments select id, case_id, record, seq, 'x', purpose, items, at, told_by from consent_shipments`,
            `replace into consent_acknowledgements select id, case_id, record, 'x', seq, at, acknowledged_by, name from consent_acknowledgements`,
          ]
        : [
            'truncate consent_events',
            'truncate consent_shipments cascade',
            'truncate consent_acknowledgements',
            'truncate erasures',
            `${row(2, 'x', `'${record.events[1]!.hash}'`)} on conflict (record, seq) do update set event = '{}'`,
          ]),
    ];
    for (const statement of statements) await assert.rejects(all.sql(statement), /append-only|unique|duplicate key/i, statement);
    assert.deepEqual(await record.read(), { ...before });
  });

  it('a store that was changed past all that is seen: nothing is given, nothing goes on, nothing may be told', async () => {
    const { all, first, token, begin } = stage();
    const record = await (await begin()).give();
    await record.tell(care, ['name']);
    const changed = JSON.stringify(record.events[1]).replace(/"decision":"given"/, '"decision":"refused"');
    const onTable = engine === 'postgres' ? ' on consent_events' : '';
    await all.sql(
      engine === 'postgres'
        ? 'alter table consent_events disable trigger consent_events_stay'
        : `drop trigger consent_events_stay${onTable}`,
    );
    await all.sql(`update consent_events set event = '${changed}' where record = '${record.record}' and seq = 1`);
    await all.sql(
      engine === 'postgres'
        ? 'alter table consent_events enable trigger consent_events_stay'
        : `create trigger consent_events_stay before update on consent_events begin select raise(abort, 'no'); end`,
    );
    const { records } = await record.read();
    assert.deepEqual([records[0].whole, records[0].status, records[0].valid, records[0].cells], [false, 'unknown', false, []]);
    const refused = await record.post([await record.make(record.withdraw({ agency: care }))]);
    assertProblem(refused, 422, 'invalid');
    assert.equal(refused.body.errors[0].code, 'consent-broken');
    const telling = await record.tell(care, ['name']);
    assert.deepEqual([telling.status, telling.body.errors[0].code], [422, 'consent-unknown']);
    const { body } = await first.ask(`${record.path}/reach`, { token });
    assert.deepEqual([body.records[0].holders[0].toAsk, body.records[0].holders[0].items[0].reason], [true, 'unknown']);
    // The person can begin anew.
    const anew = new Record(first, record.number, token, record.subject);
    await anew.give();
  });

  it('go with their case when its time is over, and not before; then nothing more is taken', async () => {
    const { all, first, begin } = stage();
    const days = (count: number): Date => new Date(tuesday.getTime() + count * 24 * 60 * 60 * 1000);
    const record = await (await begin()).give();
    await record.tell(care, ['name']);
    const count = async (): Promise<number[]> => {
      const counts: number[] = [];
      for (const table of ['consent_events', 'consent_shipments', 'consent_acknowledgements']) {
        const [row] = await all.sql(`select count(*) as count from ${table} where case_id = '${record.number}'`);
        counts.push(Number(row!.count));
      }
      return counts;
    };
    await first.sweep(days(729));
    assert.deepEqual(await count(), [2, 1, 0]);
    assert.ok((await first.sweep(days(730))) > 0);
    assert.deepEqual(await count(), [0, 0, 0]);
    assert.deepEqual(await all.sql(`select at from erasures where case_id = '${record.number}'`), [{ at: days(730).toISOString() }]);
    assertProblem(await record.post([await record.make(record.withdraw({ all: 'yes' }))]), 404, 'not-found');
    const [event] = record.events;
    await assert.rejects(
      all.sql(
        `insert into consent_events (case_id, record, seq, type, hash, previous, event, received_at, received_by)
           values ('${record.number}', 'x', 0, 'requested', '${event!.hash}', null, '{}', '', '')`,
      ),
    );
    await assert.rejects(all.sql('delete from erasures'));
  });
}
