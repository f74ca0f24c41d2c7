/** What somebody writes on a sheet: values at pointers, entries, half-written things, and what the page says meanwhile. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { checkReferral } from '@tsunagu/schema/referral/check';
import type { ReferralSheet } from '@tsunagu/schema/referral';
import fc from 'fast-check';
import { leaves, patternOf, read, same, write } from '../../packages/referral-sheet/src/edit/pointer.js';
import type { ListPointer } from '../../packages/referral-sheet/src/edit/rows.js';
import { fieldKinds, understand, type TidyRule } from '../../packages/referral-sheet/src/edit/tidy-field.js';
import { Writing } from '../../packages/referral-sheet/src/edit/writing.js';
import { sheet } from './edit.samples.js';

const today = (): string => '2026-11-24';
const writing = (given: ReferralSheet = sheet()): Writing => new Writing(given, today);
const line: TidyRule = { kind: 'line', most: 100 };
const text: TidyRule = { kind: 'text', most: 20_000 };
const day: TidyRule = { kind: 'day', most: 40 };
const copy = <Value>(value: Value): Value => JSON.parse(JSON.stringify(value)) as Value;

describe('a value at a pointer', () => {
  const names = fc.constantFrom('a', 'b', 'c');
  const leaf = fc.oneof(fc.string(), fc.integer());
  const tree = fc.dictionary(
    names,
    fc.oneof(leaf, fc.dictionary(names, fc.oneof(leaf, fc.dictionary(names, leaf, { minKeys: 1 })), { minKeys: 1 })),
  );
  const pointer = fc.array(fc.constantFrom('a', 'b', 'c'), { minLength: 1, maxLength: 4 }).map((parts) => `/${parts.join('/')}`);

  it('is what was written there, and everything beside it is the same object', () => {
    fc.assert(
      fc.property(tree, pointer, (value, at) => {
        const before = copy(value);
        const after = write(value, at, 'new');
        assert.deepEqual(copy(value), before, 'the value before was changed');
        assert.equal(read(after, at), 'new');
        for (const name of Object.keys(value)) if (!at.startsWith(`/${name}`)) assert.equal(after[name], value[name]);
      }),
    );
  });

  it('goes away with the objects that are empty then, and leaves entries of lists in their places', () => {
    assert.deepEqual(write({ a: { b: { c: 1 } }, d: 2 }, '/a/b/c', undefined), { d: 2 });
    assert.deepEqual(write({ a: [{ b: 1 }, { b: 2 }] }, '/a/0/b', undefined), { a: [{}, { b: 2 }] });
    const value = { a: 1 };
    assert.equal(write(value, '/b/c', undefined), value);
    assert.equal(write(value, '/a', 1), value);
  });

  it('touches no prototype', () => {
    const after = write<object>({}, '/__proto__/polluted', 'yes');
    assert.equal(({} as { polluted?: string }).polluted, undefined);
    assert.equal(Object.getPrototypeOf(after), Object.prototype);
  });

  it('is known by a pattern', () => assert.equal(patternOf('/household/members/12/name'), '/household/members/*/name'));

  it('is the same whatever the order of its fields, absent fields apart', () => {
    assert.ok(same({ a: 1, b: [1, { c: 2 }] }, { b: [1, { c: 2, d: undefined }], a: 1 }));
    assert.ok(!same({ a: [1, 2] }, { a: [2, 1] }));
    assert.ok(!same({ a: [] }, { a: {} }));
  });
});

