/** Two people wrote on from the same sheet: what comes of both. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { checkReferral } from '@tsunagu/schema/referral/check';
import type { ReferralSheet } from '@tsunagu/schema/referral';
import fc from 'fast-check';
import { merge, nearest } from '../../packages/referral-sheet/src/edit/merge.js';
import { leaves, read, same, write } from '../../packages/referral-sheet/src/edit/pointer.js';
import { sheet } from './edit.samples.js';

const copy = <Value>(value: Value): Value => JSON.parse(JSON.stringify(value)) as Value;
const base = (): ReferralSheet =>
  copy(
    sheet({
      household: {
        size: 3,
        members: [
          { ref: 'case-0123-a-2', relation: 'parent', name: '見本 ハナ', health: '物忘れ' },
          { ref: 'case-0123-a-3', relation: 'child', name: '見本 次郎' },
        ],
      },
      done: [
        { on: '2026-11-16', what: '電話した' },
        { on: '2026-11-17', what: '訪問した' },
      ],
      situation: '家賃を滞納している',
      wishes: '家で暮らしたい',
    }),
  );

/** Fields that stand alone, some of them empty. */
const fields = [
  '/words',
  '/wishes',
  '/refuses',
  '/situation',
  '/person/name',
  '/person/town',
  '/contact/phone',
  '/contact/safeCall/never',
  '/household/size',
  '/household/note',
  '/household/members/0/health',
  '/household/members/0/name',
  '/household/members/1/note',
  '/done/0/what',
  '/done/1/by',
  '/assessment/care/note',
  '/assessment/view',
  '/request/text',
  '/safety/note',
  '/urgency',
  '/to',
] as const;
const edits = fc.uniqueArray(fc.tuple(fc.constantFrom(...fields), fc.constantFrom('一', '二', '三', undefined)), {
  selector: ([pointer]) => pointer,
  maxLength: 12,
});
type Edits = readonly (readonly [string, string | undefined])[];
const edited = (value: ReferralSheet, list: Edits): ReferralSheet => {
  let next = value;
  for (const [pointer, to] of list)
    next = write(
      next,
      pointer,
      pointer === '/to' ? { agency: 'forest', name: to ?? '' } : pointer === '/household/size' ? (to?.length ?? 9) + 4 : to,
    );
  return next;
};

