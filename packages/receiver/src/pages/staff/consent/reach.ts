/** What has gone out, what of it should not be there any more, and who has said that they know. */
import { withdrawalReach, type Holder } from '@tsunagu/schema/consent';
import { momentText } from '../../days.js';
import { button, field, h, notice } from '../../dom.js';
import { judged, type ConsentCase } from './case.js';
import { groupBy } from './group.js';
import { cellLabels, itemList, purposeLabel } from './labels.js';

interface ReachPart {
  consents: ConsentCase;
  subject: string;
  agency: (id: string) => string;
  again: () => void;
}

export function reachPart({ consents, subject, agency, again }: ReachPart): HTMLElement {
  const record = consents.recordOf(subject);
  const shipments = consents.consents.shipments.filter((one) => one.record === record?.record);
  if (!record || shipments.length === 0) return h('p', {}, 'まだだれにも、伝えたものはありません。');
  const holders = withdrawalReach(judged(record), shipments, consents.momentOf(record.events));
  return h(
    'div',
    {},
    holders.length > 0 &&
      h(
        'section',
        { class: 'held' },
        h('p', { class: 'strong' }, 'いまは同意がないのに、すでに伝わっているもの'),
        h(
          'ul',
          { class: 'items' },
          ...holders.map((holder) => h('li', {}, holderCard(holder, { consents, subject, agency, again }, record.record))),
        ),
      ),
    h('h5', {}, '伝えた記録'),
    h(
      'ul',
      {},
      ...shipments.map((one) =>
        h('li', {}, `${momentText(one.at)}、${agency(one.agency)}に（${purposeLabel(one.purpose)}）：${itemList(one.items)}`),
      ),
    ),
  );
}

function holderCard({ agency: id, items, toAsk }: Holder, { consents, agency, again }: ReachPart, record: string): HTMLElement {
  const name = agency(id);
  const reasons = [...groupBy(items, ({ reason }) => reason)].map(
    ([reason, own]) => `${itemList(own.map(({ item }) => item))}（${cellLabels[reason]}）`,
  );
  const known = consents.consents.acknowledgements.filter((one) => one.record === record && one.agency === id).at(-1);
  return h(
    'section',
    { class: 'card', 'aria-label': `${name}にあるもの` },
    h('p', {}, h('strong', {}, name), `：${reasons.join('、')}`),
    toAsk
      ? acknowledgeForm(id, name, { consents, again }, record)
      : h(
          'p',
          {},
          known
            ? `${momentText(known.at)}、取りやめを確かめてもらいました${known.name === undefined ? '' : `（${known.name}さん）`}。`
            : '期限や終わりによるものです。その機関の決まりに従って保管されます。',
        ),
  );
}

function acknowledgeForm(
  id: string,
  name: string,
  { consents, again }: Pick<ReachPart, 'consents' | 'again'>,
  record: string,
): HTMLElement {
  const who = h('input', { id: `acknowledged-${id}`, type: 'text', maxlength: '100', autocomplete: 'off' });
  const trouble = notice('alert');
  const done = async (): Promise<void> => {
    const reply = await consents.acknowledge(record, id, who.value.trim());
    if (reply.ok) again();
    else trouble.say(reply.text);
  };
  return h(
    'div',
    {},
    h(
      'p',
      { class: 'care' },
      `${name}に、取りやめになったことを知らせてください。この窓口の仕組みを使う相手には、次に開いたときに知らせが出ます。`,
    ),
    field('確かめた相手の名前', who, '電話などで知らせたときに、書かなくてもかまいません。'),
    trouble.element,
    h('p', { class: 'tools' }, button(`${name}に確かめてもらいました`, done)),
  );
}
