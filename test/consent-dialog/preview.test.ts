import { expect } from '@open-wc/testing';
import type { Language } from '@tsunagu/core';
import fc from 'fast-check';
import { previewFor, previewWords, type Pending, type PreviewQuestion } from '../../packages/consent-dialog/src/parts/preview.js';
import { watchPage } from '../core/page.js';
import { names, stage } from './parts-stage.js';

const at = '2026-11-30T00:00:00Z';
const purposes = ['referral', 'plan-meeting'];
const items = ['name', 'worries', 'own-words', 'contact', 'health'];
const agency = 'chiiki-houkatsu';
const request = {
  purposes,
  agencies: [agency, 'school'],
  items,
  period: { until: 'plan-end' as const },
  withdrawal: [{ way: 'desk' as const }],
  notices: [],
};
const document = {
  schemaVersion: '1.0',
  language: 'ja',
  topics: ['care', 'housing', 'ikoma-bear'],
  words: '夜に眠れません。\n《ひみつ》は<b>太字</b>ではありません。',
  contact: { mode: 'named', nickname: 'はなこ', name: '葛󠄀城 髙子', phone: '0743-74-1111' },
  person: { birthDate: '1941-02-28', household: [{ relation: 'child', age: 58, note: '仕事で遅い' }] },
};
const choose = (...given: string[]): Pending => ({
  type: 'answer',
  request,
  decisions: purposes.flatMap((purpose) =>
    items.map((item) => ({ purpose, agency, item, decision: given.includes(item) ? ('given' as const) : ('refused' as const) })),
  ),
});
const question = (more: Partial<PreviewQuestion> = {}): PreviewQuestion => ({
  document,
  events: [],
  agency,
  purposes,
  items,
  at,
  pending: choose('name'),
  ...more,
});
const view = async (language: Language = 'ja') => ({
  words: await previewWords(language),
  names: await names(language),
  furigana: language === 'ja-x-easy',
});

describe('the preview for one agency', () => {
  it('says what is told and what stays behind, and why', async () => {
    const { draw, text, all } = stage();
    await draw(previewFor(question({ pending: choose('name', 'worries') }), await view()));
    expect(text('preview')).to.contain('地域包括支援センターには、これだけが伝わります');
    expect(text('preview')).to.contain('まだ記録していません');
    expect(all('preview-told')).to.have.length(1);
    expect(text('preview-told')).to.contain('呼び名：はなこ').and.contain('葛󠄀城 髙子');
    expect(text('preview-told')).to.contain('困っていること：ikoma-bear');
    const behind = text('preview-behind');
    const { of } = await names();
    expect(behind).to.match(new RegExp(`${of('item', 'own-words')}\\s*「伝えない」と決めているため`));
    expect(behind).to.match(new RegExp(`${of('item', 'birth')}\\s*伝えてよいか、聞いていないため`));
    expect(text('preview')).not.to.contain('眠れません').and.not.to.contain('0743');
  });

  it('speaks of nothing where nothing is told', async () => {
    const { draw, text, all } = stage();
    await draw(previewFor(question({ pending: choose() }), await view()));
    expect(text('preview-nothing')).to.equal('この相手には、何も伝わりません。');
    expect(all('preview-told')).to.have.length(0);
  });

  it('shows a person’s own words as they are, and asks that they be read again', async () => {
    const { root, draw, text } = stage();
    await draw(previewFor(question({ pending: choose('own-words') }), await view('ja-x-easy')));
    expect(text('preview-told')).to.contain('《ひみつ》は<b>太字</b>ではありません。');
    expect(root.querySelector('b')).to.equal(null);
    expect(text('preview-read')).to.contain('読');
    await draw(previewFor(question({ pending: choose('name') }), await view()));
    expect(root.querySelector('[part=preview-read]')).to.equal(null);
  });

  it('tells purposes apart where they differ', async () => {
    const { root, draw, text } = stage();
    const decisions = [{ purpose: 'referral', agency, item: 'name', decision: 'given' as const }];
    await draw(previewFor(question({ pending: { type: 'answer', request, decisions } }), await view()));
    expect([...root.querySelectorAll('.preview-part > h4:first-child')].map((heading) => heading.textContent)).to.deep.equal([
      '「相談をつなぐ」のとき',
      '「支援プランの話し合い」のとき',
    ]);
    expect(text('preview')).to.contain('まだ決めていないため');
  });

  it('names items where there is no document, and an unknown agency by its id', async () => {
    const { draw, text } = stage();
    await draw(
      previewFor(
        question({
          document: undefined,
          agency: 'x-42',
          pending: {
            ...choose(),
            type: 'answer',
            decisions: [{ purpose: 'referral', agency: 'x-42', item: 'name', decision: 'given' }],
          } as Pending,
          purposes: ['referral'],
        }),
        await view(),
      ),
    );
    expect(text('preview')).to.contain('x-42には、これだけが');
    // An agency that was not asked about is told nothing, whatever is chosen for it.
    expect(text('preview-nothing')).to.equal('この相手には、何も伝わりません。');
    await draw(previewFor(question({ document: undefined, pending: choose('name') }), await view()));
    expect(text('preview-told')).to.equal((await names()).of('item', 'name'));
  });

  it('brings its styles along, once, and no style attribute', async () => {
    const { root, draw } = stage();
    const before = root.adoptedStyleSheets.length;
    await draw(previewFor(question(), await view()));
    await draw([previewFor(question(), await view()), previewFor(question({ agency: 'school' }), await view())]);
    expect(root.adoptedStyleSheets).to.have.length(before + 1);
    expect(getComputedStyle(root.querySelector('.preview-told > div')!).borderBottomStyle).to.equal('solid');
    expect(root.querySelector('[style], style')).to.equal(null);
  });

  it('is accessible in every language', async () => {
    for (const language of ['ja', 'ja-x-easy', 'en'] as const) {
      const { root, draw } = stage(320);
      await draw(previewFor(question({ pending: choose('name', 'own-words', 'contact') }), await view(language)));
      await expect(root.host).to.be.accessible();
      expect(root.host.scrollWidth, language).to.be.at.most(320);
    }
  });

  it('never holds a word of what is not given, shown or hidden, whatever is chosen after whatever', async () => {
    const words: Record<string, string[]> = {
      name: ['はなこ', '葛󠄀城'],
      worries: ['ikoma-bear'],
      'own-words': ['眠れません', 'ひみつ'],
      contact: ['0743-74-1111'],
    };
    const { root, draw } = stage();
    const shown = await view();
    const watch = watchPage();
    let seen = 0;
    await fc.assert(
      fc.asyncProperty(fc.subarray(items), async (given) => {
        // Drawn into the same place again and again: nothing of the last choice may stay.
        await draw(previewFor(question({ pending: choose(...given) }), shown));
        // Lit's own marks hold random digits.
        const dom = (new XMLSerializer().serializeToString(root.firstElementChild!) + root.textContent).replace(/lit\$\d+\$/g, '');
        for (const [item, some] of Object.entries(words))
          for (const word of some) {
            expect(dom.includes(word), `${word} with ${given.join()}`).to.equal(given.includes(item));
            if (given.includes(item)) seen++;
          }
        for (const word of ['1941', '昭和16', '仕事で遅い', '58歳']) expect(dom).not.to.contain(word);
      }),
      { numRuns: 60 },
    );
    watch.stop();
    expect(seen).to.be.above(50);
    expect([...watch.errors, ...watch.thrown]).to.deep.equal([]);
  });
});
