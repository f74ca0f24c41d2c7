/** Nothing that was not consented to is in any file or code of an agency: ten thousand random consents, each with every kind of output. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { itemsOf } from '@tsunagu/schema/referral';
import { sheetToCsv } from '@tsunagu/schema/referral/csv';
import { sheetToFhir } from '@tsunagu/schema/referral/fhir';
import { sheetToText } from '@tsunagu/schema/referral/text';
import { createCollector, encodeTransfer, handedTo, type Handed } from '@tsunagu/schema/referral/transfer';
import { fileNameFor, sheetToXlsx } from '@tsunagu/schema/referral/xlsx';
import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { choices, livedSheet, markedSheet, needsOf, refs, telling, type Choice } from './referral-export.samples.js';
import { conferenceBasis, days } from './referral.samples.js';

const at = days(4);
const context = { base: 'https://city.example.lg.jp', custodian: '見本市', at };

/** Everything an agency can be given of it, as text. */
async function outputs(handed: Handed, agency: string): Promise<Record<string, string>> {
  const { parts } = await encodeTransfer(handed);
  const collector = createCollector();
  for (const part of parts) collector.add(part);
  const read = await collector.result();
  assert.ok(read.ok && 'value' in read, JSON.stringify(read));
  return {
    text: sheetToText(handed, { width: 0 }),
    csv: sheetToCsv(handed),
    fhir: JSON.stringify(sheetToFhir(handed, { ...context, agency })),
    codes: JSON.stringify(read.value),
    name: fileNameFor(handed.sheet, 'csv'),
  };
}

const memberOf = (path: string): string => {
  const index = /^\/household\/members\/(\d+)/.exec(path)?.[1];
  return refs[index === undefined ? 0 : +index + 1]!;
};

/** May this person's item be read by the agency? A household's yes counts once the person's own opens the door. */
const mayRead = ({ given }: Choice, items: readonly string[], ref: string = refs[0]): boolean =>
  items.every((item) => given[ref]!.has(item));

describe('files and codes of an agency', () => {
  it('hold every word that was consented to, and none besides', async () => {
    const { sheet, words } = markedSheet();
    const { events } = await livedSheet();
    const whole = itemsOf(sheet);
    let told = 0;
    let kept = 0;
    await fc.assert(
      fc.asyncProperty(choices, async (choice) => {
        const { agency, consents, given } = choice;
        const handed = handedTo({ sheet, events, consents }, agency, at);
        const opens = whole.some((item) => given[refs[0]]!.has(item)) && handed.sheet.person !== undefined;
        const all = await outputs(handed, agency);
        const record = JSON.stringify(handed.events);
        for (const [kind, output] of Object.entries(all)) {
          if (kind === 'name') {
            assert.match(output, /^tsunagu-20261124-[0-9a-f]{8}\.csv$/);
            continue;
          }
          for (const [path, word] of words) {
            const needs = needsOf(path);
            const inRecord = record.includes(word);
            const may = needs !== undefined && (needs.length === 0 || (opens && mayRead(choice, needs, memberOf(path))));
            // A yes of the household alone may or may not open the door; what was not given never shows.
            if (!may) assert.ok(!output.includes(word) || inRecord, `${kind}: ${path} to ${agency}`);
            // Losses by name, ids and desks beside the sheet are in some kinds alone; what the person gave is in all.
            else if (needs.length && !path.startsWith('/household/members/'))
              assert.ok(output.includes(word), `${kind}: ${path} is missing`);
            if (may) told++;
            else kept++;
          }
          if (kind !== 'codes')
            for (const [pattern, ...items] of telling)
              if (!mayRead(choice, items as string[]) || !opens)
                assert.ok(!pattern.test(output), `${kind}: ${pattern.source} to ${agency}`);
          // What was written beside the steps: in the record of this desk, or nowhere.
          for (const [word] of output.matchAll(/(書き添え|伝言|次)[甲乙丙丁戊己庚]/g)) assert.ok(record.includes(word), `${kind}: ${word}`);
        }
      }),
      { numRuns: 10_000 },
    );
    assert.ok(told > 100_000 && kept > 100_000, `${told} ${kept}`);
  });

  it('hold as much in the very bytes of an Excel file', async () => {
    const { sheet, words } = markedSheet();
    const { events } = await livedSheet();
    await fc.assert(
      fc.asyncProperty(choices, async (choice) => {
        const { agency, consents } = choice;
        const handed = handedTo({ sheet, events, consents }, agency, at);
        const json = JSON.stringify(handed);
        const files = unzipSync(new Uint8Array(await (await sheetToXlsx(handed)).arrayBuffer()));
        const bytes = Object.values(files)
          .map((file) => strFromU8(file))
          .join('\n');
        for (const [path, word] of words) assert.equal(bytes.includes(word), json.includes(word), path);
        assert.doesNotMatch(bytes, /<f>|creator|<a:|oleObject|externalLink/);
      }),
      { numRuns: 100 },
    );
  });

  it('of a 支援会議 or of advice without a name hold what these grounds let through', async () => {
    const { words } = markedSheet();
    const conference = markedSheet({ basis: conferenceBasis(['hospital'], ['worries', 'health']) }).sheet;
    const nameless = markedSheet({ basis: { kind: 'anonymous-advice', summary: '=認知症の親を介護する家族への支援' } }).sheet;
    const { consents } = await livedSheet();
    const inside = async (sheet: typeof conference, agency: string, kind: string): Promise<string[]> => {
      const output = (await outputs(handedTo({ sheet, events: [], consents }, agency, at), agency))[kind]!;
      return [...words].filter(([, word]) => output.includes(word)).map(([path]) => path);
    };
    const heading = [...words.keys()].filter((path) => needsOf(path)?.length === 0);
    for (const kind of ['text', 'csv', 'codes', 'fhir']) {
      const shown = (paths: string[]): string[] => paths.filter((path) => !heading.includes(path));
      assert.deepEqual(shown(await inside(conference, 'hospital', kind)), ['/household/members/0/health']);
      assert.deepEqual(shown(await inside(conference, 'school', kind)), []);
      assert.deepEqual(shown(await inside(nameless, 'coordinator-desk', kind)), []);
    }
    const output = await outputs(handedTo({ sheet: nameless, events: [] }, 'coordinator-desk', at), 'coordinator-desk');
    for (const kind of ['text', 'csv', 'codes', 'fhir']) assert.match(output[kind]!, /認知症の親を介護する家族への支援/);
    assert.doesNotMatch(output.fhir!, /"Consent"|"Patient"/);
  });
});
