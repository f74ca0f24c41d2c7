/** However it is typed, it arrives right; what is not understood is asked about, never changed. */
import { expect, html } from '@open-wc/testing';
import type { ConsultationForm } from '@tsunagu/consultation-form';
import type { Consultation } from '@tsunagu/schema/consultation';
import { until } from '../core/page.js';
import { goTo, line, next, part, problem, sendAway, shadow, show, tick, title, titles, tuesday, write, press } from './form.js';

/** At the third step, named, to be reached by everything. */
async function reachable(): Promise<ConsultationForm> {
  const form = await show(html`<tsunagu-consultation-form at=${tuesday} topics="other"></tsunagu-consultation-form>`);
  await goTo(form, 'reply');
  await tick(form, 'mode', 'named');
  return form;
}

describe('what is typed', () => {
  for (const [name, way, typed, sent] of [
    ['phone', 'phone', '０７４３ー７４ー１１１１', '0743-74-1111'],
    ['phone', 'phone', ' 0743 74 1111 ', '0743-74-1111'],
    ['phone', 'phone', '（0743）74−1111', '0743-74-1111'],
    ['phone', 'phone', '+81 743-74-1111', '0743-74-1111'],
    ['phone', 'phone', '090―1234―5678', '090-1234-5678'],
    ['fax', 'fax', '0743ｰ74ｰ9100', '0743-74-9100'],
    ['email', 'email', '　ｈａｎａｋｏ＠ｅｘａｍｐｌｅ．ｊｐ', 'hanako@example.jp'],
    ['email', 'email', 'mailto:hanako@example.jp ', 'hanako@example.jp'],
  ] as const)
    it(`${name} 「${typed}」 is ${sent}`, async () => {
      const form = await reachable();
      await tick(form, 'ways', way);
      await write(form, name, typed);
      expect(line(form, name).value, 'on the screen as it was typed').to.equal(typed);
      const { consultation } = await sendAway(form);
      expect(consultation!.contact![name]).to.equal(sent);
    });

  for (const [typed, sent] of [
    ['ﾔﾏﾀﾞ ﾊﾅｺ', 'やまだ はなこ'],
    ['ヤマダ　ハナコ', 'やまだ はなこ'],
    ['やまだはなこ', 'やまだはなこ'],
  ])
    it(`kana 「${typed}」 is ${sent}`, async () => {
      const form = await reachable();
      await write(form, 'kana', typed!);
      expect((await sendAway(form)).consultation!.contact!.kana).to.equal(sent);
    });

  for (const [typed, sent] of [
    ['昭和30年4月1日', '1955-04-01'],
    ['S30.4.1', '1955-04-01'],
    ['昭和三十年四月一日', '1955-04-01'],
    ['１９５５／４／１', '1955-04-01'],
    ['令和元年5月1日', '2019-05-01'],
    ['平成31年5月1日', '2019-05-01'],
  ])
    it(`birth date 「${typed}」 is ${sent}`, async () => {
      const form = await reachable();
      await goTo(form, 'more');
      await write(form, 'birth', typed!);
      expect((await sendAway(form)).consultation!.person).to.deep.equal({ birthDate: sent });
    });

  for (const [name, typed, asked] of [
    ['phone', '74-1111', '市外局番'],
    ['phone', '電話なし', '数字とハイフン'],
    ['email', 'hanako@', '「@」のあとが足りない'],
    ['kana', '山田', 'ひらがなかカタカナ'],
    ['kana', 'Yamada', 'ひらがなかカタカナ'],
  ] as const)
    it(`${name} 「${typed}」 is asked about and stays as it is`, async () => {
      const form = await reachable();
      if (name !== 'kana') await tick(form, 'ways', name);
      await write(form, name, typed);
      await next(form);
      expect(title(form)).to.equal(titles.reply);
      expect(problem(form, name)).to.contain(asked);
      expect(line(form, name).value).to.equal(typed);
    });

  it('dates that cannot be are asked about', async () => {
    const form = await reachable();
    await goTo(form, 'more');
    for (const [typed, asked] of [
      ['30年4月1日', '元号か、西暦の年'],
      ['1955年', '月と日も'],
      ['1955年2月30日', '暦にない日'],
      ['2199年1月1日', 'これから先'],
      ['1700年1月1日', 'ずいぶん昔'],
    ] as const) {
      await write(form, 'birth', typed);
      await next(form);
      expect(problem(form, 'birth'), typed).to.contain(asked);
    }
    await write(form, 'birth', '');
    await next(form);
    expect(title(form), 'it may be left empty').to.equal(titles.check);
  });

  it('own words arrive letter by letter: lines, emoji, angle brackets, rare kanji', async () => {
    const form = await show(html`<tsunagu-consultation-form at=${tuesday}></tsunagu-consultation-form>`);
    await next(form);
    const words = '髙橋です。𠮷野家の👨‍👩‍👧前で\n\n<b>「ゔ」</b> & ${"x"} 《よみ》｜';
    await write(form, 'words', words);
    await goTo(form, 'check');
    expect([...shadow(form).querySelectorAll('dd')].map((dd) => dd.textContent)).to.include(words);
    expect(shadow(form).querySelector('b')).to.equal(null);
    expect((await sendAway(form)).consultation!.words).to.equal(words);
  });

  it('what a database would refuse is left out, not the rest', async () => {
    const form = await show(html`<tsunagu-consultation-form at=${tuesday}></tsunagu-consultation-form>`);
    await next(form);
    await write(form, 'words', 'ここ\u0000まで\ud800です\u0007');
    await goTo(form, 'more');
    await press(form, shadow(form).querySelector('#question-household .button'));
    const [, note] = shadow(form).querySelectorAll<HTMLInputElement>('.member input');
    note!.value = '要\u0001支援';
    note!.dispatchEvent(new Event('change', { bubbles: true }));
    const { consultation } = await sendAway(form);
    expect(consultation!.words).to.equal('ここまでです');
    expect(consultation!.person!.household).to.deep.equal([{ relation: 'other', note: '要支援' }]);
  });
});

