import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  limits,
  parseConsultation,
  parseDeskMessage,
  parseOpenReceipt,
  parsePersonMessage,
  parseReceipt,
  parseStatusChange,
  parseSubmission,
  parseThread,
  pointerOf,
  readReceiptCode,
  type ConsultationIssue,
  type ParseResult,
} from '@tsunagu/schema/consultation';
import { checkConsultation, checkReceipt, checkThread } from '@tsunagu/schema/consultation/check';
import * as schemas from '@tsunagu/schema/consultation/schemas';
import { fullest, jwe, least, nested, put, receipt, today } from './consultation.samples.js';

const issuesOf = (result: ParseResult<unknown>): ConsultationIssue[] => (result.success ? [] : result.issues);
const told = (value: unknown): string[] => issuesOf(parseConsultation(value, today)).map(({ pointer, code }) => `${pointer} ${code}`);
const changed = (path: string, wrong: unknown): unknown =>
  put(
    fullest(),
    path.split('.').map((part) => (/^\d+$/.test(part) ? Number(part) : part)),
    wrong,
  );

describe('a consultation', () => {
  it('is read with the least and with everything, and comes back as it is', () => {
    for (const value of [least(), fullest()]) {
      const result = parseConsultation(value, today);
      assert.ok(result.success);
      assert.equal(result.data, value);
      assert.deepEqual(checkConsultation(value, today), []);
      assert.ok(schemas.consultation.safeParse(value).success);
    }
  });

  it('needs a topic or some words, and nothing else', () => {
    const bare = { schemaVersion: '1.0', language: 'ja' };
    assert.deepEqual(told({ ...bare, words: '助けて' }), []);
    assert.deepEqual(told({ ...bare, words: '😢' }), []);
    assert.deepEqual(told({ ...bare, topics: ['care'], words: ' ' }), []);
    for (const nothing of [{}, { topics: [] }, { words: ' \n　' }, { topics: [], words: '\u200b\u3164' }, { words: undefined }])
      assert.deepEqual(told({ ...bare, ...nothing }), ['#/words missing'], JSON.stringify(nothing));
    const [issue] = issuesOf(parseConsultation(bare));
    assert.equal(issue!.message, '困っていることを1つ選ぶか、ひとことだけでも書いてください。');
  });

  it('keeps fields of a later minor version and refuses another major one', () => {
    assert.deepEqual(told({ ...least(), schemaVersion: '1.7', mood: { colour: ['blue'] } }), []);
    assert.deepEqual(told({ ...least(), schemaVersion: '2.0' }), ['#/schemaVersion version']);
    assert.deepEqual(told({ ...least(), schemaVersion: '11.0' }), ['#/schemaVersion version']);
    assert.deepEqual(told({ ...least(), schemaVersion: '1' }), ['#/schemaVersion format']);
  });

  it('takes topics that only the city knows, and a worst one only from among them', () => {
    assert.deepEqual(told({ ...least(), topics: ['bears', 'bears/at-night'], mainTopic: 'bears/at-night' }), []);
    assert.deepEqual(told({ ...least(), mainTopic: 'debt' }), ['#/mainTopic unknown-reference']);
    assert.deepEqual(told({ schemaVersion: '1.0', language: 'ja', words: 'x', mainTopic: 'debt' }), ['#/mainTopic unknown-reference']);
  });

  it('wants the number of a way that was chosen, save from somebody who stays anonymous', () => {
    for (const [way, field] of [
      ['phone', 'phone'],
      ['email', 'email'],
      ['fax', 'fax'],
      ['letter', 'address'],
    ]) {
      for (const mode of ['nickname', 'named'])
        assert.deepEqual(told({ ...least(), contact: { mode, ways: [way, way] } }), [`#/contact/${field!} missing`]);
      assert.deepEqual(told({ ...least(), contact: { mode: 'anonymous', ways: [way] } }), []);
    }
    assert.deepEqual(told({ ...least(), contact: { mode: 'nickname', ways: ['receipt', 'visit'] } }), []);
    assert.deepEqual(told({ ...least(), contact: { mode: 'named' } }), []);
    const [issue] = issuesOf(parseConsultation({ ...least(), contact: { mode: 'named', ways: ['phone'] } }));
    assert.equal(
      issue!.message,
      '電話で連絡するために、「連絡先」の「電話番号」が必要です。市外局番から、0743-74-1111 の形でお書きください。',
    );
  });

  it('wants a birth date of the calendar, between 130 years ago and today', () => {
    for (const fine of ['1955-04-01', '2000-02-29', today, '1896-11-24'])
      assert.deepEqual(told(changed('person.birthDate', fine)), [], fine);
    for (const wrong of [
      '1955-02-30',
      '1900-02-29',
      '2026-11-25',
      '2100-01-01',
      '1896-11-23',
      '0001-01-01',
      '0000-01-01',
      '1955-4-1',
      'S30.4.1',
    ])
      assert.deepEqual(told(changed('person.birthDate', wrong)), ['#/person/birthDate format'], wrong);
  });

  it('wants numbers and addresses that reach somebody', () => {
    for (const fine of ['0743-74-1111', '0743741111', '090-1234-5678', '+82-10-1234-5678', '+15551234567'])
      assert.deepEqual(told(changed('contact.phone', fine)), [], fine);
    for (const wrong of [
      '74-1111',
      '0---------',
      '0743-74-111',
      '090-1234-56789',
      '0743--74-1111',
      '0743-74-1111-',
      '+1',
      '０７４３ー７４ー１１１１',
      '110',
    ])
      assert.deepEqual(told(changed('contact.phone', wrong)), ['#/contact/phone format'], wrong);
    for (const wrong of ['a@b', 'a b@c.jp', 'a@b@c.jp', '@b.jp', 'a@b.', '<a@b.jp>'])
      assert.deepEqual(told(changed('contact.email', wrong)), ['#/contact/email format'], wrong);
  });

  it('holds to its limits, to the character', () => {
    const sized: [string, number][] = [
      ['words', limits.words],
      ['about.relation', limits.line],
      ['contact.safeCall.never', limits.note],
      ['person.town', limits.line],
      ['needs.note', limits.note],
    ];
    for (const [path, most] of sized) {
      assert.deepEqual(told(changed(path, 'あ'.repeat(most))), [], path);
      assert.deepEqual(told(changed(path, 'あ'.repeat(most + 1))), [`#/${path.replaceAll('.', '/')} too-long`]);
      assert.deepEqual(told(changed(path, '')), [`#/${path.replaceAll('.', '/')} too-short`]);
    }
    const many = Array.from({ length: limits.topics + 1 }, (_, index) => `topic-${String(index)}`);
    assert.deepEqual(told({ ...least(), topics: many }), ['#/topics too-long']);
    assert.deepEqual(told({ ...least(), topics: many.slice(1) }), []);
    const household = Array.from({ length: limits.household + 1 }, () => ({ relation: 'other' }));
    assert.deepEqual(told({ ...least(), person: { household } }), ['#/person/household too-long']);
  });

  it('refuses what a database cannot keep or nobody sees', () => {
    for (const text of ['a\0b', '\ud83d', '\ude22', 'a\x07', 'a\x7f', 'a\u0085'])
      for (const path of ['words', 'person.name', 'contact.address', 'contact.safeCall.never', 'window.name', 'contact.email', 'mood'])
        assert.deepEqual(told(changed(path, path === 'contact.email' ? `a${text}@example.jp` : text)), [
          `#/${path.replaceAll('.', '/')} format`,
        ]);
    for (const line of ['a\nb', 'a\tb', 'a\u2028b']) assert.deepEqual(told(changed('person.name', line)), ['#/person/name format']);
    assert.deepEqual(told(changed('words', '一行目\r\n二行目\tおわり\u3000👨‍👩‍👧')), []);
  });

  it('refuses what was made to harm', () => {
    const polluting = JSON.parse('{"__proto__":{"polluted":true}}') as object;
    assert.deepEqual(told({ ...least(), more: polluting }), ['#/more format']);
    assert.deepEqual(told(JSON.parse('{"schemaVersion":"1.0","language":"ja","topics":["care"],"__proto__":{"words":"x"}}')), ['# format']);
    assert.deepEqual(told({ ...least(), deep: nested(50_000) }), ['#/deep too-long']);
    assert.deepEqual(told({ ...least(), wide: new Array<number>(5_000_000) }), ['#/wide too-long']);
    assert.deepEqual(told({ ...least(), long: 'x'.repeat(10_000_000) }), ['# too-long']);
    assert.deepEqual(told({ ...least(), words: 'x'.repeat(10_000_000) }), ['# too-long']);
    assert.deepEqual(told({ ...least(), ['k'.repeat(101)]: 1 }), ['# format']);
    assert.deepEqual(told({ ...least(), 'a\0': 1 }), ['# format']);
    assert.deepEqual(told({ ...least(), big: 1n }), ['#/big type']);
    const ring: Record<string, unknown> = { ...least() };
    ring.ring = ring;
    assert.deepEqual(told(ring), ['#/ring too-long']);
    const trapdoor = Object.defineProperty({ ...least() }, 'words', {
      enumerable: true,
      get() {
        throw new Error('boo');
      },
    });
    assert.deepEqual(told(trapdoor), ['# type']);
    for (const value of [null, undefined, 1, Number.NaN, '', 'x', true, [], [[]], Symbol('x'), () => 1])
      assert.ok(!parseConsultation(value).success);
    assert.ok(!parseConsultation({ ...least(), topics: { 0: 'care', length: 1 } }).success);
    assert.ok(!parseConsultation(changed('person.household.0.age', Number.NaN)).success);
  });

  it('tells at most fifty issues', () => {
    assert.equal(told({ ...least(), topics: new Array<number>(200).fill(1) }).length, 50);
  });
});

