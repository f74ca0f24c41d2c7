/** A desk's card: opening it, its hours, what must never be on it, on paper, and the button to choose it. */
import { expect, html } from '@open-wc/testing';
import type { ConsultationWindow, Directory } from '@tsunagu/schema/directory';
import type { WindowFinder } from '@tsunagu/window-finder';
import { sendKeys } from '@web/test-runner-commands';
import { ikoma, mihon } from '../../stories/cities.js';
import { isSeen, until } from '../core/page.js';
import { cards, part, parts, press, said, shadow, show, tuesday, type } from './finder.js';

const finderOf = (city: Directory = ikoma, at = tuesday): Promise<WindowFinder> =>
  show(html`<tsunagu-window-finder .directory=${city} at=${at}></tsunagu-window-finder>`);
const inCard = (card: HTMLElement, name: string): HTMLElement => card.querySelector<HTMLElement>(`[part=${name}]`)!;
const withDesk = (desk: Partial<ConsultationWindow>): Directory => ({
  ...ikoma,
  catchAll: ['one'],
  windows: [{ id: 'one', name: '見本の窓口', acceptsAll: true, ...desk }],
});
const open = async (finder: WindowFinder, card = cards(finder)[0]!): Promise<HTMLElement> => {
  await press(finder, inCard(card, 'details-button'));
  return inCard(card, 'details');
};
const row = (details: HTMLElement, label: string): string | undefined => {
  const term = [...details.querySelectorAll('dt')].find((each) => said(each) === label);
  return term && said(term.nextElementSibling);
};

describe('the details of a desk', () => {
  it('open and close from the keyboard; the button keeps the focus, and says what it opens and whether it is open', async () => {
    const finder = await finderOf();
    const button = inCard(cards(finder)[0]!, 'details-button');
    const details = shadow(finder).getElementById(button.getAttribute('aria-controls')!)!;
    expect(button.getAttribute('aria-expanded')).to.equal('false');
    expect(button.getAttribute('aria-label')).to.contain('生駒市役所庁内');
    expect(isSeen(details)).to.equal(false);
    button.focus();
    for (const [key, expanded] of [
      ['Enter', true],
      [' ', false],
      [' ', true],
    ] as const) {
      await sendKeys({ press: key });
      await finder.updateComplete;
      expect(button.getAttribute('aria-expanded')).to.equal(String(expanded));
      expect(isSeen(details)).to.equal(expanded);
      expect(shadow(finder).activeElement).to.equal(button);
    }
    expect(parts(finder, 'details').filter(isSeen), 'only this one').to.have.length(1);
  });

  it('stay open on the desk they belong to while the list changes', async () => {
    const finder = await finderOf();
    // A long list comes a few cards a frame.
    const card = await until(() => cards(finder).find((each) => said(inCard(each, 'name')).includes('あけび')), 'the card of あけび');
    await open(finder, card);
    await type(finder, 'かざぐるま');
    expect(parts(finder, 'details').filter(isSeen)).to.have.length(0);
    await type(finder, 'あけび');
    expect(said(cards(finder)[0]!.querySelector('[part=name]'))).to.contain('あけび');
    await until(() => isSeen(inCard(cards(finder)[0]!, 'details')), 'its details, open as they were');
  });

  it('hold everything the city printed', async () => {
    const finder = await finderOf();
    await type(finder, '阪奈中央');
    const details = await open(finder);
    expect(row(details, '電話'), 'its only number is on the button').to.equal(undefined);
    expect(row(details, 'FAX')).to.match(/^0743-\d\d-\d{4}$/);
    expect(row(details, '担当地域')).to.match(/[①-⑦]/);
    expect(row(details, '予約')).to.contain('予約');
    expect(row(details, '出典')).to.contain('生駒市');
    expect(said(details)).not.to.contain('別表の表記は'); // a doubt is for city staff
  });

  it('show the week as a table with today marked, and the phrase as printed', async () => {
    const finder = await finderOf(ikoma, '2026-11-28T10:00');
    await type(finder, '東生駒');
    const details = await open(finder);
    const table = details.querySelector('table')!;
    const rows = [...table.rows].map(said);
    expect(rows).to.have.length(7);
    expect(rows[0]).to.match(/^月 ?8:40～17:20$/);
    expect(rows[5]).to.match(/^土 ?今日 ?8:40～12:30$/);
    expect(rows[6]).to.match(/^日 ?休み$/);
    expect(table.caption!.textContent).to.equal('開所時間');
    const current = table.querySelectorAll('[aria-current]');
    expect(current).to.have.length(1);
    expect(current[0]!.getAttribute('aria-current')).to.equal('date');
    expect(current[0]).to.equal(table.rows[5]);
    expect(row(details, '開所時間'))
      .to.contain('月～金 8:40～17:20 土 8:40～12:30')
      .and.match(/祝日.*開いているかは、案内に書かれていません/);
  });

  it('say plainly what is not known', async () => {
    const finder = await finderOf(withDesk({}));
    expect(said(inCard(cards(finder)[0]!, 'state'))).to.equal('開所時間の情報がありません');
    expect(isSeen(inCard(cards(finder)[0]!, 'phone'))).to.equal(false);
    expect(said(cards(finder)[0])).to.contain('電話番号は、この一覧には載っていません');
    const details = await open(finder);
    expect([...details.querySelectorAll('dt')].map(said)).to.deep.equal(['開所時間', '予約', '出典']);
  });

  it('every number is somewhere: also one that only takes written messages', async () => {
    const finder = await finderOf(withDesk({ phones: [{ number: '0743-74-9999', kind: 'text' }] }));
    expect(isSeen(inCard(cards(finder)[0]!, 'phone'))).to.equal(false);
    expect(row(await open(finder), '電話')).to.equal('0743-74-9999');
  });

  it('links only lead where they say: tel:, mailto:, http(s):', async () => {
    const finder = await finderOf(
      withDesk({
        phones: [{ number: '#8008' }, { number: '0743-74-1111' }],
        email: 'a?subject=x&body=y@city.example.jp',
        url: 'https://city.example.jp/a',
      }),
    );
    const details = await open(finder);
    const links = [...details.querySelectorAll('a')].map((link) => link.getAttribute('href'));
    expect(links).to.deep.equal([
      'tel:%238008',
      'tel:0743-74-1111',
      'mailto:a%3Fsubject%3Dx%26body%3Dy@city.example.jp',
      'https://city.example.jp/a',
    ]);
  });
});