describe('who lives together', () => {
  async function household(): Promise<ConsultationForm> {
    const form = await show(html`<tsunagu-consultation-form at=${tuesday} topics="other"></tsunagu-consultation-form>`);
    await goTo(form, 'more');
    return form;
  }
  const add = (form: ConsultationForm): Promise<void> =>
    press(form, [...shadow(form).querySelectorAll('#question-household > fieldset > .button')].at(-1));
  const rows = (form: ConsultationForm): HTMLElement[] => [...shadow(form).querySelectorAll<HTMLElement>('.member')];
  const set = async (form: ConsultationForm, field: Element, value: string, leave = true): Promise<void> => {
    (field as HTMLInputElement).value = value;
    field.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
    if (leave) field.dispatchEvent(new Event('change', { bubbles: true }));
    await form.updateComplete;
  };

  it('is added, taken away and sent row by row; an empty row is nobody', async () => {
    const form = await household();
    for (const [relation, age, note] of [
      ['parent', '７８歳', '要支援1'],
      ['child', '10か月', ''],
      ['', '', ''],
      ['spouse', '', ''],
    ] as const) {
      await add(form);
      const [select, ...inputs] = rows(form).at(-1)!.querySelectorAll('select, input');
      await set(form, select!, relation);
      await set(form, inputs[0]!, age);
      await set(form, inputs[1]!, note);
    }
    await press(form, rows(form)[3]!.querySelector('button'));
    expect(rows(form)).to.have.length(3);
    await goTo(form, 'check');
    const shown = (): string =>
      [...shadow(form).querySelectorAll('dd')].map((dd) => dd.textContent).find((text) => text.includes('要支援'))!;
    expect(shown()).to.equal('親・78歳・要支援1、子ども・0歳');
    for (const [language, row] of [
      ['ja-x-easy', '親・78歳・要支援1、子ども・0歳'],
      ['en', 'Parent · age 78 · 要支援1, Child · age 0'],
      ['ja', '親・78歳・要支援1、子ども・0歳'],
    ] as const) {
      form.lang = language;
      await until(() => shown() === row, `${row} for ${shown()}`);
    }
    const { consultation } = await sendAway(form);
    expect(consultation!.person).to.deep.equal({
      household: [
        { relation: 'parent', age: 78, note: '要支援1' },
        { relation: 'child', age: 0 },
      ],
    } satisfies Consultation['person']);
  });

  it('letters not yet left survive whatever makes the form draw again', async () => {
    const form = await household();
    await add(form);
    const [, age, note] = rows(form)[0]!.querySelectorAll('select, input');
    await set(form, age!, '78', false);
    form.heading = '新しい見出し';
    await form.updateComplete;
    await set(form, note!, 'はな', false);
    form.heading = '別の見出し';
    await form.updateComplete;
    expect([(age as HTMLInputElement).value, (note as HTMLInputElement).value]).to.deep.equal(['78', 'はな']);
    const { consultation } = await sendAway(form);
    expect(consultation!.person!.household).to.deep.equal([{ relation: 'other', age: 78, note: 'はな' }]);
  });

  it('an age that is none is asked about', async () => {
    const form = await household();
    await add(form);
    await set(form, rows(form)[0]!.querySelector('input')!, 'たくさん');
    await next(form);
    expect(problem(form, 'household')).to.contain('年齢は数字で');
    expect(part(form, 'summary')!.querySelectorAll('a')).to.have.length(1);
  });

  it('has room for as many as a receiver takes', async () => {
    const form = await household();
    for (let count = 0; count < 12; count++) await add(form);
    expect(rows(form)).to.have.length(12);
    expect(shadow(form).querySelector('#question-household > fieldset > .button')).to.equal(null);
  });
});
