/** The contract that is served is the one that is kept. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { createReceiver, problemKinds } from '@tsunagu/receiver';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { care, Record as ConsentRecord, rights } from './consents.js';
import { referralAnswers } from './referrals-openapi.js';
import { desk, directory, newKey, openHouse, send, submission, type Answer, type House } from './house.js';

interface Operation {
  responses: Record<string, { content: Record<string, { schema: object }> }>;
  security?: unknown;
}

describe('openapi.json', () => {
  let house: House;
  let token: string;
  let document: { openapi: string; paths: Record<string, Record<string, Operation>>; components: { schemas: Record<string, object> } };
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  before(async () => {
    house = await openHouse();
    token = await house.token(desk);
    document = (await house.ask('/api/openapi.json')).body;
    ajv.addSchema({ $id: 'https://receiver.example/openapi', ...document });
  });
  after(() => house.close());

  /** Holds a real answer against what the document says of it. */
  const check = (method: string, path: string, answer: Answer): void => {
    const operation = document.paths[path]![method]!;
    const described = operation.responses[String(answer.status)];
    assert.ok(described, `${method} ${path} answers ${answer.status}, which is not described`);
    const type = answer.headers.get('content-type')!.split(';')[0]!;
    assert.ok(described.content[type], `${path} ${answer.status} ${type}`);
    const pointer = ['paths', path, method, 'responses', String(answer.status), 'content', type, 'schema']
      .map((part) => encodeURIComponent(part.replaceAll('~', '~0').replaceAll('/', '~1')))
      .join('/');
    const valid = ajv.validate({ $ref: `https://receiver.example/openapi#/${pointer}` }, answer.body);
    assert.ok(valid, `${method} ${path} ${answer.status}: ${ajv.errorsText()}`);
  };

  it('is OpenAPI 3.1, and its schemas are JSON Schema', () => {
    assert.equal(document.openapi, '3.1.0');
    for (const [name, schema] of Object.entries(document.components.schemas)) assert.ok(ajv.validateSchema(schema), name);
    assert.ok(!JSON.stringify(document).includes('"$id"'));
  });

  it('has every route, and no other', async () => {
    const receiver = await createReceiver({ directory, database: ':memory:', log: { level: 'silent' } });
    // The framework's tree of addresses: four columns for each level.
    const addresses: string[] = [];
    const above: string[] = [];
    for (const [, indent, part] of receiver.app.printRoutes({ commonPrefix: false }).matchAll(/^([│ ]*)[├└]── (\S+) /gm)) {
      above.length = indent!.length / 4;
      above.push(part!);
      addresses.push(above.join('').replace(/:(\w+)/g, '{$1}'));
    }
    await receiver.close();
    const served = addresses.filter((address) => address.startsWith('/api/'));
    assert.deepEqual(served.sort(), Object.keys(document.paths).sort());
    for (const [path, operations] of Object.entries(document.paths)) {
      // A method that no route has.
      const allowed = (await house.ask(path, { method: 'PATCH' })).headers.get('allow')!.toLowerCase().split(', ');
      assert.deepEqual(allowed.filter((method) => method !== 'head').sort(), Object.keys(operations).sort(), path);
    }
  });

  it('names every problem there is, and its status', () => {
    const text = JSON.stringify(document.paths);
    for (const [code, { status }] of Object.entries(problemKinds)) {
      if (code === 'method') continue;
      assert.ok(text.includes(`urn:tsunagu:problem:${code}\``), code);
      assert.ok(Object.values(document.paths).some((operations) => Object.values(operations).some(({ responses }) => responses[status])));
    }
  });

  it('describes real answers, right and wrong ones', async () => {
    const sent = async (path: string, template: string, body: unknown, options = {}) => {
      const answer = await house.post(path, body, options);
      check('post', template, answer);
      return answer;
    };
    const got = async (path: string, template: string, options = {}) => check('get', template, await house.ask(path, options));
    const door = '/api/consultations';
    const key = newKey();
    await sent(door, door, submission(), { key });
    await sent(door, door, submission(), { key });
    await sent(door, door, submission({ words: '別' }), { key });
    await sent(door, door, {});
    await sent(door, door, submission(), { key: 'short' });
    await sent(door, door, submission(), { headers: { origin: 'https://evil.example' } });
    await sent(door, door, submission({}, { seconds: 0 }));
    await sent(door, door, submission({ words: 'x'.repeat(100_000) }));
    await sent(door, door, '{', { headers: { 'content-type': 'application/json' } });
    await sent(door, door, '{', { headers: { 'content-type': 'text/plain' } });

    const { number, secret } = await send(house, { urgency: 'today' });
    await sent('/api/receipts/open', '/api/receipts/open', { number, secret });
    await sent('/api/receipts/open', '/api/receipts/open', { number, secret: '0000-0000-0000-0000' });
    await sent('/api/receipts/messages', '/api/receipts/messages', { number, secret, text: '続き' });
    for (const path of ['/api/staff/me', '/api/staff/consultations']) {
      await got(path, path, { token });
      await got(path, path);
    }
    await got('/api/staff/consultations?limit=0', '/api/staff/consultations', { token });
    const one = '/api/staff/consultations/{number}';
    await got(`/api/staff/consultations/${number}`, one, { token });
    await got('/api/staff/consultations/0000-0000', one, { token });
    await sent(`/api/staff/consultations/${number}/messages`, `${one}/messages`, { text: '返事' }, { token });
    await sent(`/api/staff/consultations/${number}/messages`, `${one}/messages`, { text: '' }, { token });
    await sent(`/api/staff/consultations/${number}/status`, `${one}/status`, { status: 'in-progress' }, { token });
    await sent(`/api/staff/consultations/${number}/status`, `${one}/status`, { status: 'received' }, { token });
    await got('/api/staff/directory', '/api/staff/directory', { token });

    const record = await new ConsentRecord(house, number, token).give();
    const { body: told } = await record.tell(care, ['name']);
    assert.equal(told.agency, care);
    await got(`/api/staff/consultations/${number}/consents`, `${one}/consents`, { token });
    await got('/api/staff/consultations/0000-0000/consents', `${one}/consents`, { token });
    await got(`/api/staff/consultations/${number}/reach`, `${one}/reach`, { token });
    await got(`/api/staff/consultations/${number}/drawings/${'0'.repeat(64)}`, `${one}/drawings/{hash}`, { token });
    const path = (name: string): [string, string] => [`/api/staff/consultations/${number}/${name}`, `${one}/${name}`];
    const taken = await record.make(record.withdraw({ agency: care }));
    await sent(...path('consents'), { events: [taken] }, { token });
    await sent(...path('consents'), { events: [taken] }, { token });
    await sent(...path('consents'), { events: [await record.make(record.withdraw({ all: 'yes' }))] }, { token });
    await sent(...path('consents'), { events: [{ ...taken, note: 1 }] }, { token });
    await sent(...path('shipments'), { record: record.record, agency: rights, purpose: 'referral', items: ['name'] }, { token });
    await sent(...path('shipments'), { record: record.record, agency: care, purpose: 'referral', items: ['name'] }, { token });
    const carers = await house.token(care);
    await got('/api/staff/withdrawals', '/api/staff/withdrawals', { token: carers });
    await got(`/api/staff/consultations/${number}/reach`, `${one}/reach`, { token });
    const back = '/api/staff/withdrawals/{number}';
    await sent(`/api/staff/withdrawals/${number}`, back, { record: record.record, name: '森 一郎' }, { token: carers });
    await sent(`/api/staff/withdrawals/${number}`, back, { record: record.record }, { token: carers });
    await sent(`/api/staff/withdrawals/${number}`, back, { record: 'x' }, { token: carers });
    await sent(...path('acknowledgements'), { record: record.record, agency: care }, { token });
    await sent(...path('acknowledgements'), { record: record.record, agency: rights }, { token });
    await got(`/api/staff/consultations/${number}/consents`, `${one}/consents`, { token });
    await referralAnswers(house, check);
    await got('/api/health', '/api/health');
    await got('/api/openapi.json', '/api/openapi.json');
  });

  it('its schemas refuse what the door refuses', async () => {
    for (const body of [
      {},
      submission({ topics: 'care' }),
      submission({ words: 'x'.repeat(5001) }),
      { sealed: 'x' },
      submission({ contact: { mode: 'x' } }),
    ]) {
      assert.equal(ajv.validate({ $ref: 'https://receiver.example/openapi#/components/schemas/Submission' }, body), false);
      assert.equal((await house.post('/api/consultations', body)).status, 422);
    }
    assert.ok(ajv.validate({ $ref: 'https://receiver.example/openapi#/components/schemas/Submission' }, submission()), ajv.errorsText());
  });
});
