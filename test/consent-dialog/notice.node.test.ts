import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  appendEvent,
  consentLimits,
  everybody,
  hashNotice,
  itemIds,
  purposeIds,
  withdrawalWays,
  type ConsentEvent,
  type Period,
} from '@tsunagu/schema/consent';
import fc from 'fast-check';
import { withoutRuby } from '../../packages/core/src/locale/ruby.js';
import { wordsEasy } from '../../packages/consent-dialog/src/locales/words.easy.js';
import { wordsEn } from '../../packages/consent-dialog/src/locales/words.en.js';
import { wordsJa } from '../../packages/consent-dialog/src/locales/words.js';
import { namesOf, type NamedRequest, type NameSource } from '../../packages/consent-dialog/src/names.js';
import { noticeFor, type NoticeContent } from '../../packages/consent-dialog/src/notice.js';
import { noticesFor } from '../../packages/consent-dialog/src/notices.js';
import { ikoma } from '../../stories/cities.js';
import { easyJapanese } from '../core/easy-japanese.js';

const sources: NameSource[] = [
  { language: 'ja', words: wordsJa, directory: ikoma },
  { language: 'ja-x-easy', words: wordsEasy, directory: ikoma },
  { language: 'en', words: wordsEn, directory: ikoma },
];

const request = (more: Partial<NamedRequest> = {}): NamedRequest => ({
  purposes: ['referral', 'plan-meeting'],
  agencies: ['higashi-ikoma', 'kurashi-shigoto', 'health-section'],
  items: ['name', 'worries', 'health'],
  period: { until: 'date', date: '2027-03-31' },
  withdrawal: [{ way: 'phone', detail: '0743-74-1111' }, { way: 'desk' }],
  notices: [],
  askedBy: { agency: 'city-hall', name: '相談 花子' },
  ...more,
});

const noticeIn = (source: NameSource, asked: NamedRequest, furigana = true): NoticeContent =>
  noticeFor(asked, namesOf({ ...source, labels: asked.labels }), { furigana });
const textIn = (source: NameSource, asked: NamedRequest): string => withoutRuby(noticeIn(source, asked).frozen.text);

