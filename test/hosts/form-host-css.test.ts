/** Whatever the page's style sheet does, the form looks as it does on an empty page. */
import { expect } from '@open-wc/testing';
import type { ConsultationForm } from '@tsunagu/consultation-form';
import '@tsunagu/consultation-form/define';
import { ikoma } from '../../stories/cities.js';
import { written } from '../../stories/consultation-form/form.js';
import { hostSheets } from '../../stories/embedding/host-css.js';

const watched = [
  '.base',
  'h2',
  'h3',
  '[part=language]',
  '[part=desk]',
  '[part=phone]',
  'legend',
  'label',
  '.choice',
  '[part=choice]',
  'input[type=text]',
  'textarea',
  'select',
  '.tag',
  '.note',
  '[part=next]',
  '[part=exit]',
  '[part=exit-button]',
];
const properties = [
  'color', 'background-color', 'font-size', 'font-family', 'font-weight', 'font-style', 'line-height', 'letter-spacing', 'word-spacing',
  'text-align', 'text-transform', 'text-indent', 'text-shadow', 'text-decoration-line', 'white-space', 'display', 'position', 'padding', 'border', 'width', 'height',
] as const; // prettier-ignore

async function mount(): Promise<{ place: HTMLElement; form: ConsultationForm }> {
  const place = document.createElement('section');
  place.style.cssText = 'width: 600px !important; display: block !important';
  const form = document.createElement('tsunagu-consultation-form');
  Object.assign(form, { directory: ikoma, at: '2026-11-24T10:00', layout: 'page', value: written });
  place.append(form);
  document.body.append(place);
  while (!form.shadowRoot?.querySelector('[part=desk]')) await new Promise((resolve) => requestAnimationFrame(resolve));
  return { place, form };
}

const look = (form: ConsultationForm): string[] =>
  watched.flatMap((selector) => {
    const element = form.shadowRoot!.querySelector(selector)!;
    expect(element, selector).to.exist;
    const style = getComputedStyle(element);
    const box = element.getBoundingClientRect();
    return properties.map((name) => {
      const value = name === 'width' || name === 'height' ? String(Math.round(box[name])) : style.getPropertyValue(name);
      return `${selector} ${name}: ${value}`;
    });
  });

describe('host style sheets and the form', () => {
  const sheet = new CSSStyleSheet();
  let place: HTMLElement;
  let form: ConsultationForm;

  before(async () => {
    ({ place, form } = await mount());
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  });
  after(() => {
    place.remove();
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((each) => each !== sheet);
  });
  afterEach(() => sheet.replaceSync(''));

  for (const [name, css] of [['html at 62.5 %', ''], ...Object.entries(hostSheets)])
    it(`${name}: nothing looks different`, () => {
      const before = look(form);
      sheet.replaceSync(`html { font-size: 62.5%; } ${css}`);
      const after = look(form);
      const changed = before.flatMap((each, index) => (each === after[index] ? [] : [`${each} → ${after[index]}`]));
      expect(changed, changed.join('\n')).to.be.empty;
    });

  it('hide the form when the page hides it, the way out with it', () => {
    sheet.replaceSync('tsunagu-consultation-form { display: none; }');
    expect(form.shadowRoot!.querySelector('[part=exit]')!.getClientRects()).to.have.length(0);
    sheet.replaceSync('');
    form.hidden = true;
    expect(getComputedStyle(form).display).to.equal('none');
    form.hidden = false;
  });
});
