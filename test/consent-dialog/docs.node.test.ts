/** docs/consent.md says what is so. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import * as consent from '@tsunagu/schema/consent';
import * as dpv from '@tsunagu/schema/export/dpv';
import * as fhir from '@tsunagu/schema/export/fhir-consent';
import * as meeting from '@tsunagu/schema/meeting';
import { noticesFor } from '../../packages/consent-dialog/src/notices.js';
import type { NamedRequest } from '../../packages/consent-dialog/src/names.js';
import { receiptCode } from '../../packages/consent-dialog/src/print/receipt-code.js';
import { analyze, elementsIn } from '../../scripts/manifest.mjs';
import { ikoma } from '../../stories/cities.js';

const root = new URL('../../', import.meta.url);
const text = readFileSync(new URL('docs/consent.md', root), 'utf8');
const blocks = (language: string): string[] =>
  [...text.matchAll(new RegExp(`\`\`\`${language}\\n(.*?)\`\`\``, 'gs'))].map(([, code]) => code!);
const rows = (from: string): string[] =>
  [
    ...text
      .slice(text.indexOf(from))
      .split('\n\n')[0]!
      .matchAll(/^\| (`.*?) \|/gm),
  ].map(([, cell]) => cell!);

interface Described {
  members: { kind: string; name: string; privacy?: string; static?: boolean }[];
  attributes: { name: string }[];
  slots: { name: string }[];
  events: { name: string }[];
}
const [dialog] = elementsIn(await analyze('packages/consent-dialog')) as unknown as Described[];

describe('docs/consent.md', () => {
  it('shows a request that can be asked, with our explanation and the labels it shows', async () => {
    const [request, labels] = blocks('json').map((code) => JSON.parse(code) as NamedRequest);
    const asked = { ...request!, ...labels! };
    const notices = await noticesFor(asked, { directory: ikoma, languages: ['ja', 'ja-x-easy', 'en'] });
    for (const { language, variant } of notices) assert.match(text, new RegExp(`\\| \`${language}\` +\\| \`${variant!}\``));
    const now = '2026-11-24T01:00:00.000Z';
    const result = await consent.appendEvent(
      [],
      { type: 'requested', at: now, record: 'r', subject: { ref: 'p' }, request: { ...asked, notices } },
      { now },
    );
    assert.ok(result.ok, JSON.stringify(result));
    assert.ok(asked.agencies.every((agency) => ikoma.windows.some(({ id }) => id === agency)));
  });

  it('names every property, attribute, slot and event of the element, and no other', () => {
    const named = rows('| property').flatMap((cell) => [...cell.matchAll(/`([a-zA-Z]+)`/g)].map(([, name]) => name!));
    const has = dialog!.members
      .filter(({ kind, privacy, static: isStatic }) => kind === 'field' && !isStatic && privacy !== 'private')
      .map(({ name }) => name);
    assert.deepEqual(named.sort(), has.sort());
    for (const name of ['mode', 'languages', 'open', 'src'])
      assert.ok(
        dialog!.attributes.some((attribute) => attribute.name === name),
        name,
      );
    for (const { name } of dialog!.slots) assert.ok(text.includes(`\`${name}\``), name);
    assert.deepEqual(
      rows('| event')
        .map((cell) => cell.replaceAll('`', ''))
        .sort(),
      dialog!.events
        .map(({ name }) => name)
        .filter((name) => name.includes('consent'))
        .sort(),
    );
  });

  it('names functions, states, forums and ids that exist', () => {
    const functions = [
      ...text.matchAll(
        /`((?:append|accept|verify|consent|parse|decide|prove|grounds|under|support|plan|withdrawal|redact|may)[A-Z][A-Za-z0-9]*)/g,
      ),
    ].map(([, name]) => name!);
    assert.ok(functions.length >= 10);
    for (const name of functions)
      assert.ok(
        [consent, dpv, fhir, meeting].some((module) => name in module),
        name,
      );
    for (const code of blocks('ts'))
      for (const [, names] of code.matchAll(/import \{ ([^}]+) \}/g))
        for (const name of names!.split(', ')) assert.ok(name in consent || name in meeting, name);
    const states = /- \*\*States\*\*: (.*?)\. Only (.*?) allow/s.exec(text)!;
    const quoted = (words: string): string[] => [...words.matchAll(/`([a-z-]+)`/g)].map(([, word]) => word!).sort();
    assert.deepEqual(quoted(states[1]!), [...consent.consentStatuses].sort());
    assert.deepEqual(quoted(states[2]!), [...consent.validStatuses].sort());
    assert.deepEqual(quoted(/An append-only list of events: (.*?)\. JSON/s.exec(text)![1]!), [...consent.eventTypes].sort());
    assert.deepEqual(quoted(/- \*\*withdrawal\*\*: (.*?), each/s.exec(text)![1]!), [...consent.withdrawalWays].sort());
    assert.deepEqual(
      rows('| `forum`')
        .map((cell) => /[a-z-]+/.exec(cell)![0])
        .filter((id) => id !== 'forum')
        .sort(),
      [...meeting.forumIds].sort(),
    );
  });

  it('says what a QR holds', () => {
    assert.match(text, /`tsunagu-consent:1;<record>;<number>;<hash>`/);
    assert.equal(receiptCode({ record: '<record>', seq: 3, hash: '<hash>' }), 'tsunagu-consent:1;<record>;3;<hash>');
  });

  it('names entries that exist, with what they have', async () => {
    const entries: Record<string, () => Promise<object>> = {
      notices: () => import('@tsunagu/consent-dialog/notices'),
      paper: () => import('@tsunagu/consent-dialog/paper'),
      receipt: () => import('@tsunagu/consent-dialog/receipt'),
    };
    const table = [...text.matchAll(/^\| `@tsunagu\/consent-dialog\/([a-z]+)` \| (.*) \|$/gm)];
    assert.deepEqual(table.map(([, name]) => name).sort(), Object.keys(entries));
    for (const [, name, what] of table) {
      const module = (await entries[name!]!()) as Record<string, unknown>;
      const functions = [...what!.matchAll(/`([a-z][a-zA-Z]+)`/g)].map(([, each]) => each!);
      assert.ok(functions.length > 0);
      for (const each of functions) assert.equal(typeof module[each], 'function', each);
    }
    assert.ok(dialog!.members.some(({ kind, name }) => kind === 'method' && name === 'printPaper'));
  });

  it('points to files that exist', () => {
    for (const [, link] of text.matchAll(/\]\((?!https?:|#)([^)#]+)/g)) assert.ok(existsSync(new URL(link!, new URL('docs/', root))), link);
  });
});
