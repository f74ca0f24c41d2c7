/** A browser's translator has put its own words into every text: filling and sending go on, and what changes is shown. */
import { expect, html } from '@open-wc/testing';
import type { ConsultationForm } from '@tsunagu/consultation-form';
import { mihon } from '../../stories/cities.js';
import { translate, until, watchPage } from '../core/page.js';
import {
  back,
  goTo,
  has,
  line,
  next,
  part,
  problem,
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
  answers,
  press,
} from './form.js';

const shownHere = (form: ConsultationForm): string => said(shadow(form));
/** As Chrome does: all that is there, again after each change. */
const english = (form: ConsultationForm): void => translate(shadow(form), (text) => `«${text.trim()}»`);

describe('with every text translated', () => {
  it('at every step, one fills it in, is told what to look at again, and sends it', async () => {
    const watch = watchPage();
    const form = await show(
      html`<tsunagu-consultation-form .directory=${mihon} window-id="kurashi" at=${tuesday}></tsunagu-consultation-form>`,
    );
    await until(() => part(form, 'desk'), 'the desk');
    english(form);
    expect(title(form)).to.equal(`«${titles.who}»`);
    await tick(form, 'who', 'family');
    english(form);
    await write(form, 'relation', '母');
    await next(form);
    expect(title(form), 'the new title, not the old translation').to.equal(titles.worry);
    english(form);

    await next(form);
    expect(said(part(form, 'summary'))).to.contain('あと1か所、確かめてください');
    expect(problem(form, 'topics')).to.equal('1つ選ぶか、ひとことだけ書いてください。');
    english(form);
    const left = (): string => said(shadow(form).querySelector('#question-words [role=status]'));
    await type(form, 'words', 'あ'.repeat(4990));
    expect(left()).to.equal('あと10文字書けます');
    english(form);
    await type(form, 'words', 'あ'.repeat(4991));
    expect(left()).to.equal('あと9文字書けます');
    english(form);
    await write(form, 'words', '死にたいです');
    expect(left()).to.equal('');
    expect(has(form, 'summary'), 'mended').to.equal(false);
    await until(() => part(form, 'safety'), 'the lines');
    english(form);
    for (const topic of ['care', 'income']) await tick(form, 'topics', topic);
    english(form);
    await tick(form, 'mainTopic', 'income');
    await press(form, part(form, 'safety')!.querySelector('button'));
    await next(form);
    english(form);

    await tick(form, 'mode', 'nickname');
    await tick(form, 'ways', 'phone');
    english(form);
    await write(form, 'phone', '74-1111');
    await next(form);
    expect(said(part(form, 'summary'))).to.contain('市外局番');
    english(form);
    await write(form, 'phone', '0743-74-1111');
    await next(form);
    english(form);
    await press(form, shadow(form).querySelector('#question-household .button'));
    english(form);
    await press(form, shadow(form).querySelector('.member button'));
    await next(form);
    expect(answers(form)).to.deep.include({ その人との関係: '母', 電話番号: '0743-74-1111' });
    english(form);
    await back(form);
    await back(form);
    expect(line(form, 'phone').value).to.equal('0743-74-1111');
    english(form);
    await next(form);
    await next(form);
    english(form);

    form.addEventListener('tsunagu-consultation-submit', (event) => event.preventDefault(), { once: true });
    const value = form.value!;
    await next(form);
    expect(shownHere(form)).to.contain('送っています');
    english(form);
    form.showFailed('server');
    await form.updateComplete;
    expect(shownHere(form)).to.contain('まだ送れていません').and.not.to.contain('送っています');
    english(form);
    form.addEventListener('tsunagu-consultation-submit', (event) => event.preventDefault(), { once: true });
    await press(form, part(form, 'failed')!.querySelector('button'));
    expect(shownHere(form)).to.contain('送っています').and.not.to.contain('まだ送れていません');
    english(form);
    form.showSent({ number: 'K7MF-3W9X', secret: 'Q2DH-8VNR-5TJC-Z4GP', receivedAt: '2026-11-24T01:00:00.000Z', replyBy: '2026-11-27' });
    await form.updateComplete;
    expect(title(form)).to.equal(titles.sent);
    expect(said(part(form, 'receipt')))
      .to.contain('K7MF-3W9X')
      .and.contain('11月27日（金）までに');
    watch.stop();
    expect(watch.thrown).to.deep.equal([]);
    expect(value).to.deep.include({
      about: { who: 'family', relation: '母' },
      topics: ['care', 'income'],
      mainTopic: 'income',
      words: '死にたいです',
      contact: { mode: 'nickname', ways: ['phone'], phone: '0743-74-1111' },
    });
  });

  it('the open state of the desk and the language of the form still follow', async () => {
    const form = await show(
      html`<tsunagu-consultation-form .directory=${mihon} window-id="kurashi" at=${tuesday}></tsunagu-consultation-form>`,
    );
    const state = (): string => said(shadow(form).querySelector('.state'));
    await until(state, 'the open state');
    english(form);
    form.at = '2026-11-24T23:00';
    await form.updateComplete;
    expect(state()).to.contain('次は 11月25日（水）').and.not.to.contain('«');
    english(form);
    for (const lang of ['en', 'ja-x-easy', 'ja']) {
      form.lang = lang;
      await until(() => !said(shadow(form).querySelector('.page-title')).includes('«'), lang);
      english(form);
    }
    await next(form);
    await write(form, 'words', '書ける');
    form.heading = '新しい見出し';
    await form.updateComplete;
    expect(said(shadow(form).querySelector('h2'))).to.equal('新しい見出し');
    expect((await sendAway(form)).consultation!.words).to.equal('書ける');
  });

  it('all on one page as well', async () => {
    const form = await show(html`<tsunagu-consultation-form layout="page" at=${tuesday}></tsunagu-consultation-form>`);
    english(form);
    for (const who of ['supporter', 'self', 'family']) {
      await tick(form, 'who', who);
      english(form);
    }
    await write(form, 'words', '書ける');
    await goTo(form, 'check');
    english(form);
    expect(answers(form)).to.not.be.empty;
    expect(form.value).to.deep.include({ about: { who: 'family' }, words: '書ける' });
  });
});
