import { expect, fixture, html } from '@open-wc/testing';
import { say, sayAll } from '@tsunagu/core';
import { render } from 'lit';
import { translate } from './page.js';

describe('say', () => {
  let box: HTMLElement;
  const draw = (text: string, furigana?: boolean): HTMLElement => {
    render(html`<p ${say(text, furigana)}></p>`, box);
    return box.querySelector('p')!;
  };
  beforeEach(async () => (box = await fixture<HTMLElement>(html`<div></div>`)));

  it('writes readings as ruby, with brackets for whoever cannot show it', () => {
    const p = draw('この 窓口《まどぐち》へ');
    expect([...p.querySelectorAll('ruby')].map((ruby) => ruby.textContent)).to.deep.equal(['窓口（まどぐち）']);
    expect(p.querySelector('rt')!.textContent).to.equal('まどぐち');
    expect(p.textContent).to.equal('この 窓口（まどぐち）へ');
  });

  it('leaves readings out when furigana is off, and puts them back', () => {
    expect(draw('窓口《まどぐち》', false).textContent).to.equal('窓口');
    expect(draw('窓口《まどぐち》', true).querySelectorAll('ruby')).to.have.length(1);
    expect(draw('窓口《まどぐち》', false).querySelectorAll('ruby')).to.have.length(0);
  });

  it('never makes elements out of text', () => {
    const hostile = '<img src=x onerror="window.ran = true">';
    const p = draw(`${hostile}｜${hostile.replaceAll(' ', '')}《${hostile}》`);
    expect(p.querySelector('img')).to.equal(null);
    expect(p.textContent).to.contain(hostile);
    expect(draw(hostile).children).to.have.length(0);
  });

  it('shows the next value after a translator has wrapped the text', () => {
    const p = draw('3件の窓口があります');
    translate(p);
    expect(p.textContent).to.equal('«3件の窓口があります»');
    draw('2件の窓口があります');
    expect(p.textContent).to.equal('2件の窓口があります');
    translate(p);
    draw('窓口《まどぐち》');
    expect(p.textContent).to.equal('窓口（まどぐち）');
    translate(p);
    draw('');
    expect(p.textContent).to.equal('');
  });

  it('does not write what has not changed: neither a translation nor a selection is lost', () => {
    const p = draw('窓口《まどぐち》');
    translate(p);
    const before = [...p.childNodes];
    draw('窓口《まどぐち》');
    expect([...p.childNodes]).to.deep.equal(before);
  });

  it('tells the developer where it belongs', () => {
    expect(() => render(html`<p>${say('x')}</p>`, box)).to.throw(/on an element/);
  });
});

describe('sayAll', () => {
  let box: HTMLElement;
  const draw = (texts: readonly string[], furigana = true): HTMLElement[] => {
    render(
      html`<div ${sayAll(texts, furigana)}>
        <p data-say></p>
        <p>always here</p>
        <p><b data-say></b></p>
      </div>`,
      box,
    );
    return [...box.querySelectorAll<HTMLElement>('[data-say]')];
  };
  const shown = (places: readonly HTMLElement[]): (string | null)[] => places.map((place) => (place.hidden ? null : place.textContent));
  beforeEach(async () => (box = await fixture<HTMLElement>(html`<div></div>`)));

  it('writes each text into its element, and hides an element without one', () => {
    expect(shown(draw(['あけび', '']))).to.deep.equal(['あけび', null]);
    expect(shown(draw(['', 'かざぐるま']))).to.deep.equal([null, 'かざぐるま']);
    expect(shown(draw(['あけび', 'かざぐるま']))).to.deep.equal(['あけび', 'かざぐるま']);
    expect(box.textContent?.trim().split(/\s+/)).to.deep.equal(['あけび', 'always', 'here', 'かざぐるま']);
  });

  it('writes readings, leaves them out and puts them back', () => {
    const places = draw(['窓口《まどぐち》', '相談《そうだん》']);
    expect(shown(places)).to.deep.equal(['窓口（まどぐち）', '相談（そうだん）']);
    expect(shown(draw(['窓口《まどぐち》', '相談《そうだん》'], false))).to.deep.equal(['窓口', '相談']);
    expect(shown(draw(['窓口《まどぐち》', 'あけび']))).to.deep.equal(['窓口（まどぐち）', 'あけび']);
    expect(box.querySelectorAll('ruby')).to.have.length(1);
  });

  it('shows the next value after a translator has wrapped the text, and leaves the others translated', () => {
    const places = draw(['開いています', 'あけび']);
    for (const place of places) translate(place);
    expect(shown(draw(['閉まっています', 'あけび']))).to.deep.equal(['閉まっています', '«あけび»']);
  });

  it('never makes elements out of text', () => {
    draw(['<img src=x>', 'あけび']);
    draw(['<b>', '<img src=x>']);
    expect(box.querySelector('img')).to.equal(null);
  });
});
