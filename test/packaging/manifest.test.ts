/** The custom-elements manifest is the contract on paper: what it names is in the source, and what the source has is in it. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { filesUnder } from '../../scripts/files.mjs';
import { analyze, elementsIn } from '../../scripts/manifest.mjs';
import { elementPackages } from '../../scripts/workspaces.mjs';

interface Named {
  name: string;
  description?: string;
}
interface Element extends Named {
  tagName: string;
  slots?: Named[];
  cssParts?: Named[];
  cssProperties?: Named[];
  events?: (Named & { type?: { text: string } })[];
  attributes?: (Named & { fieldName?: string })[];
  members?: (Named & { kind: string; static?: boolean })[];
}

const read = (folder: string, within = 'src'): string =>
  filesUnder(join(folder, within), (path) => path.endsWith('.ts'))
    .map((path) => readFileSync(path, 'utf8').replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, ''))
    .join('\n');

const every = (text: string, pattern: RegExp): Set<string> => new Set([...text.matchAll(pattern)].map(([, value]) => value ?? ''));
const sorted = (values: Iterable<string>): string[] => [...new Set(values)].sort();
const names = (list: readonly Named[] = []): string[] => sorted(list.map(({ name }) => name));

/** Static names in `part="a b"`, and every string a `part=${…}` may choose. */
function partsIn(source: string): string[] {
  const fixed = [...every(source, /\spart="([^"$]*)"/g)].flatMap((value) => value.split(/\s+/)).filter(Boolean);
  const chosen = [...every(source, /\spart=(?:"[^"]*)?\$\{([^}]*)\}/g)].flatMap((code) => [...every(code, /'([\w -]+)'/g)]);
  return sorted([...fixed, ...chosen.flatMap((value) => value.split(' '))]);
}

const slotsIn = (source: string): string[] =>
  sorted([...source.matchAll(/<slot\b([^>]*)>/g)].map(([, attributes]) => /\bname="([^"]*)"/.exec(attributes ?? '')?.[1] ?? ''));
const propertiesIn = (source: string): Set<string> => every(source, /var\(\s*(--tsunagu-[\w-]+)/g);
const eventsIn = (source: string): string[] => sorted(every(source, /(?:super|new (?:Custom)?Event)\(\s*'(tsunagu-[\w-]+)'/g));

const packages = await Promise.all(
  elementPackages()
    .filter(({ manifest }) => manifest.name !== '@tsunagu/all')
    .map(async ({ dir, manifest }) => ({
      name: manifest.name as string,
      dir,
      source: read(dir),
      elements: elementsIn(await analyze(dir)) as unknown as Element[],
      declared: manifest as Record<string, unknown>,
    })),
);
const coreEvents = eventsIn(read('packages/core'));
const coreProperties = propertiesIn(read('packages/core'));

/** What elements render with core's help is theirs, not that of core's own element. */
const common = read('packages/core', 'src/common');
const rendered = (name: string, source: string): string =>
  name === '@tsunagu/core' ? source.replace(common, '') : source.includes('languageSwitch') ? source + common : source;

describe('custom-elements manifest', () => {
  for (const { name, source, elements, declared } of packages) {
    const all = <T>(pick: (element: Element) => T[] | undefined): T[] => elements.flatMap((element) => pick(element) ?? []);

    it(`${name}: has an element, and ships its manifest`, () => {
      assert.ok(elements.length > 0);
      assert.equal(declared.customElements, 'custom-elements.json');
      assert.ok((declared.files as string[]).includes('custom-elements.json'));
      assert.ok('./custom-elements.json' in (declared.exports as object));
      for (const { tagName } of elements) assert.match(tagName, /^tsunagu-/);
    });

    it(`${name}: slots are those rendered`, () => {
      assert.deepEqual(names(all(({ slots }) => slots)), slotsIn(source));
    });

    it(`${name}: parts are those rendered`, () => {
      assert.deepEqual(names(all(({ cssParts }) => cssParts)), partsIn(rendered(name, source)));
    });

    it(`${name}: custom properties are those used`, () => {
      const documented = names(all(({ cssProperties }) => cssProperties));
      const own = [...propertiesIn(source)];
      if (name === '@tsunagu/core') {
        // The directory draws nothing; the shared styles are documented by the elements that wear them.
        assert.deepEqual(documented, []);
        return;
      }
      assert.deepEqual(
        own.filter((property) => !documented.includes(property)),
        [],
        'used and not documented',
      );
      const usable = new Set([...own, ...coreProperties]);
      assert.deepEqual(
        documented.filter((property) => !usable.has(property)),
        [],
        'documented and not used',
      );
    });

    it(`${name}: events are those dispatched`, () => {
      const documented = names(all(({ events }) => events));
      const dispatched = eventsIn(source);
      assert.deepEqual(
        dispatched.filter((event) => !documented.includes(event)),
        [],
        'dispatched and not documented',
      );
      const possible = new Set([...dispatched, ...coreEvents]);
      assert.deepEqual(
        documented.filter((event) => !possible.has(event)),
        [],
        'documented and not dispatched',
      );
      for (const { name: event, type } of all(({ events }) => events)) assert.match(type?.text ?? '', /Event$/, `${event} has no type`);
    });

    it(`${name}: everything has a description`, () => {
      const described = [
        ...all(({ slots }) => slots),
        ...all(({ cssParts }) => cssParts),
        ...all(({ cssProperties }) => cssProperties),
        ...all(({ events }) => events),
        ...all(({ attributes }) => attributes),
        ...all(({ members }) => members?.filter((member) => !member.static)),
      ];
      assert.deepEqual(names(described.filter(({ description }) => !description)), []);
      for (const element of elements) assert.ok(element.description, element.tagName);
    });
  }
});