describe('what is typed', () => {
  it('never throws, and what is understood fits the sheet', () => {
    const fields: [string, TidyRule][] = [
      ['/words', text],
      ['/person/name', line],
      ['/person/kana', { kind: 'kana', most: 100 }],
      ['/person/birthDate', { kind: 'birth', most: 30 }],
      ['/person/phones', { kind: 'phones', most: 120 }],
      ['/contact/phone', { kind: 'phone', most: 40 }],
      ['/contact/email', { kind: 'email', most: 254 }],
      ['/household/members/0/age', { kind: 'age', most: 20 }],
      ['/household/size', { kind: 'number', most: 99 }],
      ['/respondDays', { kind: 'number', most: 60 }],
      ['/request/by', day],
      ['/safety/note', text],
    ];
    const typed = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({
        unit: fc.constantFrom('０', '3', '年', '月', '日', '昭', '-', '/', ' ', '　', '、', '\n', '\u0000', '\ud800', '人', '@', 'あ', '.'),
      }),
      fc.string({ minLength: 101, maxLength: 300 }),
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.constantFrom(...fields), typed), { maxLength: 12 }), (keys) => {
        const writes = writing();
        for (const [[pointer, rule], value] of keys) {
          writes.type(pointer, value, rule);
          assert.equal(writes.typed(pointer, rule), value === '' ? '' : writes.typed(pointer, rule));
        }
        assert.deepEqual(checkReferral(copy(writes.settled)), []);
      }),
      { numRuns: 400 },
    );
  });

  it('stays in its field as it was typed, and is kept until it is understood', () => {
    const writes = writing();
    writes.type('/request/by', '来週の', day);
    assert.equal(writes.typed('/request/by', day), '来週の');
    assert.equal(writes.settled.request, undefined);
    const again = writing(copy(writes.settled));
    assert.equal(again.typed('/request/by', day), '来週の', 'what was half typed is lost on the way');
    assert.equal(again.misread.length, 1);
    again.type('/request/by', '１２月４日', day);
    assert.equal(again.settled.request?.by, '2026-12-04');
    assert.equal('unfinished' in again.settled, false);
  });

  it('takes days in either calendar, and the nearest one where no year is said', () => {
    for (const [typed, value] of [
      ['令和8年11月20日', '2026-11-20'],
      ['2026/11/20', '2026-11-20'],
      ['11月20日（金）', '2026-11-20'],
      ['１／５', '2027-01-05'],
      ['12月24日', '2026-12-24'],
      ['R9.1.5', '2027-01-05'],
    ] as const)
      assert.deepEqual(understand(typed, day, today), { value }, typed);
    assert.equal(understand('2月30日', day, today).doubt, 'no-such-day');
    assert.deepEqual(understand('  ', day, today), {});
  });

  it('is nothing when nothing can be seen in it, in every kind of field', () => {
    for (const kind of fieldKinds) assert.equal(understand(' \u3000\n', { kind, most: 99 }, today).value, undefined, kind);
    for (const kind of fieldKinds) assert.deepEqual(understand('', { kind, most: 99 }, today), {}, kind);
  });

  it('keeps blanks and line ends of a text while it is written', () => {
    const writes = writing();
    writes.type('/situation', '一行目\n\n ', text);
    assert.equal(writes.sheet.situation, '一行目\n\n ');
  });

  it('loses controls and halves of a character, wherever they stand, and nothing else', () => {
    const kept = fc.constantFrom('あ', '𠮷', '👨‍👩‍👧', '\n', '\t', '\u2028', '~', ' ', '\u00a0', '\uffff', '\ud7ff', '\ue000');
    const lost = fc.constantFrom('\u0000', '\u0008', '\u000b', '\u001f', '\u007f', '\u009f', '\ud842', '\udfb7');
    fc.assert(
      fc.property(fc.array(fc.oneof(kept, kept, lost), { minLength: 1, maxLength: 40 }), (parts) => {
        // Two halves that follow one another are a character.
        const written = `本${parts.map((part) => (part.length === 1 && part >= '\ud800' && part <= '\udfff' ? `${part}本` : part)).join('')}`;
        const left = [...written].filter((one) => !/^[\ud800-\udfff]$/.test(one) && (one === '\n' || one === '\t' || !/\p{Cc}/u.test(one)));
        assert.deepEqual(understand(written, text, today), { value: left.join('') });
      }),
    );
  });

  it('that is too long stays in the field and out of the sheet', () => {
    const writes = writing();
    writes.type('/person/name', '長'.repeat(101), line);
    assert.equal(writes.settled.person.name, undefined);
    assert.equal(writes.typed('/person/name', line).length, 101);
    assert.deepEqual(
      writes.misread.map(({ pointer, doubt }) => [pointer, doubt]),
      [['/person/name', 'too-long']],
    );
  });

  it('gives an object the one field it cannot stand without', () => {
    const writes = writing(sheet({ contact: undefined, about: undefined }));
    writes.type('/contact/safeCall/never', '夜', text);
    writes.type('/about/relation', '隣の人', line);
    assert.equal(writes.settled.contact?.mode, 'named');
    assert.equal(writes.settled.about?.who, 'unsaid');
    assert.deepEqual(checkReferral(copy(writes.settled)), []);
  });

  it('counts the deadline anew when the number of days is written', () => {
    const writes = writing(sheet({ respondBy: '2026-12-01' }));
    writes.type('/respondDays', '５', { kind: 'number', most: 60 });
    assert.equal(writes.settled.respondDays, 5);
    assert.equal(writes.settled.respondBy, undefined);
  });

  it('takes the main worry away with its ○', () => {
    const writes = writing();
    writes.toggle('/topics', 'rent-loan', false);
    assert.equal(writes.settled.mainTopic, undefined);
    assert.deepEqual(writes.settled.topics, ['income', 'care']);
  });
});

