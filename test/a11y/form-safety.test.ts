/** Where the lines that answer now appear: seen by somebody who types low on the page of a phone, without taking the focus. */
import { expect } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import { line, next, part, parts, shadow, tick, type, write } from '../consultation-form/form.js';
import { until } from '../core/page.js';
import { atWorry, looked, panel } from '../consultation-form/at-worry.js';

describe('a line that answers now, on a phone', () => {
  before(() => setViewport({ width: 375, height: 667 }));
  after(() => setViewport({ width: 800, height: 600 }));
  const box = (element: Element | null | undefined): DOMRect => element!.getBoundingClientRect();

  it('stands right under the words that somebody is writing, moves nothing above, and is brought into sight', async () => {
    const form = await atWorry();
    const field = line(form, 'words');
    field.focus();
    // Low on the page: what comes after the field is hidden under the bar.
    window.scrollBy(0, box(field).bottom - box(part(form, 'exit')).top + 4);
    const above = box(field).top - box(part(form, 'question')).top;
    await type(form, 'words', 'もう死にたい');
    const lines = await panel(form);
    expect(part(form, 'exit')!.classList.contains('up')).to.equal(false);
    await until(() => box(lines.querySelector('h3')).bottom <= box(part(form, 'exit')).top, 'the heading to be seen');
    expect(box(lines).top - box(field).bottom).to.be.within(0, 24);
    expect(box(field).top - box(part(form, 'question')).top).to.equal(above);
    expect(box(field).top).to.be.at.least(0);
    expect(shadow(form).activeElement).to.equal(field);
  });

  it('stands under the worry that was marked; a danger in the words has its own lines under them, none twice', async () => {
    const form = await atWorry();
    await tick(form, 'topics', 'dv-abuse');
    const marked = await panel(form);
    expect(marked.closest('[part=question]')!.id).to.equal('question-topics');
    await write(form, 'words', '夫に殴られています');
    await looked(form);
    expect(parts(form, 'safety')).to.deep.equal([marked]);
    await write(form, 'words', '夫に殴られています。もう死にたい');
    const second = await until(() => parts(form, 'safety')[1], 'the second panel');
    expect(second.closest('[part=question]')!.id).to.equal('question-words');
    const numbers = [...shadow(form).querySelectorAll('[part=safety] a')].map((link) => link.getAttribute('href'));
    expect(new Set(numbers).size).to.equal(numbers.length);
    expect(shadow(form).querySelectorAll('[id^=safety]').length).to.equal(2);
    await next(form);
    expect(parts(form, 'safety')).to.have.length(1);
    expect(box(part(form, 'safety')).top).to.be.greaterThan(box(shadow(form).querySelector('.page-title')).top);
  });
});