const desks = ikoma.windows.map(({ id }) => id);
const someOf = (ids: readonly string[]) => fc.uniqueArray(fc.constantFrom(...ids, 'citys-own', 'x.1'), { minLength: 1, maxLength: 12 });
const word = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 });
const period: fc.Arbitrary<Period> = fc.oneof(
  fc.constant({ until: 'plan-end' as const }),
  fc
    .date({ min: new Date('2026-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
    .map((date) => ({ until: 'date' as const, date: date.toISOString().slice(0, 10) })),
  word.map((event) => ({ until: 'event' as const, event })),
);
const anyRequest: fc.Arbitrary<NamedRequest> = fc.record({
  purposes: someOf(purposeIds),
  agencies: someOf(desks),
  items: someOf(itemIds),
  period,
  withdrawal: fc
    .uniqueArray(fc.record({ way: fc.constantFrom(...withdrawalWays), detail: fc.option(word, { nil: undefined }) }), {
      minLength: 1,
      maxLength: 4,
      selector: ({ way }) => way,
    })
    .map((ways) => ways.map(({ way, detail }) => ({ way, ...(detail !== undefined && { detail }) }))),
  notices: fc.constant([]),
  labels: fc.record({
    items: fc.record({ 'citys-own': word }),
    agencies: fc.record({ 'citys-own': word }),
    purposes: fc.record({ 'citys-own': word }),
  }),
});

describe('the explanation', () => {
  for (const source of sources) {
    const { language } = source;

    it(`${language}: names every agency, item, purpose and way of every request`, () => {
      fc.assert(
        fc.property(anyRequest, (asked) => {
          const names = namesOf({ ...source, labels: asked.labels });
          const lines = textIn(source, asked).split('\n');
          for (const name of [
            ...names.list('purpose', asked.purposes),
            ...names.list('agency', asked.agencies),
            ...names.list('item', asked.items),
          ])
            assert.ok(lines.includes(`・${withoutRuby(name)}`), name);
          for (const { way } of asked.withdrawal)
            assert.ok(
              lines.some((line) => line.startsWith(`・${withoutRuby(names.of('way', way))}`)),
              way,
            );
        }),
        { numRuns: 60 },
      );
    });

    it(`${language}: is frozen as it is shown: the sections, line by line, and nothing else`, () => {
      fc.assert(
        fc.property(anyRequest, fc.boolean(), (asked, furigana) => {
          const { title, lead, sections, frozen } = noticeIn(source, asked, furigana);
          const shown = [title, ...lead.map(({ text }) => text)];
          for (const { number, heading, before, list, after } of sections)
            shown.push(
              '',
              `${number} ${heading}`,
              ...before.map(({ text }) => text),
              ...list.map(({ text }) => `・${text}`),
              ...after.map(({ text }) => text),
            );
          assert.equal(frozen.text, shown.join('\n'));
          assert.deepEqual(
            sections.map(({ number }) => number),
            [1, 2, 3, 4, 5, 6],
          );
        }),
        { numRuns: 60 },
      );
    });

    it(`${language}: the same request has the same hash, another one another`, async () => {
      const hashOf = (asked: NamedRequest): Promise<string> => hashNotice(noticeIn(source, asked).frozen);
      const hash = await hashOf(request());
      assert.equal(await hashOf(JSON.parse(JSON.stringify(request())) as NamedRequest), hash);
      const others: Partial<NamedRequest>[] = [
        { agencies: ['higashi-ikoma', 'kurashi-shigoto', 'shakyo'] },
        { agencies: ['higashi-ikoma', 'kurashi-shigoto'] },
        { items: ['name', 'worries', 'debt'] },
        { purposes: ['referral'] },
        { period: { until: 'date', date: '2027-03-30' } },
        { period: { until: 'plan-end' } },
        { withdrawal: [{ way: 'desk' }] },
        { withdrawal: [{ way: 'phone', detail: '0743-74-1112' }, { way: 'desk' }] },
        { askedBy: { agency: 'shakyo' } },
        { startedBy: 'person' },
      ];
      const hashes = await Promise.all(others.map((more) => hashOf(request(more))));
      assert.equal(new Set([hash, ...hashes]).size, others.length + 1);
    });

    it(`${language}: says when it ends, who asks, how to take it back, and that help goes on`, () => {
      const text = textIn(source, request());
      const words = {
        ja: [
          '令和9年（2027年）3月31日（水）まで',
          '生駒市役所庁内の相談 花子さん',
          '電話で伝える：0743-74-1111',
          '相談も支援も、これまでと変わりません',
          '106条の6',
        ],
        'ja-x-easy': [
          '2027年3月31日（水曜日）まで',
          '生駒市役所庁内の 相談 花子さん',
          '電話で 言う：0743-74-1111',
          '相談も 手伝いも、今までと 同じです',
          '社会福祉法',
        ],
        en: [
          'Until Wed 31 Mar 2027.',
          'asked by 相談 花子, 生駒市役所庁内',
          'Call: 0743-74-1111',
          'your advice and support stay the same',
          '106-6',
        ],
      }[language];
      for (const word of words) assert.ok(text.includes(word), word);
      assert.ok(!textIn(source, request({ askedBy: undefined })).includes('undefined'));
    });

    it(`${language}: never speaks of everybody`, () => {
      fc.assert(
        fc.property(
          anyRequest.filter(({ labels, period: { until } }) => labels !== undefined && until !== 'event'),
          (asked) => {
            const text = textIn(source, { ...asked, labels: {}, withdrawal: [{ way: 'desk' }] });
            assert.doesNotMatch(
              text,
              /みんな|みなさま|すべての(機関|窓口)|全員|関係機関(など|等)|など(に|へ)伝え|everyone else|all agencies|third part/i,
            );
          },
        ),
        { numRuns: 40 },
      );
    });
  }

  it('can be frozen in a record, in every language and both kinds of やさしい日本語', async () => {
    const asked = request();
    const notices = await noticesFor(asked, { directory: ikoma, languages: ['ja', 'ja-x-easy', 'en', 'ja'] });
    assert.deepEqual(
      notices.map(({ language, variant }) => `${language} ${variant}`),
      ['ja plain', 'ja easy-furigana', 'ja easy', 'en plain'],
    );
    assert.doesNotMatch(notices[2]!.text, /《/);
    assert.equal(notices[2]!.text, withoutRuby(notices[1]!.text));
    const now = '2026-11-24T01:00:00.000Z';
    const result = await appendEvent(
      [],
      { type: 'requested', at: now, record: 'r-1', subject: { ref: 'p-1' }, request: { ...asked, notices } },
      { now },
    );
    assert.ok(result.ok, JSON.stringify(result));
    assert.deepEqual(
      (result.event as Extract<ConsentEvent, { type: 'requested' }>).request.notices.map(({ text }) => text),
      notices.map(({ text }) => text),
    );
  });

  it('is written in やさしい日本語 whatever is asked', () => {
    const { labels: _labels, ...plain } = request({
      purposes: [...purposeIds],
      items: [...itemIds],
      withdrawal: withdrawalWays.map((way) => ({ way })),
      askedBy: {},
    });
    const { title, lead, sections } = noticeIn(sources[1]!, { ...plain, agencies: ['forest'] });
    const texts = [
      title,
      ...[...lead, ...sections.flatMap(({ before, list, after }) => [...before, ...list, ...after])].map(({ text }) => text),
      ...sections.map(({ heading }) => heading),
    ].map((text, index) => ({ key: `line ${index}`, text }));
    // A desk’s official name stays whole, however long.
    const own = texts.filter(({ text }) => !text.includes('センター'));
    for (const [rule, offences] of Object.entries(easyJapanese))
      assert.deepEqual(offences(own, { official: ['支援プラン'], readings: { 少: ['すこ', 'すく'] } }), [], rule);
  });

  it('marks lines in Japanese within English', () => {
    const { sections } = noticeIn(sources[2]!, request());
    assert.deepEqual(
      sections[1]!.list.map(({ lang }) => lang),
      ['ja', 'ja', 'ja'],
    );
    assert.deepEqual(
      sections[2]!.list.map(({ lang }) => lang),
      [undefined, undefined, undefined],
    );
  });

  it('of the longest question that may be asked fits a notice', () => {
    const long = request({
      agencies: Array.from({ length: 77 }, (_, index) => (index < desks.length ? desks[index]! : `agency-${index}`)),
      items: [...itemIds],
      purposes: ['referral'],
      withdrawal: withdrawalWays.map((way) => ({ way, detail: 'あ'.repeat(300) })),
      labels: { agencies: Object.fromEntries(Array.from({ length: 77 }, (_, index) => [`agency-${index}`, '長い名前の窓口'.repeat(6)])) },
    });
    for (const source of sources) assert.ok(noticeIn(source, long).frozen.text.length <= consentLimits.notice);
  });
});

describe('an explanation of hostile words', () => {
  it('has as many lines as it has things to say, each with something to see', () => {
    const plain = noticeIn(sources[0]!, request({ period: { until: 'event', event: '退院' } })).frozen.text.split('\n').length;
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1, maxLength: 300 }), (text) => {
        const asked = request({
          period: { until: 'event', event: text },
          withdrawal: [{ way: 'phone', detail: text }, { way: 'desk' }],
          agencies: ['higashi-ikoma', 'kurashi-shigoto', 'x'],
          askedBy: { agency: 'city-hall', name: text },
          labels: { agencies: { x: text } },
        });
        for (const source of sources) {
          const { text: said } = noticeIn(source, asked).frozen;
          if (source.language === 'ja') assert.equal(said.split('\n').length, plain);
          assert.doesNotMatch(said, /[\p{Cf}\p{Cs}]|[^\n\P{Cc}]/u);
          assert.doesNotMatch(withoutRuby(said), /[《》]/);
        }
      }),
    );
  });

  it('cannot pass off another section', () => {
    const text = textIn(sources[0]!, request({ askedBy: { name: '花子\n\n2 だれに伝えるのか\n・だれにも伝えません' } }));
    assert.equal(text.match(/^2 /gm)?.length, 1);
  });

  it('says a day that is none as it is written', () => {
    assert.match(textIn(sources[0]!, request({ period: { until: 'date', date: '2027-02-30' } })), /2027-02-30/);
  });

  it('keeps desks with words for everybody apart from everybody', () => {
    for (const id of everybody)
      assert.ok(textIn(sources[0]!, request({ agencies: [id] })).includes(`・${id}`), 'shown as it is; the record refuses it');
  });
});
