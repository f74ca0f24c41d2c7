/** つなぐシート by the keyboard alone: written, checked and sent by one desk; received, taken on and passed on by the next. Key events are real ones. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import {
  appendReferral,
  packageFor,
  recordFor,
  type Actor,
  type ReferralAction,
  type ReferralEvent,
  type ReferralSheet,
} from '@tsunagu/schema/referral';
import { referralWords as words, sectionNumber, type SectionId } from '@tsunagu/schema/referral/words';
import type { Locator, Page } from 'playwright-core';
import { first, names, now, second, sheetAt, third, type StorySheet } from '../../stories/referral-sheet/sheets.js';
import { openHouse, type House } from './chromium.js';
import { openDesk, recorded, type Desk } from './referral-page.js';

interface Stop {
  /** What it is, for a failure's message. */
  name: string;
  lost: boolean;
  ring: boolean;
  /** What is not as it should be with its being seen; empty when all is well. */
  hidden: string;
  /** Comes after the stop before, in the order things are read. */
  onward: boolean;
}

/**
 * What has the focus, after it has come to rest.
 *
 * WCAG 2.2, 2.4.11 Focus Not Obscured (Minimum, AA): "When a user interface component receives keyboard focus, the component is not entirely hidden due to
 * author-created content." Held here is more: nothing lies over any part of what is in the window (2.4.12, AAA), and all of it is in the window with its
 * ring. A text field is scrolled to its caret by the browser: of it the line with the caret is seen, and the ring at its upper or its lower edge.
 */
const stop = (page: Page): Promise<Stop> =>
  page.evaluate(async () => {
    for (let frame = 0; frame < 2; frame++) await new Promise((resolve) => requestAnimationFrame(resolve));
    let root: Document | ShadowRoot = document;
    while (root.activeElement?.shadowRoot) root = root.activeElement.shadowRoot;
    const at = root.activeElement as HTMLElement | null;
    const memory = window as Window & { stopBefore?: Element };
    const before = memory.stopBefore;
    if (!at || at === document.body) return { name: 'nothing', lost: true, ring: false, hidden: 'nothing has the focus', onward: false };
    memory.stopBefore = at;
    // A link may go over several lines.
    const box = at.getClientRects()[0] ?? at.getBoundingClientRect();
    const around = at.closest('label') ?? at;
    const label = (at as HTMLInputElement).labels?.[0]?.textContent ?? at.textContent;
    const [top, bottom] = [Math.max(box.top, 0), Math.min(box.bottom, innerHeight)];
    // Called where it stands: a function with a name needs a helper that the page has not.
    const hidden = ((): string => {
      if (box.width <= 0 || bottom - top <= 0 || box.left < 0 || box.right > innerWidth) return 'outside the window';
      for (const x of [0.25, 0.5, 0.75].map((part) => box.left + box.width * part))
        for (const y of [top + 3, (top + bottom) / 2, bottom - 3]) {
          const hit = root.elementFromPoint(x, y);
          if (!hit || !around.contains(hit)) return `under ${hit?.localName ?? 'nothing'}.${hit?.className.toString() ?? ''} at ${x} ${y}`;
        }
      // The ring is outside the box.
      const edges = [box.top - 6 >= 0, box.bottom + 6 <= innerHeight];
      const isText = at instanceof HTMLTextAreaElement || (at instanceof HTMLInputElement && at.type === 'text');
      if (!isText) return edges.every(Boolean) ? '' : `partly outside the window, from ${box.top} to ${box.bottom}`;
      if (!edges.some(Boolean)) return 'neither its upper edge nor its lower one is in the window';
      // Somebody who comes with Tab stands before the text or, once it was written by a script, after it.
      const { scrollTop, selectionStart, value } = at;
      if (selectionStart !== 0 && selectionStart !== value.length) return `the caret is at ${selectionStart} of ${value.length}`;
      const { fontSize, lineHeight, paddingTop, paddingBottom } = getComputedStyle(at);
      const [size, high, above, below] = [fontSize, lineHeight, paddingTop, paddingBottom].map(parseFloat) as [
        number,
        number,
        number,
        number,
      ];
      const line = high || size;
      let caret = (box.top + box.bottom - line) / 2;
      if (at instanceof HTMLTextAreaElement) {
        // As high as its text: where the last line ends.
        const copy = at.cloneNode() as HTMLTextAreaElement;
        copy.style.cssText = `position: absolute; visibility: hidden; width: ${at.offsetWidth}px; height: 0; min-height: 0; field-sizing: fixed`;
        at.after(copy);
        copy.value = value;
        const text = copy.scrollHeight;
        copy.remove();
        caret = box.top + at.clientTop - scrollTop + (selectionStart ? text - below - line : above);
      }
      // The letters of the line; the space above and below them is none of theirs.
      const [from, to] = [caret + (line - size) / 2, caret + (line + size) / 2];
      return from >= top && to <= bottom ? '' : `its caret, from ${from} to ${to}, is not between ${top} and ${bottom}`;
    })();
    return {
      name: `${at.localName} ${label.trim().replace(/\s+/g, ' ').slice(0, 40)}`,
      lost: false,
      // A radio button or a check box has its ring around the whole of what can be pressed; the button inside a date field has the browser's own.
      ring:
        ((at as HTMLInputElement).type === 'date' && !at.matches(':focus-visible')) ||
        [at, around]
          .map((each) => getComputedStyle(each))
          .some(({ outlineStyle, outlineWidth }) => outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2),
      hidden,
      onward:
        // A date field has stops within itself.
        before === at ||
        !before?.isConnected ||
        before.getRootNode() !== root ||
        !!(before.compareDocumentPosition(at) & Node.DOCUMENT_POSITION_FOLLOWING),
    };
  });