describe('entries of a list', () => {
  const members: ListPointer = '/household/members';

  it('come off and go back, with what could not be understood in them', () => {
    const writes = writing();
    writes.add(members);
    writes.type(`${members}/1/birthDate`, '昭和のはじめ', { kind: 'birth', most: 30 });
    writes.add(members);
    writes.type(`${members}/2/name`, '三人目', line);
    const before = copy(writes.sheet);
    const keys = writes.rows(members).map(({ key }) => key);
    const gone = writes.remove(members, 1)!;
    assert.equal(writes.sheet.household?.members?.[1]?.name, '三人目');
    assert.equal(writes.typed(`${members}/1/birthDate`, { kind: 'birth', most: 30 }), '');
    writes.restore(gone);
    assert.deepEqual(copy(writes.sheet), before);
    assert.deepEqual(
      writes.rows(members).map(({ key }) => key),
      keys,
    );
    assert.equal(writes.typed(`${members}/1/birthDate`, { kind: 'birth', most: 30 }), '昭和のはじめ');
  });

  it('never give a person the ref of somebody who was taken off: it leads to their record of consent', () => {
    const writes = writing();
    const [{ ref } = { ref: '' }] = writes.sheet.household!.members!;
    writes.remove(members, 0);
    writes.add(members);
    assert.notEqual(writes.sheet.household!.members![0]!.ref, ref);
  });

  it('wait beside the sheet until they say something, in their places', () => {
    const writes = writing();
    for (const [index, what] of ['電話した', undefined, '訪問した'].entries()) {
      writes.add('/done');
      writes.type(`/done/${index}/by`, '花子', line);
      if (what) writes.type(`/done/${index}/what`, what, text);
    }
    writes.add('/attachments', { kind: 'other' });
    const { settled } = writes;
    assert.deepEqual(
      settled.done?.map(({ what }) => what),
      ['電話した', '訪問した'],
    );
    assert.equal(settled.attachments, undefined, 'an entry nobody wrote in is none');
    assert.deepEqual(checkReferral(copy(settled)), []);
    assert.deepEqual(copy(writing(copy(settled)).sheet.done), copy(writes.sheet.done));
  });

  it('stop at their number', () => {
    const writes = writing();
    while (writes.add(members) !== undefined);
    assert.equal(writes.rows(members).length, 20);
    assert.deepEqual(checkReferral(copy(writes.settled)), []);
  });

  it('come back as they were after any adding, taking off and putting back', () => {
    const step = fc.tuple(fc.constantFrom('add', 'remove', 'restore', 'type'), fc.nat(5), fc.string({ maxLength: 5 }));
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        const writes = writing();
        const gone: NonNullable<ReturnType<Writing['remove']>>[] = [];
        for (const [what, place, value] of steps) {
          const { length } = writes.rows('/supporters');
          if (what === 'add') writes.add('/supporters');
          else if (what === 'remove' && length) gone.push(writes.remove('/supporters', place % length)!);
          else if (what === 'restore' && gone.length) writes.restore(gone.pop()!);
          else if (what === 'type' && length)
            writes.type(`/supporters/${place % length}/${value.length % 2 ? 'name' : 'note'}`, value, line);
          const keys = writes.rows('/supporters').map(({ key }) => key);
          assert.equal(new Set(keys).size, keys.length);
          assert.ok(keys.every(Boolean));
        }
        assert.deepEqual(checkReferral(copy(writes.settled)), []);
        assert.deepEqual(copy(writing(copy(writes.settled)).settled), copy(writes.settled));
      }),
      { numRuns: 1000 },
    );
  });
});

