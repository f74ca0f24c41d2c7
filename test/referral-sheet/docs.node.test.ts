/** docs/referral.md says what is so. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import * as referral from '@tsunagu/schema/referral';
import { analyze, elementsIn } from '../../scripts/manifest.mjs';
import { ikoma } from '../../stories/cities.js';
import { consultation } from '../../stories/consent-dialog/records.js';
import { consents, first, now, second } from '../../stories/referral-sheet/sheets.js';

const root = new URL('../../', import.meta.url);
const text = readFileSync(new URL('docs/referral.md', root), 'utf8');
const rows = (from: string): string[] =>
  [
    ...text
      .slice(text.indexOf(from))
      .split('\n\n')[0]!
      .matchAll(/^\| (`.*?) \|/gm),
  ].map(([, cell]) => cell!);
const ticked = (cells: readonly string[]): string[] => cells.flatMap((cell) => [...cell.matchAll(/`([\w-]+)`/g)].map(([, name]) => name!));

interface Described {
  members: { kind: string; name: string; privacy?: string; static?: boolean }[];
  attributes: { name: string }[];
  events: { name: string }[];
}
const [sheet] = elementsIn(await analyze('packages/referral-sheet')) as unknown as Described[];

describe('docs/referral.md', () => {
  it('names every property and event of the element, and no other', () => {
    const has = sheet!.members
      .filter(({ kind, privacy, static: isStatic }) => kind === 'field' && !isStatic && privacy !== 'private' && privacy !== 'protected')
      .map(({ name }) => name);
    assert.deepEqual(ticked(rows('| property')).sort(), has.sort());
    const events = sheet!.events.map(({ name }) => name).filter((name) => name.startsWith('tsunagu-referral-'));
    assert.deepEqual(ticked(rows('| event')).sort(), events.sort());
    for (const name of ['mode', 'desk', 'worker', 'action', 'languages', 'src'])
      assert.ok(
        sheet!.attributes.some((attribute) => attribute.name === name),
        name,
      );
  });

  it('names methods there are, functions that are exported, and files that exist', () => {
    const methods = sheet!.members.filter(({ kind }) => kind === 'method').map(({ name }) => name);
    for (const name of ['print', 'toJSON', 'showSent', 'showFailed'])
      assert.ok(methods.includes(name) && text.includes(`\`${name}(`), name);
    const imported = [...text.matchAll(/import \{ ([^}]+) \} from '@tsunagu\/schema\/referral'/g)].flatMap(([, names]) =>
      names!.split(', '),
    );
    assert.ok(imported.length >= 4);
    for (const name of [...imported, 'referralState', 'nextSteps', 'advance', 'seenOf', 'heldWithout']) {
      assert.equal(typeof (referral as Record<string, unknown>)[name], 'function', name);
      assert.ok(text.includes(name), name);
    }
    for (const [, link] of text.matchAll(/\]\(([\w./-]+\.md)\)/g)) assert.ok(existsSync(new URL(`docs/${link!}`, root)), link);
  });

  it('names every state a sheet may be in', () => {
    for (const state of [...referral.transports, ...referral.businessStates]) assert.ok(text.includes(`\`${state}\``), state);
  });

  it('shows a sheet from a consultation that may go to the desk it names', async () => {
    const desk = ikoma.windows.find(({ id }) => id === second.agency);
    assert.ok(desk && text.includes(`'${second.agency}'`));
    const made = referral.referralFromConsultation(consultation, {
      at: now,
      from: first,
      to: { agency: second.agency },
      coordinator: { agency: 'shakyo' },
      ref: 'case-0123-a',
      number: 'K7M2-9QXF',
    });
    const gate = referral.sendGate(made, second.agency, await consents(), now);
    assert.ok(gate.open && gate.package.items.includes('worries'), gate.open ? '' : gate.message);
  });
});
