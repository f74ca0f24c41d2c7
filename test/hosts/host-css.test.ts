/** Whatever the page's style sheet does, the finder looks as it does on an empty page. */
import { expect } from '@open-wc/testing';
import type { WindowFinder } from '@tsunagu/window-finder';
import '@tsunagu/window-finder/define';
import { ikoma } from '../../stories/cities.js';
import { hostSheets, type HostSheet } from '../../stories/embedding/host-css.js';

const watched = [
  '.finder',
  'h2',
  'input[type=search]',
  'label',
  '[part=topic]',
  '[part=open-now]',
  'summary',
  '[part=count]',
  '[part=card]',
  '[part=name]',
  '[part=state]',
  '[part=phone]',
  '[part=details-button]',
  '[part=hours]',
  '[part=hours] td',
  'dt',
  '[part=fallback]',
];
const properties = [
  'color', 'background-color', 'font-size', 'font-family', 'font-weight', 'font-style', 'font-variant', 'line-height', 'letter-spacing', 'word-spacing',
  'text-align', 'text-transform', 'text-indent', 'text-shadow', 'text-decoration-line', 'white-space', 'list-style-type', 'display', 'padding', 'border', 'width', 'height',
] as const; // prettier-ignore

type Look = Record<string, Record<string, string>>;

async function mount(): Promise<{ place: HTMLElement; finder: WindowFinder }> {
  const place = document.createElement('section');
  place.style.cssText = 'width: 600px !important; display: block !important';
  const finder = document.createElement('tsunagu-window-finder');
  finder.directory = ikoma;
  finder.query = '東生駒';
  finder.at = '2026-11-24T10:00';
  place.append(finder);
  document.body.append(place);
  while (!finder.shadowRoot?.querySelector('[part=details-button]')) await new Promise((resolve) => requestAnimationFrame(resolve));
  finder.shadowRoot.querySelector<HTMLElement>('[part=details-button]')!.click();
  await finder.updateComplete;
  return { place, finder };
}

function look(finder: WindowFinder): Look {
  return Object.fromEntries(
    watched.map((selector) => {
      const element = finder.shadowRoot!.querySelector(selector)!;
      expect(element, selector).to.exist;
      const style = getComputedStyle(element);
      const box = element.getBoundingClientRect();
      const values = properties.map((name) => [
        name,
        name === 'width' || name === 'height' ? String(Math.round(box[name])) : style.getPropertyValue(name),
      ]);
      return [selector, Object.fromEntries(values) as Record<string, string>];
    }),
  );
}

/** Only what differs, so that a failure names it. */
function difference(before: Look, after: Look): string[] {
  return watched.flatMap((selector) =>
    properties
      .filter((name) => before[selector]![name] !== after[selector]![name])
      .map((name) => `${selector} ${name}: ${before[selector]![name]} → ${after[selector]![name]}`),
  );
}

describe('host style sheets', () => {
  const sheet = new CSSStyleSheet();
  let place: HTMLElement;
  let finder: WindowFinder;

  before(async () => ({ place, finder } = await mount()));
  after(() => place.remove());
  beforeEach(() => (document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet]));
  afterEach(() => {
    sheet.replaceSync('');
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((each) => each !== sheet);
  });

  const rules: [string, string][] = [
    ['html at 62.5 %', 'html { font-size: 62.5%; }'],
    ...Object.entries(hostSheets).map(([name, css]): [string, string] => [
      `${name as HostSheet} page`,
      `html { font-size: 62.5%; } ${css}`,
    ]),
  ];
  for (const [name, css] of rules)
    it(`${name}: nothing looks different`, () => {
      const before = look(finder);
      sheet.replaceSync(css);
      const changed = difference(before, look(finder));
      expect(changed, changed.join('\n')).to.be.empty;
    });

  it('leave the finder hidden when the page hides it', () => {
    sheet.replaceSync('tsunagu-window-finder { display: none; }');
    expect(getComputedStyle(finder).display).to.equal('none');
    sheet.replaceSync('section { visibility: hidden; }');
    expect(getComputedStyle(finder.shadowRoot!.querySelector('[part=phone]')!).visibility).to.equal('hidden');
    sheet.replaceSync('');
    finder.hidden = true;
    expect(getComputedStyle(finder).display).to.equal('none');
    finder.hidden = false;
  });

  it('are not touched by the finder’s own', () => {
    const outside = document.createElement('div');
    outside.className = 'card phone state button';
    document.body.append(outside);
    const plain = document.createElement('div');
    document.body.append(plain);
    for (const name of properties)
      expect(getComputedStyle(outside).getPropertyValue(name), name).to.equal(getComputedStyle(plain).getPropertyValue(name));
    outside.remove();
    plain.remove();
  });
});
