/** Sheets as files and codes without a page: what goes out for whom, what comes in, and what taking it would mean. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import canonicalize from 'canonicalize';
import fc from 'fast-check';
import { readSheetCode, sheetCode } from '@tsunagu/referral-sheet/paper';
import {
  codesOf,
  fileOf,
  findCodes,
  Incoming,
  outgoing,
  propose,
  textOf,
  transferJa,
  transferTexts,
  wordingFor,
  type Heard,
  type Outgoing,
  type Picture,
} from '@tsunagu/referral-sheet/transfer';
import { keyFrom } from '@tsunagu/core/seal';
import { appendReferral, type ReferralEvent, type ReferralSheet } from '@tsunagu/schema/referral';
import { compareSheets, readSheetText, type ReadValue } from '@tsunagu/schema/referral/compare';
import { encode } from 'uqr';
import { at, from, ikoma, ordinaryConsents, ordinarySheet, sent, to } from './paper.samples.js';

const secret = 'だれにも言わないこと';
/** What the person keeps to herself is written where the item `debt` is. */
const keeping = (): ReferralSheet => {
  const sheet = ordinarySheet();
  return { ...sheet, assessment: { ...sheet.assessment, debt: { level: 'urgent', note: secret } } };
};
async function whole(sheet = keeping()): Promise<Outgoing & { consents: NonNullable<Outgoing['consents']> }> {
  const { events, consents } = await sent(sheet, await ordinaryConsents());
  return { value: { sheet, events }, consents: consents!, directory: ikoma(), at };
}
const incoming = (here?: Outgoing['value']): Incoming => new Incoming(() => here);
const said = ({ news }: Heard): string => news(transferJa);
const pair = async (): Promise<{ open: string; closed: string }> => {
  const { publicKey, privateKey } = await crypto.subtle.generateKey({ name: 'ECDH', namedCurve: 'P-256' }, true, ['deriveBits']);
  const text = async (key: CryptoKey): Promise<string> => JSON.stringify(await crypto.subtle.exportKey('jwk', key));
  return { open: await text(publicKey), closed: await text(privateKey) };
};

describe('what goes out', () => {
  it('for a desk holds nothing that was kept back, in any format', async () => {
    const given = await whole();
    assert.ok(JSON.stringify(given.value).includes(secret));
    const texts = [await textOf(given, { agency: to }), JSON.stringify(outgoing(given, { agency: to }))];
    for (const format of ['json', 'csv', 'fhir'] as const) texts.push(await (await fileOf(format, given, { agency: to })).content.text());
    for (const text of texts) {
      assert.ok(text.includes('主人の物忘れ'), text.slice(0, 200));
      assert.ok(!text.includes(secret) && !text.includes(given.value.sheet.salt));
    }
    const own = await textOf(given, 'own');
    assert.ok(own.includes(secret));
  });

  it('has names that say nothing of anybody', async () => {
    const given = await whole();
    for (const format of ['json', 'csv', 'xlsx', 'fhir'] as const) {
      const { name, content } = await fileOf(format, given, { agency: to });
      assert.match(name, /^tsunagu-\d{8}-[0-9a-f]{8}\.(json|csv|xlsx|fhir\.json)$/);
      assert.ok(content.size > 500);
    }
  });

  it('as the own copy in JSON is the same record again, byte for byte once it is canonical', async () => {
    const given = await whole();
    const text = await (await fileOf('json', given, 'own')).content.text();
    const heard = await incoming().text(text);
    assert.equal(canonicalize(heard.value), canonicalize(given.value));
  });

  it('tells before a FHIR file is saved what it cannot carry', async () => {
    const { losses } = await fileOf('fhir', await whole(), { agency: to });
    assert.ok(losses!.length > 0);
    for (const { message } of losses!) assert.match(message, /[ぁ-ん].*。$/);
  });
});