describe('a value that the page gives while somebody writes', () => {
  it('that only repeats what is here changes nothing', () => {
    const writes = writing();
    writes.type('/wishes', '家で暮らしたい', text);
    assert.equal(writes.take(writes.settled), false);
    assert.equal(writes.take(copy(writes.settled)), false);
  });

  it('that is a little behind leaves what was written since', () => {
    const writes = writing();
    writes.type('/wishes', '家で', text);
    const saved = copy(writes.settled);
    writes.type('/wishes', '家で暮らしたい', text);
    assert.equal(writes.take(saved), false);
    assert.equal(writes.sheet.wishes, '家で暮らしたい');
    const later = copy(writes.settled);
    writes.type('/wishes', '家で', text);
    writes.leave();
    assert.equal(writes.take(later), false, 'what was taken back came again');
    assert.equal(writes.sheet.wishes, '家で');
    assert.deepEqual(writes.elsewhere, []);
  });

  it('brings what somebody else wrote in other fields, also on what the page had a moment ago', () => {
    const writes = writing();
    writes.type('/wishes', '家で', text);
    const saved = copy(writes.settled);
    writes.type('/wishes', '家で暮らしたい', text);
    assert.equal(writes.take({ ...saved, situation: 'ほかの人が書いた', urgency: 'today' }), true);
    const { wishes, situation, urgency } = writes.settled;
    assert.deepEqual([wishes, situation, urgency], ['家で暮らしたい', 'ほかの人が書いた', 'today']);
    assert.deepEqual(writes.elsewhere, []);
  });

  it('does not take the place of what was written here and not yet saved, and is told', () => {
    const writes = writing();
    writes.type('/wishes', '家で暮らしたい', text);
    writes.leave();
    const theirs = copy(sheet({ wishes: '施設も考えたい', urgency: 'today' }));
    assert.equal(writes.take(theirs), true);
    assert.deepEqual([writes.sheet.wishes, writes.sheet.urgency], ['家で暮らしたい', 'today']);
    const [conflict] = writes.elsewhere;
    assert.deepEqual(writes.elsewhere, [{ pointer: '/wishes', theirs: '施設も考えたい' }]);
    assert.equal(writes.take(copy(theirs)), false, 'the same is told again');
    assert.equal(writes.elsewhere.length, 1);
    writes.takeElsewhere(conflict!);
    assert.equal(writes.settled.wishes, '施設も考えたい');
    assert.deepEqual(writes.elsewhere, []);
  });

  it('wins in a field that was saved and left; one that is being written in is held', () => {
    const writes = writing();
    writes.type('/wishes', '家で暮らしたい', text);
    const saved = copy(writes.settled);
    assert.equal(writes.take(copy(saved)), false);
    writes.take({ ...saved, wishes: '施設も考えたい' });
    assert.equal(writes.sheet.wishes, '家で暮らしたい', 'a field that is being written in was overwritten');
    writes.keepHere();
    writes.leave();
    assert.equal(writes.take(copy(writes.settled)), false);
    writes.take(copy({ ...writes.settled, wishes: '施設を見学したい' }));
    assert.equal(writes.sheet.wishes, '施設を見学したい');
    assert.deepEqual(writes.elsewhere, []);
  });

  it('never lets go without a word of what the page has not said yet', () => {
    const writes = writing();
    writes.type('/wishes', '家で暮らしたい', text);
    writes.leave();
    // Told, and never said again: a colleague saved theirs on what was there before.
    assert.equal(writes.settled.wishes, '家で暮らしたい');
    writes.take(copy(sheet({ wishes: '施設も考えたい' })));
    assert.equal(writes.sheet.wishes, '家で暮らしたい');
    assert.deepEqual(writes.elsewhere, [{ pointer: '/wishes', theirs: '施設も考えたい' }]);
  });

  it('keeps what cannot be understood yet, and how a value was typed', () => {
    const writes = writing();
    const birth: TidyRule = { kind: 'birth', most: 30 };
    writes.type('/request/by', '来週の', day);
    writes.type('/person/birthDate', '昭和49年5月2日', birth);
    writes.take(copy(sheet({ urgency: 'today' })));
    assert.deepEqual([writes.typed('/request/by', day), writes.typed('/person/birthDate', birth)], ['来週の', '昭和49年5月2日']);
    const saved = copy(writes.settled);
    writes.take({
      ...saved,
      unfinished: { texts: { '/request/by': { text: 'そのうち', kind: 'day', most: 40 } } },
    });
    assert.equal(writes.typed('/request/by', day), 'そのうち', 'what somebody else half wrote is lost');
    assert.deepEqual(checkReferral(copy(writes.settled)), []);
  });

  it('leaves entries where they are: somebody added elsewhere does not close or move the others', () => {
    const writes = writing();
    const before = writes.rows('/household/members').map(({ key }) => key);
    writes.type('/household/members/0/health', '受診した', text);
    const members = [{ ref: 'case-0123-a-9', relation: 'child' as const }, ...sheet().household!.members!];
    writes.take(copy(sheet({ household: { members } })));
    const rows = writes.rows('/household/members');
    assert.deepEqual([rows.length, rows[0]!.key, rows[0]!.row.health], [2, before[0], '受診した']);
  });

  it('never makes a sheet that does not fit, whoever wrote what', () => {
    const fields: [string, TidyRule][] = [
      ['/wishes', text],
      ['/contact/phone', { kind: 'phone', most: 40 }],
      ['/about/relation', line],
      ['/request/by', day],
      ['/household/members/0/age', { kind: 'age', most: 20 }],
    ];
    const act = fc.tuple(
      fc.boolean(),
      fc.constantFrom('type', 'save', 'add', 'remove', 'topic', 'clear'),
      fc.nat(4),
      fc.constantFrom('5', '来週', '090-1234-5678', ''),
    );
    fc.assert(
      fc.property(fc.array(act, { maxLength: 25 }), (acts) => {
        const given = copy(sheet({ contact: undefined }));
        const desks = [writing(given), writing(copy(given))] as const;
        for (const [first, what, place, value] of acts) {
          const [here, there] = first ? desks : [desks[1], desks[0]];
          if (what === 'type' && (place < 4 || here.rows('/household/members').length))
            here.type(...([fields[place]![0], value, fields[place]![1]] as const));
          else if (what === 'add') here.add('/household/members');
          else if (what === 'remove') here.remove('/household/members', place);
          else if (what === 'topic') here.toggle('/topics', ['care', 'income', 'rent-loan', 'work', 'housing'][place]!, value === '5');
          else if (what === 'clear') here.put('/contact', undefined);
          else there.take(copy(here.settled));
          for (const desk of desks) assert.deepEqual(checkReferral(copy(desk.settled)), []);
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('comes to the same at both desks once each has heard of the other, whatever they wrote in different fields', () => {
    const fields = ['/words', '/wishes', '/situation', '/household/members/0/health', '/done/0/what', '/contact/name'];
    const act = fc.tuple(fc.nat(5), fc.string({ minLength: 1, maxLength: 6 }), fc.constantFrom('type', 'save', 'hear'));
    fc.assert(
      fc.property(fc.array(act, { maxLength: 20 }), (acts) => {
        const given = copy(sheet({ done: [{ what: '電話した', by: '花子' }] }));
        const desks = [writing(given), writing(copy(given))] as const;
        // Every text is a new one: a field that is what it was before cannot be told from one that nobody has heard of yet.
        for (const [index, [field, value, what]] of acts.entries()) {
          const here = desks[field % 2]!;
          const there = desks[1 - (field % 2)]!;
          if (what === 'type') here.type(fields[field]!, `${value}${index}`, text);
          else if (what === 'save') here.take(copy(here.settled));
          else there.take(copy(here.settled));
        }
        desks[1].take(copy(desks[0].settled));
        desks[0].take(copy(desks[1].settled));
        assert.deepEqual(copy(desks[0].settled), copy(desks[1].settled));
        assert.deepEqual([...desks[0].elsewhere, ...desks[1].elsewhere], []);
      }),
      { numRuns: 1000 },
    );
  });

  it('that is another sheet takes the place of this one', () => {
    const writes = writing();
    writes.type('/wishes', '家で暮らしたい', text);
    writes.take(copy(sheet({ id: 'r-other' })));
    assert.equal(writes.sheet.wishes, undefined);
  });

  it('may hold anything under `unfinished`', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (unfinished) => {
        const writes = writing({ ...sheet(), unfinished });
        assert.ok(writes.settled.id);
      }),
    );
    const rows = { '/done': [{ at: -3, row: { by: 'x' } }, { at: 1e9, row: { by: 'y' } }, 4] };
    assert.deepEqual(
      writing({ ...sheet(), unfinished: { rows, basis: { kind: 'x' }, texts: { '/a': { text: 1 } } } }).rows('/done').length,
      2,
    );
  });
});

describe('leaves', () => {
  it('are every value with its pointer', () =>
    assert.deepEqual(
      [...leaves({ a: [{ 'b/c': 1 }], d: null, e: 'x' })],
      [
        { pointer: '/a/0/b~1c', value: 1 },
        { pointer: '/e', value: 'x' },
      ],
    ));
});
