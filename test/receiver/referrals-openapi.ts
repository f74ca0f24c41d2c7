/** Real answers about referrals, right and wrong ones, each held against what the document says of it. */
import type { Answer, House } from './house.js';
import { newKey } from './house.js';
import { care, Round, sender, stranger, tokensOf } from './referrals.js';

export async function referralAnswers(house: House, check: (method: string, path: string, answer: Answer) => void): Promise<void> {
  const tokens = await tokensOf(house);
  const round = await Round.begin({ houses: [house], tokens });
  const ofCase = '/api/staff/consultations/{number}/referrals';
  const one = '/api/staff/referrals/{id}';
  const begin = async (body: unknown, key: string | undefined, party: typeof sender | typeof care = sender): Promise<void> =>
    check('post', ofCase, await round.ask(party, `/api/staff/consultations/${round.number}/referrals`, { body, key }));
  const key = newKey();
  await begin({ to: 'shakyo' }, key);
  await begin({ to: 'shakyo' }, key);
  await begin({ to: 'medical-kita' }, key);
  await begin({ to: 'nowhere' }, newKey());
  await begin({}, undefined);
  await begin({}, newKey(), care);
  const sheet = await round.draft();
  check('get', ofCase, await round.ask(sender, `/api/staff/consultations/${round.number}/referrals`));
  check('get', one, await round.view(sender));
  check('get', one, await round.view(stranger));
  check('put', `${one}/draft`, await round.save(sheet));
  check('put', `${one}/draft`, await round.save(sheet, 1));
  check('put', `${one}/draft`, await round.ask(sender, `${round.path}/draft`, { method: 'PUT', body: { sheet } }));
  check('put', `${one}/draft`, await round.save({ ...sheet, id: 'r-1' }));
  const act = async (party: typeof sender | typeof care, action: object, more: Parameters<Round['try']>[2] = {}): Promise<void> =>
    check('post', `${one}/actions`, await round.try(party, action, more));
  await act(sender, { type: 'send' }, { key });
  await act(sender, { type: 'send' }, { key, seq: 0 });
  await act(sender, { type: 'cancel', reason: 'mistake' }, { key, seq: 0 });
  await act(care, { type: 'receive' }, { seq: 0 });
  await act(care, { type: 'return' });
  await act(care, { type: 'no' });
  await act(care, { type: 'accept' }, { sheet });
  await act(care, { type: 'accept', text: '引き受けます。' });
  const { events, sheet: handed } = await round.seen(care);
  const carry = async (party: typeof sender | typeof care, body: unknown): Promise<void> =>
    check('post', '/api/staff/referrals', await round.ask(party, '/api/staff/referrals', { body }));
  await carry(care, { sheet: handed, events });
  await carry(care, { sheet: { ...handed, id: 'r-1' }, events: events.map((event) => ({ ...event, record: 'r-1' })) });
  await carry(care, { sheet: handed, events: [{ ...events[0]!, id: 'e', hash: '0'.repeat(64) }] });
  await carry(care, {});
  check('post', `${one}/events`, await round.ask(care, `${round.path}/events`, { body: { event: events.at(-1) } }));
  check('post', `${one}/events`, await round.ask(care, `${round.path}/events`, { body: { event: events[0] } }));
  for (const box of ['inbox', 'sent', 'overdue', 'drafts', 'past', 'none'])
    for (const party of [sender, care] as const) check('get', '/api/staff/referrals', await round.list(party, box, '&limit=1'));
  check('get', '/api/staff/referrals', await house.ask('/api/staff/referrals'));
  check('delete', `${one}/draft`, await round.ask(sender, `${round.path}/draft`, { method: 'DELETE', headers: { 'if-match': '"1"' } }));
  round.id = (await round.list(sender, 'drafts')).body.items[0].id;
  check('delete', `${one}/draft`, await round.ask(sender, `${round.path}/draft`, { method: 'DELETE', headers: { 'if-match': '"9"' } }));
  check('delete', `${one}/draft`, await round.ask(sender, `${round.path}/draft`, { method: 'DELETE', headers: { 'if-match': '"1"' } }));
  check('get', '/api/staff/referrals/stream', await house.ask('/api/staff/referrals/stream'));
}
