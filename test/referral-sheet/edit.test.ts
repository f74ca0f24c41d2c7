/** The sender's side as a worker sees it, and what the page hears of it. */
import { expect, waitUntil } from '@open-wc/testing';
import { checkReferral } from '@tsunagu/schema/referral/check';
import type { ReferralSheet } from '@tsunagu/schema/referral';
import { sendKeys } from '@web/test-runner-commands';
import type { EditStage } from './edit-host.js';
import { all, show } from './edit-stage.js';
import { consents, sheet } from './edit.samples.js';

const read = (node: Node): string => {
  if (node instanceof Text) return node.data;
  if (node instanceof HTMLElement && (node.hidden || ['rp', 'rt', 'style'].includes(node.localName))) return '';
  return [...node.childNodes].map(read).join('');
};
const text = (node: Node | undefined): string => (node ? read(node) : '').replace(/\s+/g, ' ').trim();
const shown = (stage: EditStage, part: string): string[] => all(stage, part).map(text);
const open = async (stage: EditStage, name: string): Promise<HTMLElement> => {
  const button = all(stage, 'section-button').find((one) => text(one) === name)!;
  if (button.getAttribute('aria-expanded') !== 'true') button.click();
  await stage.updateComplete;
  return stage.root.getElementById(button.getAttribute('aria-controls')!)!;
};
const field = (within: ParentNode, label: string): HTMLInputElement => {
  const found = [...within.querySelectorAll('label')]
    .filter((one) => text(one) === label)
    .map(({ control }) => control as HTMLInputElement);
  return found.find(({ type: kind }) => kind !== 'checkbox' && kind !== 'radio') ?? found[0]!;
};
const type = (input: HTMLInputElement | HTMLTextAreaElement, value: string): void => {
  input.focus();
  input.value = value;
  input.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
};
const leave = async (stage: EditStage, input: HTMLElement): Promise<void> => {
  input.dispatchEvent(new Event('change', { bubbles: true }));
  await stage.updateComplete;
};
const press = async (stage: EditStage, within: ParentNode, name: string): Promise<void> => {
  [...within.querySelectorAll('button')].find((one) => text(one) === name)!.click();
  await stage.updateComplete;
};
const pick = async (stage: EditStage, select: HTMLElement, value: string): Promise<void> => {
  (select as HTMLSelectElement).value = value;
  await leave(stage, select);
};
const latest = (stage: EditStage): ReferralSheet => stage.changes.at(-1)!;

describe('what a worker sees', () => {
  it('is the sheet as it came: eight numbered sections in one line each, and where it goes', async () => {
    const stage = await show();
    expect(shown(stage, 'section-button')).to.deep.equal([
      '本人',
      '1 本人のことば',
      '2 いま困っていること',
      '3 世帯',
      '4 聞いたこと',
      '5 これまでの対応',
      '6 お願いしたいこと',
      '7 気をつけること',
      '8 同意または根拠',
    ]);
    expect(shown(stage, 'section-summary')[2]).to.equal('◎家賃・ローンの支払い、○収入・生活費、○介護、半年ほど前から');
    expect(shown(stage, 'section-summary')[4]).to.equal('まだ書いていません');
    expect(text(all(stage, 'not-yet')[0]))
      .to.contain('4 聞いたこと')
      .and.contain('6 お願いしたいこと')
      .and.not.contain('3 世帯');
    expect(shown(stage, 'desk-line')).to.deep.equal(['開いています（16:30まで） FAXの情報がありません 電話：0120-883-132']);
    expect(shown(stage, 'deadline')).to.deep.equal(['今日送ると、返信期限は11月27日（金）です。']);
    expect(stage.root.querySelectorAll('[part~="section"] input, [part~="section"] textarea').length, 'a closed section is drawn').to.equal(
      0,
    );
    expect(stage.changes).to.deep.equal([]);
  });

  it('is each desk of the directory but their own, and the coordinator first', async () => {
    const stage = await show();
    const select = field(all(stage, 'band')[0]!, 'つなぎ先') as unknown as HTMLSelectElement;
    const names = [...select.options].map(({ text: name }) => name);
    expect(names[0]).to.equal('調整担当に相談する（(福)生駒市社会福祉協議会）');
    expect(names).to.include('フォレスト地域包括支援センター').and.not.include('生駒市役所庁内');
    await pick(stage, select, 'coordinator');
    expect(latest(stage).to).to.deep.equal({ open: 'coordinator' });
    await pick(stage, select, 'forest');
    expect(latest(stage).to).to.deep.equal({ agency: 'forest', name: 'フォレスト地域包括支援センター' });
    expect(shown(stage, 'desk-line')[0]).to.contain('FAX 0743-78-1640');
  });

  it('is each member of the household with how their own consent stands', async () => {
    const stage = await show(sheet(), await consents());
    const body = await open(stage, '3 世帯');
    expect(shown(stage, 'member-consent')).to.deep.equal(['この人の同意：まだ聞いていません']);
    expect(text(body)).to.contain('世帯の人のことを伝えるには、その人自身の同意が要ります。');
  });
});

