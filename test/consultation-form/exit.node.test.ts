/** Three times Escape leaves; nothing that an input method, a modifier or a held key does may. And where leaving goes to. */
/* eslint-disable @typescript-eslint/no-deprecated -- `keyCode` 229 is how some browsers tell of an input method */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { exitAddress, exitPresses, type ExitKey } from '../../packages/consultation-form/src/exit.js';

const plain: ExitKey = {
  key: 'Escape',
  keyCode: 27,
  isComposing: false,
  repeat: false,
  ctrlKey: false,
  altKey: false,
  metaKey: false,
  shiftKey: false,
  isTrusted: true,
};
/** What a keyboard sends, by a letter. */
const events: Record<string, ExitKey> = {
  E: plain,
  a: { ...plain, key: 'a', keyCode: 65 },
  S: { ...plain, key: 'Shift', keyCode: 16, shiftKey: true },
  /** Escape as an input method's: three ways of saying so. */
  c: { ...plain, isComposing: true },
  p: { ...plain, key: 'Process', keyCode: 229, isComposing: true },
  k: { ...plain, keyCode: 229 },
  /** Held down, with a modifier, by a script. */
  r: { ...plain, repeat: true },
  x: { ...plain, ctrlKey: true },
  l: { ...plain, altKey: true },
  m: { ...plain, metaKey: true },
  s: { ...plain, shiftKey: true },
  u: { ...plain, isTrusted: false },
};
const composed = '.';
const startsOver = 'aScpk.';

/** At which events of a sequence it fires; each takes `ms`. */
function fired(sequence: string, ms = 100): number[] {
  let at = 0;
  const press = exitPresses(() => at);
  return [...sequence].flatMap((letter, index) => {
    at += ms;
    if (letter !== composed) return press(events[letter]!) ? [index] : [];
    press.composed();
    return [];
  });
}

describe('three times Escape', () => {
  test('fires on the third, and begins anew', () => {
    assert.deepEqual(fired('EEEEEEE'), [2, 5]);
  });

  test('within two seconds, counted from the first of the three', () => {
    assert.deepEqual(fired('EEE', 1000), [2]);
    assert.deepEqual(fired('EEE', 1001), []);
    assert.deepEqual(fired('EEEEEEEEE', 1500), []);
    const times = [0, 1500, 2500, 3400];
    const press = exitPresses(() => times.shift()!);
    assert.deepEqual([press(plain), press(plain), press(plain), press(plain)], [false, false, false, true]);
  });

  test('another key in between starts over', () => {
    for (const key of ['a', 'S']) assert.deepEqual(fired(`EE${key}EE`), [], key);
    assert.deepEqual(fired('EEaEEE'), [5]);
  });

  test('what is not a press of its own is not counted, nor does it disturb', () => {
    for (const key of 'rxlmsu') {
      assert.deepEqual(fired(`EE${key.repeat(5)}`), [], key);
      assert.deepEqual(fired(key.repeat(9)), [], key);
      assert.deepEqual(fired(`E${key}E${key}E`), [4], key);
    }
  });
});

describe('an input method', () => {
  test('its own Escapes never leave, however many', () => {
    for (const key of 'cpk') assert.deepEqual(fired(key.repeat(20)), [], key);
  });

  test('an Escape that ends a composition is told in three orders, and none counts', () => {
    // Chromium and Firefox: keydown while composing, then compositionend. Safari: compositionend first, keydown with 229 or without.
    for (const end of ['c.', 'p.', '.k', '.E', '.']) {
      assert.deepEqual(fired(`EE${end}`, 10), [], end);
      assert.deepEqual(fired(`${end}EE`, 10), [], end);
      assert.deepEqual(fired(`${end}${end}${end}`, 10), [], end);
    }
  });

  test('half a second after a composition, Escape is the person’s again', () => {
    let at = 0;
    const press = exitPresses(() => at);
    press.composed();
    at = 499;
    assert.ok([1, 2, 3, 4].every(() => !press(plain)));
    at = 500;
    assert.deepEqual([press(plain), press(plain), press(plain)], [false, false, true]);
  });

  test('words from handwriting or speech, which press no key, start over too', () => {
    let at = 0;
    const press = exitPresses(() => at);
    press(plain);
    press(plain);
    press.composed();
    at = 600;
    assert.deepEqual([press(plain), press(plain), press(plain)], [false, false, true]);
  });

  test('somebody who hammers Escape in the middle of a word still gets away within a second', () => {
    assert.deepEqual(fired('c.EEEEEEEE', 100), [8]);
  });
});