describe('what comes in', () => {
  it('in any order says which codes are missing, and is the very document at the end', async () => {
    const given = await whole();
    const { parts } = await codesOf(given, { agency: to });
    assert.ok(parts.length >= 3);
    const into = incoming();
    const [first, second, ...others] = parts as [string, string, ...string[]];
    assert.equal(said(await into.code(others.at(-1)!)), '');
    const far = (): string => into.far(transferJa);
    assert.ok(far().startsWith(`${parts.length}枚のうち ${parts.length}枚目を読み取りました。あと 1枚目・2枚目`), far());
    for (const part of others.slice(0, -1)) await into.code(part);
    await into.code(first);
    assert.match(far(), /あと 2枚目です。$/);
    assert.match(said(await into.code(first)), /もう読み取ってあります。/);
    assert.match(said(await into.code('4901234567894')), /^これは、つなぐシートのコードではありません。/);
    assert.match(far(), /あと 2枚目です。$/, 'what was read stays read');
    const heard = await into.code(second);
    assert.equal(canonicalize(heard.value), canonicalize(outgoing(given, { agency: to })));
    assert.equal(said(heard), `${parts.length}枚すべて読み取りました。`);
    assert.equal(far(), '');
  });

  it('reads codes that an input method made wide', async () => {
    const given = await whole();
    const { parts } = await codesOf(given, { agency: to });
    const wide = (text: string): string =>
      text.replace(/[!-~]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0)).replace(/ /g, '　');
    const heard = await incoming().codes(parts.map(wide));
    assert.ok(heard.value);
  });

  it('opens a sealed file and sealed codes with the right key alone', async () => {
    const given = await whole();
    const [mine, theirs] = [await pair(), await pair()];
    const key = await keyFrom(mine.open);
    await assert.rejects(keyFrom(mine.closed), { code: 'private-key' });
    await assert.rejects(keyFrom('{}'), { code: 'bad-key' });
    const file = await fileOf('json', given, { agency: to }, key);
    assert.match(file.name, /\.jwe$/);
    const letter = await file.content.text();
    const into = incoming();
    const sealed = (await into.text(letter)).sealed!;
    assert.equal(sealed, letter);
    assert.equal(said(await into.open(sealed, theirs.closed)), transferJa.in.wrongKey);
    assert.equal(said(await into.open(sealed, 'no key')), transferJa.in.wrongKey);
    assert.equal((await into.open(`${sealed.slice(0, -4)}AAAA`, mine.closed)).value, undefined);
    const opened = await into.open(sealed, mine.closed);
    assert.equal(canonicalize(opened.value), canonicalize(outgoing(given, { agency: to })));
    const { parts } = await codesOf(given, { agency: to }, key);
    const read = await incoming().codes(parts);
    assert.equal(canonicalize((await incoming().open(read.sealed!, mine.closed)).value), canonicalize(opened.value));
  });

  it('answers every text with a sentence, in the language that is spoken', async () => {
    const english = await transferTexts('en');
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.string(), fc.json(), fc.constant('TSUNAGU1:S:01:02:'), fc.constant('{"sheet":{}}')), async (text) => {
        const heard = await incoming().text(text);
        assert.ok(heard.value === undefined);
        assert.match(said(heard), /。$/);
        assert.match(heard.news(english), /^[A-Z].*\.$/);
      }),
      { numRuns: 300 },
    );
  });

  it('knows a paper that came back', async () => {
    const { value } = await whole();
    const last = value.events.at(-1)!;
    const code = sheetCode({ id: value.sheet.id, seq: 1, hash: last.hash });
    assert.equal(said(await incoming(value).code(code)), transferJa.in.thisSheetNow);
    const further = { ...value, events: [...value.events, { ...last, seq: 1 } as ReferralEvent] };
    assert.equal(said(await incoming(further).code(code)), transferJa.in.thisSheet(1));
    assert.equal(said(await incoming(value).code(sheetCode({ id: 'r-other', seq: 1, hash: last.hash }))), transferJa.in.otherSheet);
    assert.equal(said(await incoming(value).code(sheetCode({ id: value.sheet.id, seq: 1, hash: '0'.repeat(16) }))), transferJa.in.notHere);
  });
});

describe('the small code', () => {
  it('reads back whatever it was made of', () => {
    const id = fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9._:-]{0,99}$/);
    const hash = fc.stringMatching(/^([0-9a-f]{16}|)$/);
    fc.assert(
      fc.property(id, fc.integer({ min: 0, max: 500 }), hash, (name, seq, digits) => {
        assert.deepEqual(readSheetCode(sheetCode({ id: name, seq, hash: digits })), { id: name, seq, hash: digits });
      }),
    );
    for (const text of ['', 'TSUNAGU/R1/', 'TSUNAGU1:S:01:01:', 'TSUNAGU/R1/A/1/XYZ', 'https://example.jp/'])
      assert.equal(readSheetCode(text), undefined);
  });
});