describe('writing', () => {
  it('reaches the page as a sheet that fits the schema, with each value where it belongs', async () => {
    const stage = await show();
    const heard = await open(stage, '4 聞いたこと');
    type(field(heard, '聞いたこと'), '夜の見守りが続かない');
    const care = await open(stage, '7 気をつけること');
    type(field(care, '電話'), '０９０ー１２３４ー５６７８');
    const person = await open(stage, '本人');
    type(field(person, '生年月日'), '昭和49年5月2日');
    await leave(stage, field(person, '生年月日'));
    const { situation, contact, person: who } = latest(stage);
    expect([situation, contact?.phone, who.birthDate]).to.deep.equal(['夜の見守りが続かない', '090-1234-5678', '1974-05-02']);
    expect(field(person, '生年月日').value, 'what was typed is written over').to.equal('昭和49年5月2日');
    expect(text(person)).to.contain('昭和49年（1974年）5月2日 と読み取りました');
    for (const each of stage.changes) expect(checkReferral(JSON.parse(JSON.stringify(each)))).to.deep.equal([]);
  });

  it('says nothing against what is half typed', async () => {
    const stage = await show();
    const request = await open(stage, '6 お願いしたいこと');
    type(field(request, 'いつまでに'), 'そのうち');
    await leave(stage, field(request, 'いつまでに'));
    expect(all(stage, 'problem')).to.deep.equal([]);
    expect(field(request, 'いつまでに').value).to.equal('そのうち');
  });

  it('marks worries with ○ and one with ◎', async () => {
    const stage = await show();
    const worries = await open(stage, '2 いま困っていること');
    field(worries, '住まい').click();
    await stage.updateComplete;
    expect(latest(stage).topics).to.include('housing');
    const main = [...worries.querySelectorAll<HTMLInputElement>('input[type=radio]')].find(({ value }) => value === 'housing')!;
    main.click();
    await stage.updateComplete;
    expect(latest(stage).mainTopic).to.equal('housing');
    field(worries, '住まい').click();
    await stage.updateComplete;
    expect(latest(stage).mainTopic).to.equal(undefined);
  });

  it('adds somebody, takes them off, and puts them back where they were', async () => {
    const stage = await show();
    const household = await open(stage, '3 世帯');
    await press(stage, household, '世帯の人を加える');
    const name = stage.root.activeElement as HTMLElement;
    expect(name.closest('[part~="member"]'), 'the focus is with whoever was added').to.exist;
    type(field(all(stage, 'member')[1]!, '氏名'), '見本 次郎');
    await leave(stage, field(all(stage, 'member')[1]!, '氏名'));
    expect(latest(stage).household?.members?.map(({ ref }) => ref)).to.deep.equal(['case-0123-a-2', 'case-0123-a-3']);
    await press(stage, all(stage, 'member')[1]!, '「見本 次郎」を外す');
    expect(latest(stage).household?.members?.length).to.equal(1);
    expect(text(household)).to.contain('「見本 次郎」を外しました。');
    expect(text(stage.root.activeElement!)).to.equal('元に戻す');
    await press(stage, household, '元に戻す');
    expect(latest(stage).household?.members?.[1]?.name).to.equal('見本 次郎');
  });

  it('is never written over by an input method’s neighbour', async () => {
    const stage = await show();
    const words = field(await open(stage, '1 本人のことば'), '話したまま、書いたまま');
    words.focus();
    words.dispatchEvent(new CompositionEvent('compositionstart', { bubbles: true, composed: true }));
    for (const value of ['ｙ', 'や', 'やち', 'やちん', '家賃']) {
      words.value = value;
      words.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true, isComposing: true }));
      stage.value = { sheet: JSON.parse(JSON.stringify({ ...latest(stage), urgency: 'today' })) as ReferralSheet, events: [] };
      await stage.updateComplete;
      expect(words.value).to.equal(value);
      expect(stage.root.activeElement).to.equal(words);
    }
    words.dispatchEvent(new CompositionEvent('compositionend', { bubbles: true, composed: true }));
    await leave(stage, words);
    expect(latest(stage).words).to.equal('家賃');
    expect(latest(stage).urgency).to.equal('today');
  });

  it('is heard by nobody else on the page', async () => {
    const stage = await show();
    const heard: string[] = [];
    const listen = (event: Event) => heard.push(event.type);
    for (const name of ['keydown', 'input', 'beforeinput', 'keyup']) document.addEventListener(name, listen);
    field(await open(stage, '1 本人のことば'), '本人の希望').focus();
    await sendKeys({ type: 'ie' });
    for (const name of ['keydown', 'input', 'beforeinput', 'keyup']) document.removeEventListener(name, listen);
    expect(heard).to.deep.equal([]);
    expect(latest(stage).wishes).to.equal('ie');
  });
});