describe('issues', () => {
  it('point by RFC 6901, as a URI fragment', () => {
    assert.equal(pointerOf([]), '#');
    assert.equal(pointerOf(['person', 'household', 0, 'age']), '#/person/household/0/age');
    assert.equal(pointerOf(['a/b', 'c~d', '市 %', '']), '#/a~1b/c~0d/%E5%B8%82%20%25/');
  });

  it('say it in Japanese, and never repeat what was written', () => {
    const secret = 'ひみつ';
    const wrongs: [string, unknown][] = [
      ['schemaVersion', secret],
      ['schemaVersion', '9.0'],
      ['language', secret],
      ['about', secret],
      ['about.who', secret],
      ['topics', secret],
      ['topics.0', secret],
      ['mainTopic', 'himitsu'],
      ['words', undefined],
      ['words', secret.repeat(3000)],
      ['since', secret],
      ['contact.mode', undefined],
      ['contact.ways.1', secret],
      ['contact.phone', secret],
      ['contact.email', secret],
      ['person.birthDate', secret],
      ['person.birthDate', '1955-02-30'],
      ['person.birthDate', '2999-01-01'],
      ['person.birthDate', '1500-01-01'],
      ['person.name', `${secret}\0`],
      ['person.household.1.age', secret],
      ['person.household.1.age', 131],
      ['person.household.1.relation', undefined],
      ['window.id', secret],
      ['mood', `${secret}\0`],
      ['constructor', 1n],
    ];
    for (const [path, wrong] of wrongs) {
      for (const issue of issuesOf(parseConsultation(changed(path, wrong), today))) {
        assert.match(issue.message, /^[^\n]*。$/);
        assert.doesNotMatch(issue.message, /ひみつ|himitsu|undefined|\[object|不正|エラー/);
        assert.deepEqual(Object.keys(issue), ['path', 'pointer', 'code', 'message']);
      }
    }
    const messages = (path: string, wrong: unknown): string[] =>
      issuesOf(parseConsultation(changed(path, wrong), today)).map(({ message }) => message);
    assert.deepEqual(messages('about.who', 'me'), [
      '「だれのことか」の「だれのことか」は、次のどれかにしてください：self、family、neighbour、supporter、unsaid。',
    ]);
    assert.deepEqual(messages('person.household.1.age', 131), [
      '「本人」の「一緒に住んでいる人」の2番目の「年齢」は、130までの数で書いてください。',
    ]);
    assert.deepEqual(messages('person.birthDate', '1955-02-30'), [
      '「本人」の「生年月日」は、暦にない日付のようです。1955-04-01 の形で書いてください。',
    ]);
    assert.deepEqual(messages('contact.email', 'x'), [
      '「連絡先」の「メールアドレス」の書き方を確かめてください。soudan@example.jp の形でお書きください。',
    ]);
    assert.deepEqual(messages('contact', 5), ['「連絡先」は、項目の集まり（{ }）で書いてください。']);
  });
});

describe('a submission', () => {
  const pointers = (value: unknown): string[] => issuesOf(parseSubmission(value, today)).map(({ pointer, code }) => `${pointer} ${code}`);

  it('is open or sealed', () => {
    for (const value of [
      { consultation: least() },
      { consultation: fullest(), trap: { website: '', seconds: 42.5 } },
      { sealed: jwe },
      { sealed: jwe, windowId: 'general', language: 'ja', trap: {} },
    ]) {
      assert.deepEqual(pointers(value), []);
      assert.ok(schemas.submission.safeParse(value).success);
    }
  });

  it('is never both, so that nothing sealed also lies in the open', () => {
    const both = { sealed: jwe, consultation: least() };
    assert.deepEqual(pointers(both), ['#/consultation format']);
    assert.ok(!schemas.submission.safeParse(both).success);
  });

  it('has its issues under the consultation', () => {
    assert.deepEqual(pointers({ consultation: { ...least(), topics: [] } }), ['#/consultation/words missing']);
    assert.deepEqual(pointers({ consultation: { ...least(), mainTopic: 'debt' } }), ['#/consultation/mainTopic unknown-reference']);
    assert.deepEqual(pointers({}), ['#/consultation missing']);
    assert.deepEqual(pointers(null), ['# type']);
    assert.deepEqual(pointers([]), ['# type']);
    assert.deepEqual(pointers({ consultation: least(), trap: { seconds: -1 } }), ['#/trap/seconds too-short']);
    assert.deepEqual(pointers({ sealed: 'not a jwe' }), ['#/sealed format']);
    assert.deepEqual(pointers({ sealed: undefined }), ['#/sealed missing']);
    assert.deepEqual(pointers({ sealed: jwe, language: 'ja\0' }), ['#/language format']);
    assert.deepEqual(pointers({ sealed: jwe + 'A'.repeat(60_000) }), ['#/sealed too-long']);
  });
});

describe('what goes back and forth', () => {
  const thread = () => ({
    number: 'K7MF-3W9X',
    status: 'answered',
    receivedAt: '2026-11-24T01:30:00Z',
    messages: [{ from: 'desk', text: 'お読みしました。', at: '2026-11-25T01:30:00.5Z' }],
  });
  const { number, secret } = receipt();

  it('is read', () => {
    assert.ok(parseReceipt(receipt()).success);
    assert.ok(parseThread(thread()).success);
    assert.ok(parseOpenReceipt({ number, secret }).success);
    assert.ok(parsePersonMessage({ number, secret, text: 'ありがとうございます' }).success);
    assert.ok(parseDeskMessage({ text: 'お返事です' }).success);
    assert.ok(parseStatusChange({ status: 'closed' }).success);
    assert.deepEqual(checkReceipt(receipt()), []);
    assert.deepEqual(checkThread(thread()), []);
  });

  it('is refused when it is something else', () => {
    assert.ok(!parseReceipt('<html>').success);
    assert.equal(checkReceipt({ number }).length, 2);
    assert.equal(checkThread({ ...thread(), messages: [{ from: 'robot', text: '', at: 'now' }] }).length, 3);
    for (const wrong of ['k7mf-3w9x', 'K7MF3W9X', 'K7MF-3W9O', 'K7MF-3W9U', '', "' OR 1=1"])
      assert.ok(!parseOpenReceipt({ number: wrong, secret }).success);
    for (const text of ['', ' ', '\n\u200b', 'a\0', 'あ'.repeat(limits.message + 1), 5]) {
      assert.ok(!parseDeskMessage({ text }).success);
      assert.ok(!parsePersonMessage({ number, secret, text }).success);
    }
    assert.ok(!parseStatusChange({ status: 'deleted' }).success);
    const opened = parseOpenReceipt({ number, secret: 'x' });
    assert.equal(
      opened.success ? '' : opened.issues[0]!.message,
      '「確認番号」の書き方を確かめてください。受付票のとおりに、半角の英数字とハイフンで入れてください。',
    );
  });
});

describe('a receipt code', () => {
  it('is read as people type it', () => {
    for (const typed of ['K7MF-3W9X', 'k7mf3w9x', ' Ｋ７ＭＦ－３Ｗ９Ｘ ', 'K7MFー3W9X', 'K7 MF 3W 9X', 'k7mf‐3w9x。'])
      assert.equal(readReceiptCode(typed, 'number'), 'K7MF-3W9X', typed);
    assert.equal(readReceiptCode('oil0-1111', 'number'), '0110-1111');
    assert.equal(readReceiptCode('0123456789abcdef', 'secret'), '0123-4567-89AB-CDEF');
    for (const wrong of ['', 'K7MF-3W9', 'K7MF-3W9XX', 'K7MF-3W9U', 'あ', '\ud800', 'x'.repeat(1e6)])
      assert.equal(readReceiptCode(wrong, 'number'), undefined, wrong.slice(0, 20));
  });
});
