/** `layout="page"`: every question at once, for who would rather see it all. */
import { expect, html } from '@open-wc/testing';
import type { ConsultationForm } from '@tsunagu/consultation-form';
import { isSeen } from '../core/page.js';
import { back, focused, line, next, part, press, questions, said, shadow, show, title, titles, tuesday, write } from './form.js';

const formOf = (): Promise<ConsultationForm> => show(html`<tsunagu-consultation-form at=${tuesday}></tsunagu-consultation-form>`);

describe('all on one page', () => {
  const single = (): Promise<ConsultationForm> =>
    show(html`<tsunagu-consultation-form layout="page" at=${tuesday}></tsunagu-consultation-form>`);

  it('asks everything at once, then shows everything', async () => {
    const form = await single();
    expect(questions(form)).to.include.members(['who', 'topics', 'words', 'mode', 'needs', 'town', 'household']);
    expect([...shadow(form).querySelectorAll('h3')].filter(isSeen).map(said)).to.deep.equal([
      titles.who,
      titles.worry,
      titles.reply,
      titles.more,
    ]);
    await next(form);
    expect(focused(form)).to.equal(part(form, 'summary'));
    await write(form, 'words', '話を聞いてほしい');
    await next(form);
    expect(title(form)).to.equal(titles.check);
    await back(form);
    expect(line(form, 'words').value).to.equal('話を聞いてほしい');
    await next(form);
    await press(form, shadow(form).querySelector('[aria-label*="あなたのことば"]'));
    await form.updateComplete;
    expect(focused(form)).to.equal(line(form, 'words'));
  });

  it('and step by step may be exchanged while somebody writes', async () => {
    const form = await formOf();
    await next(form);
    await write(form, 'words', '話を聞いてほしい');
    await next(form);
    form.layout = 'page';
    await form.updateComplete;
    expect(line(form, 'words').value).to.equal('話を聞いてほしい');
    await next(form);
    expect(title(form)).to.equal(titles.check);
    form.layout = 'steps';
    await form.updateComplete;
    expect(title(form)).to.equal(titles.check);
    await back(form);
    expect(title(form)).to.equal(titles.more);
  });
});
