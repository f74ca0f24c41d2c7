/** Several scripts on one page: a class alone registers nothing, and a second copy of the library does no harm. */
import { expect } from '@open-wc/testing';

const tags = [
  'tsunagu-directory',
  'tsunagu-window-finder',
  'tsunagu-consultation-form',
  'tsunagu-consent-dialog',
  'tsunagu-referral-sheet',
];
const load = (address: string): Promise<unknown> => import(address);

describe('registering', () => {
  const warn = console.warn;
  let warnings: string[];

  beforeEach(() => {
    warnings = [];
    console.warn = (...parts: unknown[]) => warnings.push(parts.join(' '));
  });
  afterEach(() => {
    console.warn = warn;
  });
  const ours = (): string[] => warnings.filter((text) => text.includes('<tsunagu-'));

  it('is left to the define files; then a second copy is silent, and another version warns once', async () => {
    await import('@tsunagu/core');
    await import('@tsunagu/window-finder');
    await import('@tsunagu/consultation-form');
    await import('@tsunagu/consent-dialog');
    await import('@tsunagu/referral-sheet');
    for (const tag of tags) expect(customElements.get(tag), `${tag} before define`).to.equal(undefined);

    await import('@tsunagu/core/define');
    await import('@tsunagu/window-finder/define');
    await import('@tsunagu/consultation-form/define');
    await import('@tsunagu/consent-dialog/define');
    await import('@tsunagu/referral-sheet/define');
    const first = tags.map((tag) => customElements.get(tag));
    for (const element of first) expect(element).to.be.a('function');
    const { version } = first[0] as CustomElementConstructor & { version: string };

    await load(`/__copy__/${version}.js`);
    expect(ours()).to.deep.equal([]);

    await load('/__copy__/99.0.0.js');
    expect(ours()).to.have.length(tags.length);
    for (const text of ours()) {
      expect(text).to.contain(version);
      expect(text).to.contain('99.0.0');
    }
    expect(tags.map((tag) => customElements.get(tag))).to.deep.equal(first);
  });
});
