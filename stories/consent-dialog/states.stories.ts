import type { Meta, StoryObj } from '@storybook/web-components-vite';
import '@tsunagu/consent-dialog/define';
import { ikoma } from '../cities.js';
import { dialog, play, press, shows, withRecord, type DialogArgs } from './dialog.js';
import { askedInOurWords, askedMore, request, shipments, shortRequest } from './records.js';

const meta: Meta<DialogArgs> = {
  title: 'Consent dialog/States',
  component: 'tsunagu-consent-dialog',
  args: { directory: ikoma, request, state: 'none', shipments },
  loaders: [withRecord],
  render: (args, context) => dialog(args, context),
  argTypes: { directory: { control: false }, request: { control: false }, shipments: { control: false } },
  play: play(shows('[part=title]')),
};
export default meta;
type Story = StoryObj<DialogArgs>;

const asks = play(shows('[part=answers]'));

export const None: Story = { name: 'まだ聞いていない', play: asks };

export const Short: Story = { name: 'まだ聞いていない（1つの窓口、3つのこと）', args: { request: shortRequest }, play: asks };

export const Requested: Story = { name: '返事を待っている（ほかの説明文で聞いた）', args: { state: 'requested' }, play: asks };

export const RequestedInOurWords: Story = {
  name: '返事を待っている',
  loaders: [async () => ({ record: await askedInOurWords() })],
  play: asks,
};

export const Given: Story = { name: '伝えてよい', args: { state: 'given' } };

export const PartlyGiven: Story = { name: '一部だけ伝えてよい', args: { state: 'partly-given' } };

export const Refused: Story = { name: '伝えない（しばらく聞かない約束）', args: { state: 'refused' } };

export const RefusedThenByPerson: Story = {
  name: '伝えない、のあとで、本人から話があった',
  args: { state: 'refused' },
  play: play(press('[part=started-by-person]'), shows('[part=answers]')),
};

export const Deferred: Story = { name: 'もう少し考える', args: { state: 'deferred' }, play: asks };

export const Renewed: Story = { name: '期間を延ばした', args: { state: 'renewed' } };

export const Narrowed: Story = { name: '伝えてよいことを減らした', args: { state: 'narrowed' } };

export const Withdrawn: Story = { name: '取りやめた（こちらからは聞かない約束）', args: { state: 'withdrawn' } };

export const Expired: Story = { name: '期限が過ぎた', args: { state: 'expired' }, play: asks };

export const Terminated: Story = { name: 'プランが終わった', args: { state: 'terminated' }, play: asks };

export const Invalidated: Story = { name: '無効になった', args: { state: 'invalidated' }, play: asks };

export const Unknown: Story = { name: '記録が欠けている', args: { state: 'unknown' } };

export const AskedMore: Story = {
  name: '伝えてよい、のほかに、新しく聞いている',
  loaders: [async () => ({ record: await askedMore() })],
  play: asks,
};

export const ExpiredWithoutRequest: Story = {
  name: '期限が過ぎた（新しくお聞きすることはない）',
  args: { state: 'expired', request: undefined },
  play: play(shows('[part=ask-anew]')),
};

export const NothingToAsk: Story = { name: '聞くことがない', args: { request: undefined } };