test('every sequence of up to five events: it fires exactly when the last three that count are Escapes with nothing in between', () => {
  const alphabet = [...Object.keys(events), composed];
  let seen = 0;
  const visit = (sequence: string): void => {
    if (sequence) {
      seen++;
      // All of it lies within half a second, so nothing counts after a composition.
      let count = 0;
      const expected: number[] = [];
      for (const [index, letter] of [...sequence].entries()) {
        if (startsOver.includes(letter)) count = 0;
        if (letter === 'E' && !sequence.slice(0, index).includes(composed) && ++count === 3) {
          expected.push(index);
          count = 0;
        }
      }
      const found = fired(sequence, 10);
      if (found.join() !== expected.join()) assert.deepEqual(found, expected, sequence);
    }
    if (sequence.length < 5) for (const letter of alphabet) visit(sequence + letter);
  };
  visit('');
  assert.equal(seen, 13 + 13 ** 2 + 13 ** 3 + 13 ** 4 + 13 ** 5);
});

describe('where leaving goes to', () => {
  const page = { href: 'https://www.city.example/kurashi/soudan.html?desk=dv#form' };
  const cases: [string | null | undefined, string][] = [
    [null, 'https://www.city.example/'],
    [undefined, 'https://www.city.example/'],
    ['', 'https://www.city.example/'],
    ['  ', 'https://www.city.example/'],
    ['/tenki/', 'https://www.city.example/tenki/'],
    ['../', 'https://www.city.example/'],
    [' https://www.jma.go.jp/ ', 'https://www.jma.go.jp/'],
    ['//www.jma.go.jp', 'https://www.jma.go.jp/'],
    ['http://www.city.example/', 'http://www.city.example/'],
    // A fragment of this very page would leave everything where it is.
    ['#top', 'https://www.city.example/kurashi/soudan.html?desk=dv'],
    ['/kurashi/soudan.html?desk=dv#x', 'https://www.city.example/kurashi/soudan.html?desk=dv'],
    ['/other#x', 'https://www.city.example/other#x'],
    ['javascript:alert(1)', 'https://www.city.example/'],
    ['JavaScript:alert(1)', 'https://www.city.example/'],
    ['java\tscript:alert(1)', 'https://www.city.example/'],
    ['\u0001javascript:alert(1)', 'https://www.city.example/'],
    ['data:text/html,<script>', 'https://www.city.example/'],
    ['blob:https://www.city.example/1', 'https://www.city.example/'],
    ['file:///etc/passwd', 'https://www.city.example/'],
    ['about:blank', 'https://www.city.example/'],
    ['mailto:a@city.example', 'https://www.city.example/'],
    ['https://', 'https://www.city.example/'],
    ['http://[', 'https://www.city.example/'],
  ];
  for (const [attribute, expected] of cases) {
    test(`${JSON.stringify(attribute)} → ${expected}`, () => assert.equal(exitAddress(attribute, page), expected));
  }

  test('from a page that has no site: an empty page', () => {
    for (const href of ['file:///home/page.html', 'about:srcdoc', 'data:text/html,x', 'blob:null/1']) {
      assert.equal(exitAddress(null, { href }), 'about:blank');
      assert.equal(exitAddress('https://www.jma.go.jp/', { href }), 'https://www.jma.go.jp/');
      assert.equal(exitAddress('javascript:alert(1)', { href }), 'about:blank');
    }
  });

  test('whatever is written there: an address of the web, never a script', () => {
    const prefix = fc.constantFrom('', 'javascript:', 'data:', ' \n', '//', 'https:', 'blob:', '#', '\\\\');
    fc.assert(
      fc.property(prefix, fc.string(), (start, rest) => {
        assert.match(exitAddress(start + rest, page), /^https?:\/\/[^/]/);
      }),
    );
  });
});