describe('the gate', () => {
  it('follows consent: nothing, then what was agreed to, then less', async () => {
    const stage = await show();
    expect(text(all(stage, 'gate-desk')[0]))
      .to.contain('生駒市くらしとしごと支援センターには、何も伝わりません')
      .and.contain('本人に聞くか、名前を出さずに調整担当へ相談できます');
    stage.consents = await consents();
    await stage.updateComplete;
    expect(text(all(stage, 'gate-desk')[0])).to.contain('生駒市くらしとしごと支援センターには、これだけが伝わります');
    expect(shown(stage, 'gate-goes')[0]).to.contain('1 本人のことば 話したまま、書いたまま');
    stage.consents = await consents(['own-words']);
    await stage.updateComplete;
    expect(shown(stage, 'gate-goes')[0]).not.to.contain('話したまま');
    expect(shown(stage, 'gate-stays')[0]).to.contain('話したまま、書いたまま');
    expect(shown(stage, 'gate-read')[0]).to.contain('送る前に読み返してください');
  });

  it('is asked again when the writing rests, and not by a key', async () => {
    const stage = await show(sheet(), await consents());
    const words = await open(stage, '1 本人のことば');
    const before = shown(stage, 'gate-goes')[0];
    type(field(words, '本人の希望'), '家で暮らしたい');
    await stage.updateComplete;
    expect(shown(stage, 'gate-goes')[0]).to.equal(before);
    await waitUntil(() => shown(stage, 'gate-goes')[0]!.includes('本人の希望'));
  });

  it('offers to ask without a name, and sees a name in the words', async () => {
    const stage = await show();
    await press(stage, all(stage, 'gate-desk')[0]!, '名前を出さずに、調整担当へ相談する');
    const summary = stage.root.activeElement as HTMLTextAreaElement;
    expect(summary.localName).to.equal('textarea');
    type(summary, '50代の見本さんが、仕事と介護の両方で困っている');
    await leave(stage, summary);
    expect(shown(stage, 'named')[0]).to.contain('だれのことか分かる言葉');
    type(summary, '50代の人が、仕事と介護の両方で困っている');
    await leave(stage, summary);
    expect(shown(stage, 'named')).to.deep.equal([]);
    expect(text(all(stage, 'gate-desk')[0])).to.contain('(福)生駒市社会福祉協議会には、これだけが伝わります');
    expect(latest(stage).basis).to.deep.equal({ kind: 'anonymous-advice', summary: '50代の人が、仕事と介護の両方で困っている' });
  });

  it('says at once what the law asks to tell, whatever anybody agreed to', async () => {
    const stage = await show();
    const care = await open(stage, '7 気をつけること');
    expect(shown(stage, 'duty')).to.deep.equal([]);
    field(care, '子どもへの虐待のおそれ').click();
    await stage.updateComplete;
    // Where it was marked, and where the sheet stays.
    const said = shown(stage, 'duty');
    expect(said).to.have.length(2);
    for (const one of said)
      expect(one)
        .to.contain('本人の同意がなくてもできます')
        .and.contain('児童虐待防止法第6条')
        .and.contain('189')
        .and.not.contain('高齢者');
    stage.consents = await consents();
    await stage.updateComplete;
    expect(shown(stage, 'duty')).to.have.length(1);
    field(care, '子どもへの虐待のおそれ').click();
    await stage.updateComplete;
    expect(shown(stage, 'duty')).to.deep.equal([]);
  });

  it('says whether it may be brought to a meeting', async () => {
    const stage = await show();
    expect(shown(stage, 'bring-room')).to.deep.equal(['この窓口で支える']);
    expect(shown(stage, 'bring-why')[0]).to.contain('まだ名前を出さずに、調整担当に相談できます');
  });
});

