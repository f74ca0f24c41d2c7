/** Words that call for somebody who answers now: a panel, no more. */
import { expect } from '@open-wc/testing';
import type { Directory } from '@tsunagu/schema/directory';
import { mihon } from '../../stories/cities.js';
import { until } from '../core/page.js';
import { goTo, has, line, part, press, said, sendAway, shadow, tick, title, titles, type, write } from './form.js';
import { atWorry, looked, panel } from './at-worry.js';

describe('a line that answers now', () => {
  for (const [words, number] of [
    ['もう死にたい', '0120-'],
    ['夫に殴られています', '#8008'],
    ['子どもをたたいてしまう', '189'],
    ['消えてしまいたいです', '0120-'],
  ] as const)
    it(`「${words}」 brings it, with a number to press, and the focus stays in the words`, async () => {
      const form = await atWorry();
      line(form, 'words').focus();
      await type(form, 'words', words);
      const lines = await panel(form);
      expect(shadow(form).activeElement).to.equal(line(form, 'words'));
      expect(line(form, 'words').value).to.equal(words);
      expect(said(lines)).to.contain('いますぐ話せるところがあります').and.contain(number);
      const links = [...lines.querySelectorAll<HTMLAnchorElement>('a[href^="tel:"]')];
      expect(links).not.to.be.empty;
      for (const link of links) expect(link.getAttribute('aria-label')).to.contain(said(link));
      expect(lines.parentElement!.getAttribute('role')).to.equal('status');
    });

  it('comes for a marked worry as well, and goes when it is taken back', async () => {
    const form = await atWorry();
    await tick(form, 'topics', 'dv-abuse');
    await panel(form);
    await tick(form, 'topics', 'dv-abuse');
    await until(() => !has(form, 'safety'), 'the panel to go');
  });

  it('puts 189 before 110 where somebody tells of their own child', async () => {
    const form = await atWorry();
    await write(form, 'words', '子どもをたたいてしまう');
    const numbers = [...(await panel(form)).querySelectorAll('.number')].map(said);
    expect(numbers[0]).to.equal('189');
    expect(numbers.at(-1)).to.equal('110');
  });

  it('does not come where nothing calls for it', async () => {
    const form = await atWorry();
    for (const words of ['介護のことで必死です', '借金があります', '家賃が払えない']) {
      await write(form, 'words', words);
      await looked(form);
      expect(has(form, 'safety'), words).to.equal(false);
    }
  });

  it('never blocks: one goes on beside it, and it stays with the person until the end', async () => {
    const form = await atWorry();
    await write(form, 'words', '死にたい');
    await panel(form);
    for (const page of ['reply', 'more', 'check'] as const) {
      await goTo(form, page);
      expect(has(form, 'safety'), page).to.equal(true);
    }
  });

  it('is not part of what is sent, nor of any event, nor of the page', async () => {
    const dispatched: string[] = [];
    const form = await atWorry();
    const { dispatchEvent } = EventTarget.prototype;
    EventTarget.prototype.dispatchEvent = function (event) {
      if (event instanceof CustomEvent) dispatched.push(event.type);
      return dispatchEvent.call(this, event);
    };
    try {
      await write(form, 'words', '死にたい');
      await panel(form);
    } finally {
      EventTarget.prototype.dispatchEvent = dispatchEvent;
    }
    expect(dispatched).to.deep.equal([]);
    const { body } = await sendAway(form);
    expect(body).to.have.property('consultation').that.deep.equals({ schemaVersion: '1.0', language: 'ja', words: '死にたい' });
    expect(Object.keys(body).sort()).to.deep.equal(['consultation', 'trap']);
    form.showSent();
    await form.updateComplete;
    expect(has(form, 'safety')).to.equal(false);
  });

  it('can be put away and stays away, until something else is named', async () => {
    const form = await atWorry();
    await write(form, 'words', '死にたい');
    await press(form, (await panel(form)).querySelector('button'));
    expect(has(form, 'safety')).to.equal(false);
    await write(form, 'words', 'やっぱり死にたい');
    await looked(form);
    expect(has(form, 'safety')).to.equal(false);
    expect(line(form, 'words').value).to.equal('やっぱり死にたい');
    await write(form, 'words', '死にたい。夫に殴られる');
    expect(said(await panel(form))).to.contain('#8008');
    expect(title(form)).to.equal(titles.worry);
  });

  it('is the city’s own where it has any', async () => {
    const own = {
      id: 'own',
      name: 'みほん市のいのちの電話',
      dangers: ['suicide'],
      channels: ['phone'],
      phones: [{ number: '0120-000-999' }],
    };
    const form = await atWorry({ ...mihon, emergencyLines: [own] } as Directory);
    await until(() => part(form, 'desk'), 'the desk');
    await write(form, 'words', '死にたい');
    expect(said(await panel(form)))
      .to.contain('みほん市のいのちの電話')
      .and.not.to.contain('よりそい');
  });
});