describe('a sheet that was written on in two places', () => {
  it('keeps in every field what either changed alone; where both did, mine stays and theirs is told', () => {
    fc.assert(
      fc.property(edits, edits, (my, their) => {
        const from = base();
        const [mine, theirs] = [edited(from, my), edited(from, their)];
        const before = copy([from, mine, theirs]);
        const { value, conflicts } = merge(from, mine, theirs);
        assert.deepEqual(copy([from, mine, theirs]), before, 'what was given was changed');
        const pointers = new Set([
          ...[from, mine, theirs, value].flatMap((one) => [...leaves(one)].map(({ pointer }) => pointer)),
          ...fields,
        ]);
        for (const pointer of pointers) {
          const [was, here, there, now] = [from, mine, theirs, value].map((one) => read(one, pointer));
          if (typeof was === 'object' || typeof here === 'object' || typeof there === 'object') continue;
          const told = conflicts.filter((conflict) => pointer === conflict.pointer || pointer.startsWith(`${conflict.pointer}/`));
          if (was === here && !told.length) assert.equal(now, there, `${pointer}: theirs is lost`);
          else if (was === there || here === there) assert.equal(now, here, `${pointer}: mine is lost`);
          else {
            assert.equal(now, here, `${pointer}: mine is lost`);
            assert.ok(told.length, `${pointer}: nobody hears of it`);
          }
        }
        for (const { pointer, theirs: other } of conflicts) {
          assert.ok(same(read(theirs, pointer), other), pointer);
          assert.ok(!same(read(from, pointer), other) && !same(read(mine, pointer), other), `${pointer} is no conflict`);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('is theirs where nothing was written here, mine where nothing was written there, and either where both wrote the same', () => {
    fc.assert(
      fc.property(edits, (list) => {
        const from = base();
        const next = edited(from, list);
        for (const [mine, theirs] of [
          [from, next],
          [next, from],
          [next, copy(next)],
        ] as const)
          assert.deepEqual(
            { ...merge(from, mine, theirs), value: copy(merge(from, mine, theirs).value) },
            { value: copy(next), conflicts: [] },
          );
      }),
    );
  });

  it('loses no entry of a list that either added, and has none back that one took away and the other left alone', () => {
    const lists = ['/household/members', '/done', '/supporters'] as const;
    const acts = fc.array(fc.tuple(fc.constantFrom(...lists), fc.constantFrom('add', 'remove', 'change'), fc.nat(3)), { maxLength: 6 });
    fc.assert(
      fc.property(acts, acts, (my, their) => {
        const from = base();
        const added = new Set<string>();
        const touched = { mine: new Set<string>(), theirs: new Set<string>() };
        const removed = { mine: new Set<string>(), theirs: new Set<string>() };
        const nameOf = (row: Record<string, unknown>): string => String(row.note ?? row.what ?? row.name);
        const act = (side: 'mine' | 'theirs', list: typeof my): ReferralSheet => {
          let next = from;
          list.forEach(([at, what, place], step) => {
            const rows = [...((read(next, at) as Record<string, unknown>[] | undefined) ?? [])];
            const index = place % Math.max(1, rows.length);
            const row = rows[index];
            if (what === 'add') {
              const note = `${side}-${step}`;
              added.add(note);
              rows.push(at === '/household/members' ? { ref: `case-0123-a-${10 + step}`, note } : { what: note, name: note });
            } else if (row && !added.has(nameOf(row))) {
              const key = `${at} ${nameOf(row)}`;
              if (what === 'remove') removed[side].add(key);
              touched[side].add(key);
              if (what === 'remove') rows.splice(index, 1);
              else rows[index] = { ...row, role: side };
            }
            next = write(next, at, rows.length ? rows : undefined);
          });
          return next;
        };
        const [mine, theirs] = [act('mine', my), act('theirs', their)];
        const { value, conflicts } = merge(from, mine, theirs);
        const rows = lists.flatMap((at) =>
          ((read(value, at) as Record<string, unknown>[] | undefined) ?? []).map((row) => [at, row] as const),
        );
        for (const note of added)
          if ([mine, theirs].some((one) => JSON.stringify(one).includes(`"${note}"`)))
            assert.ok(
              rows.some(([, row]) => nameOf(row) === note),
              `${note} is lost`,
            );
        const refs = (value.household?.members ?? []).map(({ ref }) => ref);
        assert.equal(new Set(refs).size, refs.length, 'two people have one ref');
        for (const [side, other] of [
          ['mine', 'theirs'],
          ['theirs', 'mine'],
        ] as const)
          for (const key of removed[side])
            if (!touched[other].has(key) && !conflicts.length)
              assert.ok(!rows.some(([at, row]) => `${at} ${nameOf(row)}` === key), `${key} is back`);
      }),
      { numRuns: 500 },
    );
  });

  it('follows entries that moved: mine is written on where it went', () => {
    const from = base();
    const mine = write(from, '/household/members/1/note', '学校を休みがち');
    const theirs = write(from, '/household/members', from.household!.members!.slice(1));
    const { value, conflicts } = merge(from, mine, theirs);
    assert.deepEqual(value.household?.members, [{ ...from.household!.members![1]!, note: '学校を休みがち' }]);
    assert.deepEqual(conflicts, []);
  });

  it('keeps somebody I wrote on whom they took off, and says so', () => {
    const from = base();
    const mine = write(from, '/household/members/0/health', '受診した');
    const theirs = write(from, '/household/members', from.household!.members!.slice(1));
    const { value, conflicts } = merge(from, mine, theirs);
    assert.equal(value.household?.members?.[0]?.health, '受診した');
    assert.deepEqual(conflicts, [{ pointer: '/household/members/0', theirs: undefined }]);
  });

  it('puts choices together: what either added, without what either took away', () => {
    const from = { ...base(), topics: ['income', 'care'] };
    const { value, conflicts } = merge(from, { ...from, topics: ['care', 'housing'] }, { ...from, topics: ['income', 'care', 'work'] });
    assert.deepEqual([value.topics, conflicts], [['care', 'housing', 'work'], []]);
  });

  it('never mixes two grounds, two desks, or the numbers of one field', () => {
    const from = base();
    const anonymous = { kind: 'anonymous-advice', summary: '仕事と介護' } as const;
    const other = { kind: 'support-conference', grounds: { reason: '緊急' } } as unknown as ReferralSheet['basis'];
    const basis = merge(from, { ...from, basis: anonymous }, { ...from, basis: other });
    assert.deepEqual([basis.value.basis, basis.conflicts.map(({ pointer }) => pointer)], [anonymous, ['/basis']]);
    const to = merge(from, { ...from, to: { agency: 'a', name: 'あ' } }, { ...from, to: { open: 'coordinator' } });
    assert.deepEqual([to.value.to, to.conflicts], [{ agency: 'a', name: 'あ' }, [{ pointer: '/to', theirs: { open: 'coordinator' } }]]);
  });

  it('holds what is being written in, even where nothing was changed yet', () => {
    const from = base();
    const theirs = { ...from, wishes: '施設も考えたい', situation: '新しい' };
    const { value, conflicts } = merge(from, from, theirs, '/wishes');
    assert.deepEqual([value.wishes, value.situation], ['家で暮らしたい', '新しい']);
    assert.deepEqual(conflicts, [{ pointer: '/wishes', theirs: '施設も考えたい' }]);
  });

  it('stops at the number of entries a list may have: mine stays whole', () => {
    const from = base();
    const full = (stem: string): ReferralSheet =>
      write(from, '/household/members', [
        ...from.household!.members!,
        ...Array.from({ length: 18 }, (_one, index) => ({ ref: `case-0123-a-${index + 4}`, note: `${stem}${index}` })),
      ]);
    const { value, conflicts } = merge(from, full('a'), full('b'));
    assert.deepEqual(value.household?.members, full('a').household?.members);
    assert.deepEqual(
      conflicts.map(({ pointer }) => pointer),
      ['/household/members'],
    );
    assert.deepEqual(checkReferral(copy(value)), []);
  });

  it('takes whatever there is, and touches no prototype', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), fc.jsonValue(), (a, b, c) => {
        merge(a, b, c);
        nearest([a, b], c, (one) => one === b);
      }),
    );
    const { value } = merge<object>({}, { a: 1 }, JSON.parse('{"__proto__":{"polluted":1}}') as object);
    assert.equal(({} as { polluted?: number }).polluted, undefined);
    assert.equal(Object.getPrototypeOf(value), Object.prototype);
  });

  it('knows what somebody wrote on from: the nearest; of those as near the latest that the page has said, else the earliest', () => {
    const [first, second, third] = [base(), { ...base(), wishes: '家で' }, { ...base(), wishes: '施設も' }];
    const said =
      (...all: unknown[]) =>
      (one: unknown): boolean =>
        all.includes(one);
    assert.equal(nearest([first, second], { ...second, urgency: 'today' }, said(first)), second);
    assert.equal(nearest([second, first], { ...first, urgency: 'today' }, said()), first);
    assert.equal(nearest([first, second], third, said()), first);
    assert.equal(nearest([first, second], third, said(first)), first);
    assert.equal(nearest([first, second], third, said(first, second)), second);
  });
});