describe('sending', () => {
  it('asks what could not be understood, with a way to each field and a tie to its words', async () => {
    const stage = await show(sheet(), await consents());
    const request = await open(stage, '6 お願いしたいこと');
    type(field(request, 'いつまでに'), 'そのうち');
    await leave(stage, field(request, 'いつまでに'));
    all(stage, 'section-button')
      .find((one) => text(one) === '6 お願いしたいこと')!
      .click();
    all(stage, 'check-button')[0]!.click();
    await stage.updateComplete;
    const [problems] = all(stage, 'problems');
    expect(stage.root.activeElement).to.equal(problems);
    expect(text(problems)).to.contain('お願いしたいことの「いつまでに」：日付を読み取れませんでした');
    problems!.querySelector('button')!.click();
    await stage.updateComplete;
    const input = stage.root.activeElement as HTMLInputElement;
    expect(input.value).to.equal('そのうち');
    expect(input.getAttribute('aria-invalid')).to.equal('true');
    const described = input
      .getAttribute('aria-describedby')!
      .split(' ')
      .map((id) => text(stage.root.getElementById(id)!));
    expect(described.join(' ')).to.contain('日付を読み取れませんでした');
    expect(stage.actions).to.deep.equal([]);
  });

  it('shows exactly what the desk gets, then sends that', async () => {
    const held = await consents(['own-words']);
    const stage = await show(sheet({ copyTo: [{ agency: 'akebi' }] }), held);
    all(stage, 'check-button')[0]!.click();
    await stage.updateComplete;
    expect(text(stage.root.activeElement!)).to.equal('送る前の確かめ');
    const page = text(all(stage, 'check')[0]);
    expect(page)
      .to.contain('生駒市くらしとしごと支援センターに届くのは、下に書いてあることだけです。')
      .and.contain('夜はかけないでください')
      .and.contain('いちばん困っていること');
    expect(page).not.to.contain('物忘れがひどく');
    expect(page).to.contain('生活支援センターあけびには伝える同意がないため、写しは送りません。');
    expect(shown(stage, 'read-mark').length).to.be.greaterThan(0);
    all(stage, 'send')[0]!.click();
    expect(stage.actions).to.deep.equal([{ type: 'send' }]);
    expect(latest(stage)).to.deep.equal(stage.value!.sheet);
    expect('unfinished' in latest(stage)).to.equal(false);
  });

  it('does not send what was not read: consent that went meanwhile is seen', async () => {
    const stage = await show(sheet(), await consents());
    all(stage, 'check-button')[0]!.click();
    await stage.updateComplete;
    stage.consents = await consents(['own-words', 'wishes']);
    all(stage, 'send')[0]!.click();
    await stage.updateComplete;
    expect(stage.actions).to.deep.equal([]);
    expect(text(all(stage, 'check')[0])).not.to.contain('物忘れがひどく');
  });

  it('is refused without consent, with what can be done', async () => {
    const stage = await show();
    all(stage, 'check-button')[0]!.click();
    await stage.updateComplete;
    expect(text(all(stage, 'problems')[0])).to.contain('この相手に伝える同意がありません');
    expect(stage.actions).to.deep.equal([]);
  });
});