describe('before anything is replaced', () => {
  const read = (value: object): ReadValue => structuredClone(value) as ReadValue;

  it('a desk’s answer is added to the sender’s record, whose own sheet stays whole', async () => {
    const given = await whole();
    const theirs = outgoing(given, { agency: to });
    const answered = await appendReferral(
      { sheet: theirs.sheet as unknown as ReferralSheet, events: theirs.events },
      { type: 'accept', firstContactBy: '2026-11-26', text: '引き受けます' },
      { actor: { agency: to, name: '包括 太郎' }, at, whole: false },
    );
    assert.ok(answered.ok, JSON.stringify(answered));
    const proposal = await propose(read({ sheet: theirs.sheet, events: answered.events }), given.value);
    assert.equal(proposal.kind, 'answers');
    assert.deepEqual(proposal.value!.sheet, given.value.sheet);
    assert.equal(proposal.value!.events.length, 2);
    assert.deepEqual(proposal.value!.events[0], given.value.events[0], 'what the sender knows of its own steps is kept');
    assert.equal((await propose(read(theirs), given.value)).kind, 'same');
    assert.equal((await propose(read(theirs), { ...given.value, events: answered.events })).kind, 'behind');
  });

  it('an answer that comes after its day is written down as heard by the desk that sent the sheet', async () => {
    const given = await whole();
    const theirs = outgoing(given, { agency: to });
    const answered = await appendReferral(
      { sheet: theirs.sheet as unknown as ReferralSheet, events: theirs.events },
      { type: 'accept', text: '引き受けます' },
      { actor: { agency: to, name: '包括 太郎' }, at, whole: false },
    );
    assert.ok(answered.ok);
    const later = new Date(at.getTime() + 7 * 86_400_000);
    const own = { ...given.value, consents: given.consents };
    const clock = await appendReferral(own, { type: 'mark-overdue' }, { actor: { system: 'clock' }, at: later });
    assert.ok(clock.ok);
    const here = { sheet: given.value.sheet, events: clock.events };
    const copy = read({ sheet: theirs.sheet, events: answered.events });
    const hearing = { actor: { agency: from, name: '相談 花子' }, at: later, consents: given.consents };
    const proposal = await propose(copy, here, undefined, hearing);
    assert.deepEqual([proposal.kind, proposal.added.length], ['late', 1]);
    assert.deepEqual(proposal.value!.sheet, here.sheet);
    const { heard, ...who } = proposal.value!.events.at(-1)!.by as { heard: object };
    assert.deepEqual(who, { agency: to, name: '包括 太郎' });
    assert.deepEqual(heard, { agency: from, name: '相談 花子', how: 'copy', of: answered.event.hash, at: answered.event.at });
    assert.equal((await propose(copy, { ...here, events: proposal.value!.events }, undefined, hearing)).kind, 'same');
    // Nobody says which desk this is, or it is another: nothing is taken.
    assert.equal((await propose(copy, here)).kind, 'apart');
    assert.equal((await propose(copy, here, undefined, { ...hearing, actor: { agency: 'stranger' } })).kind, 'apart');
  });

  it('differences are told, and a record that was changed is not taken', async () => {
    const given = await whole();
    const theirs = outgoing(given, { agency: to });
    const here = { sheet: { ...theirs.sheet, wishes: '前の希望' } as unknown as ReferralSheet, events: [] };
    const { kind, differences, value } = await propose(read(theirs), here);
    assert.equal(kind, 'update');
    assert.ok(differences.some(({ before, after }) => before === '前の希望' && after?.includes('家で暮らし続けたい')));
    assert.ok(value);
    const forged = theirs.events.map((event) => ({ ...event, at: '2026-11-01T00:00:00.000Z' }));
    const proposal = await propose(read({ ...theirs, events: forged }), here);
    assert.deepEqual([proposal.kind, proposal.value], ['changed', undefined]);
    assert.equal((await propose(read(theirs), undefined)).kind, 'fresh');
    const other = await propose(read(theirs), { ...here, sheet: { ...here.sheet, id: 'r-other' } });
    assert.equal(other.kind, 'other');
    assert.equal((await readSheetText(JSON.stringify(theirs))).ok, true);
    assert.equal(from, 'city-hall');
  });
});