const has = (target: Locator): Promise<boolean> =>
  target.evaluateAll(([element]) => {
    const root = element?.getRootNode() as ShadowRoot | undefined;
    return root?.activeElement === element && element !== undefined;
  });

/** Presses Tab until `target` has the focus; on the way it is never lost, always seen, and goes the way things are read. */
async function tabTo(page: Page, target: Locator, most = 120): Promise<void> {
  // From wherever the focus is now: something may have moved it.
  const way: string[] = [(await stop(page)).name];
  for (let step = 0; step < most; step++) {
    await page.keyboard.press('Tab');
    const { name, lost, ring, hidden, onward } = await stop(page);
    way.push(name);
    assert.deepEqual({ lost, ring, hidden, onward }, { lost: false, ring: true, hidden: '', onward: true }, way.join(' → '));
    if (await has(target)) return;
  }
  assert.fail(`never reached ${String(target)}: ${way.join(' → ')}`);
}

/** Presses ArrowDown or ArrowUp in a list of choices until it says `value`. */
async function choose(page: Page, list: Locator, value: string): Promise<void> {
  const where = await list.evaluate((select, wanted) => {
    const { options, selectedIndex } = select as HTMLSelectElement;
    return [...options].findIndex((option) => option.value === wanted) - selectedIndex;
  }, value);
  for (let step = 0; step < Math.abs(where); step++) await page.keyboard.press(where > 0 ? 'ArrowDown' : 'ArrowUp');
  assert.equal(await list.inputValue(), value);
  assert.ok(await has(list), 'the focus stays where it was chosen');
}

/** Types a day into a date field, whose parts come in the order of the browser's language. */
async function typeDay(page: Page, field: Locator, [year, month, day]: readonly [string, string, string]): Promise<void> {
  for (const digits of [year + month + day, month + day + year]) {
    for (let part = 0; part < 3; part++) await page.keyboard.press('ArrowLeft');
    await page.keyboard.type(digits);
    if ((await field.inputValue()) === `${year}-${month}-${day}`) return;
  }
  assert.fail(await field.inputValue());
}

const sectionName = (id: SectionId): string => `${sectionNumber(id)} ${words.sections[id]}`;
const actionName = (action: keyof typeof words.choices.action): string => words.choices.action[action];

