/** Three languages: what is written stays whichever is read. */
import { expect, fixture, html } from '@open-wc/testing';
import type { ConsultationForm } from '@tsunagu/consultation-form';
import { mihon } from '../../stories/cities.js';
import { until } from '../core/page.js';
import {
  choice,
  has,
  line,
  next,
  part,
  parts,
  press,
  said,
  sendAway,
  shadow,
  show,
  tick,
  title,
  titles,
  tuesday,
  type,
  write,
} from './form.js';

const button = (form: ConsultationForm, name: string): HTMLElement => parts(form, 'language').find((each) => said(each).includes(name))!;
const heading = (form: ConsultationForm): string => said(shadow(form).querySelector('h2'));
const speaks = (form: ConsultationForm, pressed: string): Promise<unknown> =>
  until(() => said(shadow(form).querySelector('[part=language][aria-pressed=true]')).includes(pressed), pressed);

describe('languages', () => {
  it('are chosen by the person; answers, step, half-typed words and problems stay', async () => {
    const form = await show(
      html`<tsunagu-consultation-form .directory=${mihon} window-id="kurashi" at=${tuesday}></tsunagu-consultation-form>`,
    );
    await tick(form, 'who', 'family');
    await next(form);
    await tick(form, 'topics', 'debt');
    await type(form, 'words', '家賃が');
    for (const [name, pressed, text] of [
      ['English', 'English', 'Optional'],
      ['やさしい', 'やさしい', 'どんな'],
      ['日本語', '日本語', titles.worry],
    ] as const) {
      await press(form, button(form, name));
      await speaks(form, pressed);
      expect(line(form, 'words').value, name).to.equal('家賃が');
      expect(choice(form, 'topics', 'debt').checked, name).to.equal(true);
      expect(said(shadow(form)).toLowerCase(), name).to.contain(text.toLowerCase());
    }
    expect(title(form)).to.equal(titles.worry);
    await next(form);
    await tick(form, 'mode', 'nickname');
    await tick(form, 'ways', 'phone');
    await next(form);
    const japanese = said(part(form, 'summary'));
    await press(form, button(form, 'English'));
    await speaks(form, 'English');
    expect(said(part(form, 'summary'))).not.to.match(/[ぁ-ん]/);
    await press(form, button(form, '日本語'));
    await speaks(form, '日本語');
    expect(said(part(form, 'summary'))).to.equal(japanese);
  });

  it('follow the page’s, unless the person has chosen; what was read is told to the desk', async () => {
    const box = await fixture<HTMLElement>(
      html`<div lang="en"><tsunagu-consultation-form at=${tuesday}></tsunagu-consultation-form></div>`,
    );
    const form = box.querySelector('tsunagu-consultation-form')!;
    await speaks(form, 'English');
    box.lang = 'ja-x-easy';
    await speaks(form, 'やさしい');
    await press(form, button(form, '日本語'));
    await speaks(form, '日本語');
    box.lang = 'en';
    await form.updateComplete;
    expect(heading(form)).to.equal('ここから相談できます');
    await next(form);
    await write(form, 'words', '話を聞いてほしい');
    expect((await sendAway(form)).consultation!.language).to.equal('ja');
  });

  it('the desk has its name in Japanese whatever was read', async () => {
    const form = await show(
      html`<tsunagu-consultation-form lang="en" .directory=${mihon} window-id="kurashi" at=${tuesday}></tsunagu-consultation-form>`,
    );
    await speaks(form, 'English');
    const desk = await until(() => part(form, 'desk'), 'the desk');
    expect(said(desk)).to.match(/[A-Za-z]{5}/);
    await next(form);
    await write(form, 'words', 'Help');
    const value = form.value!;
    expect([value.language, value.window!.name]).to.deep.equal([
      'en',
      (mihon.windows.find(({ id }) => id === 'kurashi')!.name as { ja: string }).ja,
    ]);
  });

  it('furigana stands above every kanji of やさしい日本語, can be put away, and is in no name for a screen reader', async () => {
    const form = await show(
      html`<tsunagu-consultation-form lang="ja-x-easy" topics="debt housing" at=${tuesday}></tsunagu-consultation-form>`,
    );
    await speaks(form, 'やさしい');
    await next(form);
    /** Kanji of the page itself that stand outside `<ruby>`. */
    const bare = (): string =>
      [...shadow(form).querySelectorAll('.form *')]
        .filter((element) => !element.closest('ruby, [hidden]'))
        .flatMap((element) => [...element.childNodes])
        .filter((node): node is Text => node instanceof Text)
        .map(({ data }) => data.trim())
        .filter((text) => /[㐀-鿿]/.test(text))
        .join();
    expect(shadow(form).querySelectorAll('ruby').length).to.be.greaterThan(10);
    expect(bare()).to.equal('');
    for (const named of shadow(form).querySelectorAll('[aria-label]')) expect(named.getAttribute('aria-label')).not.to.contain('《');
    await write(form, 'words', '家賃');
    shadow(form).querySelector<HTMLElement>('.languages input')!.click();
    await form.updateComplete;
    expect(shadow(form).querySelector('ruby')).to.equal(null);
    expect(said(shadow(form))).not.to.contain('《');
    expect(line(form, 'words').value).to.equal('家賃');
  });

  it('the one that was chosen comes back with a draft; without a choice the page’s counts', async () => {
    const kept = html`<tsunagu-consultation-form id="spoken" draft="tab" at=${tuesday}></tsunagu-consultation-form>`;
    const again = async (): Promise<ConsultationForm> => {
      document.querySelector('#spoken')?.remove();
      return show(kept);
    };
    sessionStorage.clear();
    try {
      const first = await again();
      await next(first);
      await write(first, 'words', '家賃が払えない');
      await until(() => JSON.stringify(sessionStorage).includes('家賃'), 'the draft to be kept');
      const second = await again();
      await until(() => line(second, 'words')?.value === '家賃が払えない', 'the draft');
      expect(said(part(second, 'next'))).to.contain('次へ');
      await press(second, button(second, 'English'));
      await speaks(second, 'English');
      const third = await again();
      await speaks(third, 'English');
      expect(line(third, 'words').value).to.equal('家賃が払えない');
      expect(third.value!.language).to.equal('en');
    } finally {
      sessionStorage.clear();
    }
  });

  it('a language that cannot be had leaves the one that is there', async () => {
    const form = await show(html`<tsunagu-consultation-form lang="tlh" at=${tuesday}></tsunagu-consultation-form>`);
    expect(heading(form)).to.equal('ここから相談できます');
    form.languages = 'ja';
    await form.updateComplete;
    expect(has(form, 'language')).to.equal(false);
  });
});