describe('differences in the reader’s language', () => {
  const before = (): ReferralSheet => ({ ...ordinarySheet(), urgency: 'today', wishes: '《これ》は本人が書いた' });
  const after = (): ReferralSheet => ({ ...before(), urgency: 'no-hurry', topics: ['care', 'city-own'], wishes: '《それ》も本人が書いた' });
  const own = { agency: () => undefined, topic: (id: string) => (id === 'city-own' ? '市の困りごと' : undefined) };

  it('name fields and choices as that language does; what was written stays as it is', async () => {
    const inEnglish = compareSheets(before(), after(), await wordingFor('en', own));
    const urgency = inEnglish.find(({ pointer }) => pointer === '/urgency')!;
    assert.deepEqual([urgency.name, urgency.before, urgency.after], ['How urgent', 'Wants an answer today', 'No hurry']);
    for (const { name } of inEnglish) assert.doesNotMatch(name.replace(/[（(].*[)）]/g, ''), /[ぁ-んァ-ヶ一-龥]/, name);
    const easy = compareSheets(before(), after(), await wordingFor('ja-x-easy', own));
    assert.match(easy.find(({ pointer }) => pointer === '/urgency')!.name, /《/, 'names are drawn with their readings');
    assert.equal(easy.find(({ pointer }) => pointer === '/urgency')!.after, '急がない', 'values are not');
    for (const differences of [inEnglish, easy]) {
      const wishes = differences.find(({ pointer }) => pointer === '/wishes')!;
      assert.deepEqual([wishes.before, wishes.after], ['《これ》は本人が書いた', '《それ》も本人が書いた']);
      assert.ok(
        differences.some(({ after: now }) => now?.includes('市の困りごと')),
        JSON.stringify(differences),
      );
    }
  });

  it('say every field of a whole sheet, and days and numbers of a member', async () => {
    for (const lang of ['en', 'ja-x-easy'] as const) {
      const wording = await wordingFor(lang, own);
      const empty = { id: 'r-none', from: { agency: from }, to: { agency: to } } as unknown as ReferralSheet;
      for (const { name, after: text } of compareSheets(empty, ordinarySheet(), wording)) {
        assert.notEqual(name.trim(), '');
        assert.doesNotMatch(`${name} ${text}`, /undefined|NaN|\[object/);
      }
    }
    assert.equal(await wordingFor('ja', own), own, 'Japanese is what the rules say by themselves');
  });
});

describe('codes on a picture', () => {
  /** Codes in two columns, as on the back of a sheet. */
  function page(texts: readonly string[], module: number): Picture {
    const codes = texts.map((text) => encode(text, { ecc: 'M', border: 4 }));
    const side = Math.max(...codes.map(({ size }) => size)) * module;
    const [width, height] = [side * 2 + 60, Math.ceil(texts.length / 2) * (side + 30)];
    const data = new Uint8ClampedArray(width * height * 4).fill(255);
    codes.forEach(({ size, data: modules }, index) => {
      const [left, top] = [(index % 2) * (side + 60), Math.floor(index / 2) * (side + 30)];
      for (let y = 0; y < size * module; y++)
        for (let x = 0; x < size * module; x++)
          if (modules[Math.floor(y / module)]![Math.floor(x / module)])
            data.fill(0, ((top + y) * width + left + x) * 4, ((top + y) * width + left + x) * 4 + 3);
    });
    return { data, width, height };
  }

  it('are all found by jsQR, six to a page', async () => {
    const { parts } = await codesOf(await whole(), { agency: to });
    const more = await codesOf(await whole({ ...keeping(), id: 'r-0000000000000002' }), { agency: to });
    const six = [...parts, ...more.parts].slice(0, 6);
    assert.equal(six.length, 6);
    assert.deepEqual(findCodes(page(six, 4)).sort(), [...six].sort());
    assert.deepEqual(findCodes({ data: new Uint8ClampedArray(400 * 400 * 4).fill(255), width: 400, height: 400 }), []);
  });
});