describe('a household of twelve and 20,000 characters', () => {
  const large = (): ReferralSheet =>
    sheet({
      words: '話'.repeat(20_000),
      situation: '聞いたこと。\n'.repeat(2500),
      household: {
        members: Array.from({ length: 12 }, (_one, index) => ({
          ref: `case-0123-a-${index + 2}`,
          relation: 'child' as const,
          note: '備考'.repeat(400),
        })),
      },
    });

  it('keeps its fields, the focus and the caret while the page gives the same sheet or a newer one', async () => {
    const stage = await show(large(), await consents());
    await open(stage, '3 世帯');
    for (const button of stage.root.querySelectorAll<HTMLButtonElement>('[part~="member"] h4 button')) button.click();
    const words = field(await open(stage, '1 本人のことば'), '話したまま、書いたまま');
    await stage.updateComplete;
    const fields = [...stage.root.querySelectorAll('input, textarea, select')];
    expect(fields.length).to.be.greaterThan(140);
    words.focus();
    words.setSelectionRange(7, 7);
    words.setRangeText('さ', 7, 7, 'end');
    words.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
    for (const given of [stage.value!.sheet, { ...latest(stage) }, { ...latest(stage), since: 'years' as const }]) {
      stage.value = { sheet: JSON.parse(JSON.stringify(given)) as ReferralSheet, events: [] };
      await stage.updateComplete;
      expect(stage.root.activeElement).to.equal(words);
      expect([words.selectionStart, words.selectionEnd]).to.deep.equal([8, 8]);
    }
    expect([...stage.root.querySelectorAll('input, textarea, select')].every((one, index) => one === fields[index])).to.equal(true);
  });

  it('draws nothing for a key', async () => {
    const stage = await show(large(), await consents());
    const field_ = field(await open(stage, '4 聞いたこと'), '窓口の見立て');
    field_.focus();
    let drawn = 0;
    const watch = new MutationObserver((records) => (drawn += records.length));
    watch.observe(stage.root, { subtree: true, childList: true, attributes: true, characterData: true });
    for (const value of ['あ', 'ああ', 'あああ']) {
      type(field_, value);
      stage.requestUpdate();
      await stage.updateComplete;
    }
    drawn += watch.takeRecords().length;
    watch.disconnect();
    expect(drawn).to.equal(0);
    expect(latest(stage).assessment?.view).to.equal('あああ');
  });
});

describe('a stranger’s words', () => {
  const evil = '"><img src=x onerror=alert(1)>《x》\u202e${7*7}<!--';

  it('are text wherever they stand', async () => {
    const given = sheet({
      words: evil,
      situation: evil,
      to: { agency: 'nowhere', name: evil },
      copyTo: [{ agency: 'elsewhere', name: evil }],
      topics: ['city-own-topic'],
      mainTopic: undefined,
      household: { members: [{ ref: 'm-1', name: evil }] },
      supporters: [{ name: evil }],
    });
    const stage = await show(given, await consents());
    for (const button of all(stage, 'section-button')) button.click();
    await stage.updateComplete;
    expect(stage.root.querySelectorAll('img, script').length).to.equal(0);
    expect(field(stage.root.getElementById('section-words')!, '話したまま、書いたまま').value).to.equal(evil);
    expect(text(stage.root)).not.to.contain('\u202e');
  });

  it('are told calmly where a sheet cannot be read', async () => {
    const stage = await show({ ...sheet(), topics: 'x', household: 4 } as unknown as ReferralSheet);
    expect(shown(stage, 'unreadable')[0]).to.contain('このシートを読み取れませんでした');
  });
});
