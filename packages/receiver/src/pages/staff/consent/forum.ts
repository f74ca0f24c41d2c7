/** The law's fork, in words: what the consents allow, which room that is, what has to be written down, and when one may ask again. */
import { decideForum, groundIds, groundWords, type ForumCase, type ForumDecision, type GroundId } from '@tsunagu/schema/meeting';
import { h } from '../../dom.js';
import { cellLabels, forumLabels, itemList } from './labels.js';

export interface ForumAnswers {
  oneDesk?: ForumCase['oneDesk'];
  grounds: Set<GroundId>;
}

interface ForumPart {
  answers: ForumAnswers;
  /** The case without the desk's two answers, as it stands now. */
  look: () => { given: Omit<ForumCase, 'oneDesk' | 'grounds'>; at: Date };
  agency: (id: string) => string;
  person: (ref: string) => string;
}

const oneDesk: Readonly<Record<ForumCase['oneDesk'], string>> = {
  yes: 'この窓口だけで支援できる',
  no: 'ほかの機関の力が必要',
  unsure: 'まだ分からない',
};

export interface Shown {
  element: HTMLElement;
  refresh: () => void;
}

export function forumPart({ answers, look, agency, person }: ForumPart): Shown {
  const result = h('div', { class: 'forum', role: 'status' });
  const grounds = h('fieldset', {}, h('legend', {}, '同意を待てない理由（あてはまるものだけ）'));
  const refresh = (): void => {
    const { given, at } = look();
    const without = answers.oneDesk && decideForum({ ...given, oneDesk: answers.oneDesk }, at);
    // With consent there is nothing to go round, so no ground for going round it is asked for.
    grounds.hidden = !without || without.forum === 'plan-meeting' || answers.oneDesk === 'yes' || given.agencies.length === 0;
    if (!answers.oneDesk) return result.replaceChildren(h('p', {}, '上の問いに答えると、どこで話し合えるかが出ます。'));
    const chosen = grounds.hidden ? [] : [...answers.grounds];
    result.replaceChildren(
      decision(decideForum({ ...given, oneDesk: answers.oneDesk, grounds: chosen }, at), { agency, person, subject: given.subject.ref }),
    );
  };
  for (const id of groundIds) {
    const box = h('input', { type: 'checkbox', value: id });
    box.checked = answers.grounds.has(id);
    box.addEventListener('change', () => {
      if (box.checked) answers.grounds.add(id);
      else answers.grounds.delete(id);
      refresh();
    });
    grounds.append(h('label', { class: 'tick' }, box, h('span', {}, groundWords[id])));
  }
  const choices = Object.entries(oneDesk).map(([id, label]) => {
    const radio = h('input', { type: 'radio', name: 'one-desk', value: id });
    radio.checked = answers.oneDesk === id;
    radio.addEventListener('change', () => {
      answers.oneDesk = id as ForumCase['oneDesk'];
      refresh();
    });
    return h('label', { class: 'tick' }, radio, h('span', {}, label));
  });
  refresh();
  const question = h('fieldset', {}, h('legend', {}, 'この窓口だけで支援できますか'), h('div', { class: 'ticks' }, ...choices));
  return { element: h('div', {}, question, grounds, result), refresh };
}

interface Names {
  agency: (id: string) => string;
  person: (ref: string) => string;
  subject: string;
}

const lines = (title: string, texts: readonly string[]): HTMLElement | undefined =>
  texts.length ? h('div', {}, h('h5', {}, title), h('ul', {}, ...texts.map((text) => h('li', {}, text)))) : undefined;

function decision(found: ForumDecision, names: Names): HTMLElement {
  const about = (ref: string): string => (ref === names.subject ? '' : `${names.person(ref)}について、`);
  const shares =
    found.forum === 'plan-meeting'
      ? found.shares.map(({ ref, agency, items }) => `${about(ref)}${names.agency(agency)}：${itemList(items)}`)
      : [];
  return h(
    'div',
    { class: `room ${found.forum}` },
    h('p', { class: 'strong' }, forumLabels[found.forum]),
    h('p', {}, found.reason),
    lines('この場で伝えてよいこと', shares),
    found.forum === 'support-conference' ? lines('話し合う範囲（支援に必要なものに限ります）', [itemList(found.atMost)]) : undefined,
    found.forum === 'plan-meeting' ? lines('この場では伝えないこと', leftOut(found, names, about)) : undefined,
    lines('記録すること', found.mustRecord),
    lines('本人にあらためて聞くとき', [found.askAgain.message]),
    lines(
      '根拠',
      found.basis.map(({ label, says }) => `${label}：${says}`),
    ),
  );
}

/** A line for each agency and reason, instead of one for each cell. */
function leftOut(
  { leftOut: cells }: Extract<ForumDecision, { forum: 'plan-meeting' }>,
  names: Names,
  about: (ref: string) => string,
): string[] {
  const groups = new Map<string, { head: string; items: string[]; reason: (typeof cells)[number]['reason'] }>();
  for (const { ref, agency, item, reason } of cells) {
    const key = `${ref} ${agency} ${reason}`;
    const group = groups.get(key) ?? { head: `${about(ref)}${names.agency(agency)}`, items: [], reason };
    group.items.push(item);
    groups.set(key, group);
  }
  return [...groups.values()].map(({ head, items, reason }) => `${head}：${itemList(items)}（${cellLabels[reason]}）`);
}