describe('a place that must not be known', () => {
  const secret = {
    address: '秘密町1-2-3', building: '秘密の建物', floor: '秘密の階', postalCode: '123-4567', mapKey: '秘Z', location: { lat: 34.5, lng: 135.5 },
  }; // prettier-ignore
  const secrets = ['秘密', '123-4567', '秘Z', '34.5', '135.5'];

  for (const visibility of ['withheld', 'area-only'] as const)
    for (const lang of ['ja', 'en'])
      it(`${visibility}, ${lang}: is nowhere in the element, and cannot be found out by searching`, async () => {
        const city = withDesk({ ...secret, addressVisibility: visibility, area: '生駒の北のほう' });
        city.windows.push({ id: 'two', name: 'べつの窓口', acceptsAll: true });
        const finder = await show(
          html`<tsunagu-window-finder .directory=${city} lang=${lang} at=${tuesday} selectable></tsunagu-window-finder>`,
        );
        await until(() => parts(finder, 'language').some((each) => each.lang === lang && each.ariaPressed === 'true'), 'the language');
        await open(finder);
        window.dispatchEvent(new Event('beforeprint'));
        const everything = shadow(finder).innerHTML;
        window.dispatchEvent(new Event('afterprint'));
        expect(secrets.filter((each) => everything.includes(each))).to.deep.equal([]);
        expect(everything.includes('生駒の北のほう')).to.equal(visibility === 'area-only');
        for (const each of ['秘密町', '秘密の建物', '123-4567']) {
          await type(finder, each);
          // A new language makes a new index; the last words are answered when it is there.
          await until(() => part(finder, 'count')!.hidden, `no desk found by ${each}`);
          for (const why of parts(finder, 'why')) expect(said(why), each).to.equal('');
        }
      });

  it('withheld: says so, and how to ask', async () => {
    const finder = await finderOf(mihon);
    await type(finder, '女性の相談室');
    const details = await open(finder);
    expect(row(details, '住所')).to.equal('安全のため、場所は公開していません。電話でおたずねください。');
  });
});

describe('on paper', () => {
  it('everything is open, and closed again afterwards except what the resident had opened', async () => {
    const finder = await finderOf();
    await open(finder, cards(finder)[1]);
    window.dispatchEvent(new Event('beforeprint'));
    expect(
      parts(finder, 'details').every((each) => !each.hidden && each.childElementCount > 0),
      'at once',
    ).to.equal(true);
    window.dispatchEvent(new Event('afterprint'));
    await finder.updateComplete;
    expect(parts(finder, 'details').filter((each) => !each.hidden)).to.have.length(1);
    expect(inCard(cards(finder)[1]!, 'details').hidden).to.equal(false);
  });

  it('an element that has left the page takes no part', async () => {
    const finder = await finderOf();
    finder.remove();
    window.dispatchEvent(new Event('beforeprint'));
    await finder.updateComplete;
    expect(parts(finder, 'details').every((each) => each.hidden)).to.equal(true);
    window.dispatchEvent(new Event('afterprint'));
  });
});