describe('the referral sheet by the keyboard alone', { timeout: 240_000 }, () => {
  let house: House;
  let draft: StorySheet;
  before(async () => {
    house = await openHouse();
    draft = await sheetAt('draft', 'sender');
  });
  after(() => house.close());

  const button = ({ sheet }: Desk, name: string | RegExp): Locator => sheet.getByRole('button', { name });

  it('writes from the draft: another desk, a section, somebody of the household more and less, the check, and out', async () => {
    const desk = await openDesk(house, draft, 'edit');
    const { page, sheet, told } = desk;
    await desk.part('edit').waitFor();

    const to = sheet.getByRole('combobox', { name: words.sheet.to });
    await tabTo(page, to);
    await choose(page, to, third.agency);

    const household = button(desk, sectionName('household'));
    await tabTo(page, household);
    await page.keyboard.press('Enter');
    assert.equal(await household.getAttribute('aria-expanded'), 'true');
    assert.ok(await has(household), 'a section that opens keeps the focus on its button');

    const member = desk.part('member').first().getByRole('button').first();
    await tabTo(page, member);
    await page.keyboard.press('Space');
    const health = desk.part('member').first().getByRole('textbox', { name: words.member.health });
    await tabTo(page, health);
    await page.keyboard.press('Control+End');
    await page.keyboard.insertText('。薬は飲めている');

    await tabTo(page, button(desk, '世帯の人を加える'));
    await page.keyboard.press('Enter');
    const relation = desk.part('member').nth(1).getByRole('combobox').first();
    await relation.waitFor();
    assert.ok(await has(relation), 'the focus is in the new entry');
    await choose(page, relation, 'child');
    const remove = desk
      .part('member')
      .nth(1)
      .getByRole('button', { name: /を外す$/ });
    await tabTo(page, remove);
    await page.keyboard.press('Enter');
    const back = button(desk, '元に戻す');
    await back.waitFor();
    assert.ok(await has(back), 'what was taken off can be put back at once');
    await page.keyboard.press('Enter');
    await desk.part('member').nth(1).waitFor();
    assert.ok(!(await stop(page)).lost);
    await tabTo(page, remove);
    await page.keyboard.press('Enter');
    assert.equal(await desk.part('member').count(), 1);

    await tabTo(page, button(desk, '送る前に確かめる'));
    await page.keyboard.press('Enter');
    const heading = sheet.getByRole('heading', { name: '送る前の確かめ' });
    await heading.waitFor();
    assert.ok(await has(heading), 'the check is read from its heading');
    await tabTo(page, button(desk, 'この内容で送る'));
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => window.told.some(({ type }) => type === 'send'));
    const [{ detail }] = (await told('send')) as [Awaited<ReturnType<Desk['told']>>[number]];
    assert.deepEqual(detail.sheet!.to, { agency: third.agency, name: third.name });
    const members = detail.sheet!.household!.members!;
    assert.deepEqual([members.length, members[0]!.health], [1, '物忘れ。薬は飲めている']);

    const sent = await appendReferral(
      { sheet: detail.sheet!, events: [], consents: draft.consent },
      { type: 'send' },
      { actor: { agency: first.agency, name: names[first.agency]! }, at: now, id: 'event-0' },
    );
    assert.ok(sent.ok);
    await recorded(sheet, { sheet: detail.sheet!, events: sent.events });
    await desk.part('timeline').first().waitFor();
    const after = await stop(page);
    assert.deepEqual([after.lost, after.hidden], [false, ''], `after sending the focus is at ${after.name}`);
    await page.context().close();
  });

  it('answers as the next desk: received, taken on with a day, passed on with a reason', async () => {
    const { value, consent } = await sheetAt('sent', 'sender');
    const { sheet } = value;
    let events: ReferralEvent[] = value.events;
    const actor: Actor = { agency: second.agency, name: names[second.agency]! };
    const mine = (): StorySheet => ({
      value: {
        sheet: packageFor(sheet, second.agency, consent, now).document as unknown as ReferralSheet,
        events: recordFor({ sheet, events, consents: consent }, second.agency, now),
      },
      consent: {},
      desk: second.agency,
      worker: names[second.agency]!,
    });
    const desk = await openDesk(house, mine(), 'reply');
    const { page, part, told } = desk;
    await part('receive').waitFor();

    /** The page records what was decided, as its receiver would; the reader is told, at the focus. */
    const record = async (type: ReferralAction['type']): Promise<ReferralAction> => {
      await page.waitForFunction((wanted) => window.told.at(-1)?.detail.action?.type === wanted, type);
      const action = (await told('reply')).at(-1)!.detail.action as ReferralAction;
      const at = new Date(Date.parse(now) - (60 - events.length) * 60_000);
      const result = await appendReferral({ sheet, events, consents: consent }, action, { actor, at, id: `key-${events.length}` });
      assert.ok(result.ok, JSON.stringify(result));
      events = result.events;
      await recorded(desk.sheet, mine().value);
      await part('status').filter({ hasText: /./ }).waitFor();
      assert.ok(await has(part('status')), (await stop(page)).name);
      return action;
    };

    await tabTo(page, button(desk, '返信欄へ'));
    await page.keyboard.press('Enter');
    assert.ok(
      await has(desk.sheet.getByRole('heading', { name: `9 ${words.sections.reply}` })),
      'the way to the reply leads to its heading',
    );
    await tabTo(page, button(desk, actionName('receive')));
    await page.keyboard.press('Enter');
    await record('receive');

    const accept = desk.sheet.getByRole('radio', { name: actionName('accept') });
    await tabTo(page, accept);
    await page.keyboard.press('Space');
    assert.ok(await accept.isChecked());
    const day = desk.sheet.getByLabel(words.reply.firstContactBy);
    await tabTo(page, day);
    await typeDay(page, day, ['2026', '11', '27']);
    await tabTo(page, desk.sheet.getByRole('textbox', { name: words.reply.nextStep }));
    await page.keyboard.insertText('午前中に電話します。');
    await tabTo(page, part('send'));
    await page.keyboard.press('Enter');
    const accepted = await record('accept');
    assert.deepEqual(accepted, { type: 'accept', firstContactBy: '2026-11-27', nextStep: '午前中に電話します。' });

    // Then it turns out that another desk is nearer to what is needed.
    const passOn = desk.sheet.getByRole('radio', { name: actionName('pass-on') });
    await tabTo(page, passOn);
    await page.keyboard.press('Space');
    await tabTo(page, part('send'));
    await page.keyboard.press('Enter');
    await part('summary').waitFor();
    assert.ok(await has(part('summary')), 'what is missing is read first');
    const [link] = await part('summary').getByRole('link').all();
    await tabTo(page, link!);
    await page.keyboard.press('Enter');
    const to = desk.sheet.getByRole('combobox', { name: words.reply.to });
    assert.ok(await has(to), 'each of it leads to its field');
    await choose(page, to, third.agency);
    const reasons = desk.sheet.getByRole('group', { name: words.reply.reason });
    await tabTo(page, reasons.getByRole('radio').first());
    const reason = reasons.getByRole('radio', { name: words.choices.reason['other-field'] });
    for (let step = 0; step < 12 && !(await reason.isChecked()); step++) await page.keyboard.press('ArrowDown');
    assert.ok((await reason.isChecked()) && (await has(reason)));
    await tabTo(page, part('send'));
    await page.keyboard.press('Enter');
    assert.deepEqual(await record('pass-on'), {
      type: 'pass-on',
      to: { agency: third.agency, name: third.name },
      reason: 'other-field',
    });
    await page.context().close();
  });

  for (const [width, mode] of [
    [1280, 'edit'],
    [360, 'edit'],
    [360, 'reply'],
  ] as const)
    it(`${mode} at ${width} px: from the first stop to the last and back, nothing with the focus is lost, hidden or covered`, async () => {
      const desk = await openDesk(house, mode === 'edit' ? draft : await sheetAt('accepted', 'holder'), mode);
      const { page, part } = desk;
      await page.setViewportSize({ width, height: 740 });
      if (mode === 'edit') {
        await part('edit').waitFor();
        for (const opener of await part('section-button').all()) await opener.press('Enter');
        await part('member').getByRole('button').first().press('Enter');
      }
      await part('transfer').press('Enter');
      await part('transfer-panel').waitFor();
      await page.evaluate(() => {
        const heading = document.querySelector('h1')!;
        heading.tabIndex = -1;
        heading.focus();
      });
      let stops = 400;
      for (const key of ['Tab', 'Shift+Tab']) {
        const way: string[] = [];
        for (let step = 0; step < stops; step++) {
          await page.keyboard.press(key);
          const { name, lost, ring, hidden, onward } = await stop(page);
          if (lost) break;
          way.push(name);
          assert.deepEqual([ring, hidden], [true, ''], `${key}: ${way.slice(-3).join(' → ')}`);
          if (step) assert.equal(onward, key === 'Tab', `${key}: ${way.slice(-3).join(' → ')}`);
        }
        assert.ok(way.length > (mode === 'edit' ? 80 : 15) && way.length < 400, `${key}: ${way.length}`);
        // The way back has as many stops.
        stops = way.length;
      }
      await page.context().close();
    });

  it('every field and button says to a screen reader what it is', async () => {
    const desk = await openDesk(house, draft, 'edit');
    const { sheet, part } = desk;
    await part('edit').waitFor();
    for (const opener of await part('section-button').all()) await opener.press('Enter');
    await part('member').getByRole('button').first().press('Enter');
    await part('transfer').press('Enter');
    await part('transfer-panel').waitFor();
    const lines = (await sheet.ariaSnapshot()).split('\n');
    const nameless = lines.filter((line) => /^\s*- (button|textbox|combobox|checkbox|radio|link|group|spinbutton|img)(?!\s*")/.test(line));
    assert.deepEqual(nameless, []);
    for (const id of ['words', 'worries', 'household', 'heard', 'done', 'request', 'care', 'basis'] as const)
      assert.ok(
        lines.some((line) => line.includes(`button "${sectionName(id)}" [expanded]`)),
        sectionName(id),
      );
    await desk.page.context().close();
  });
});
