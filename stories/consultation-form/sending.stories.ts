import type { Meta, StoryObj } from '@storybook/web-components-vite';
import '@tsunagu/consultation-form/define';
import { mihon } from '../cities.js';
import { form, next, play, press, receipt, send, shows, toCheck, write, type FormArgs } from './form.js';

const meta: Meta<FormArgs> = {
  title: 'Consultation form/Sending and answers',
  component: 'tsunagu-consultation-form',
  args: { directory: mihon, windowId: 'kurashi' },
  render: (args) => form(args),
  argTypes: { directory: { control: false } },
};
export default meta;
type Story = StoryObj<FormArgs>;

const ready = [shows('[part=desk]'), ...toCheck];

export const Sending: Story = { name: '送っている', play: play(...ready, send()) };

export const Offline: Story = {
  name: 'インターネットにつながっていない',
  // An address without a network behind it: a story asks nobody.
  args: { action: 'data:,' },
  play: play(...ready, async (element) => {
    Object.defineProperty(navigator, 'onLine', { configurable: true, value: false });
    try {
      await next(element);
      await element.updateComplete;
    } finally {
      Reflect.deleteProperty(navigator, 'onLine');
    }
  }),
};

const failed = (reason: string): Story => ({
  play: play(
    ...ready,
    send((element) => element.showFailed(reason)),
    shows('.failed .button'),
  ),
});

export const FailedNetwork: Story = { name: '届いたか分からない', ...failed('network') };

export const FailedServer: Story = { name: '受け取る側の調子がよくない', ...failed('server') };

export const Refused: Story = { name: '受け取れなかった', ...failed('refused') };

export const NobodyTakesIt: Story = { name: '送り先がないページ', play: play(...ready, next, shows('.failed .button')) };

export const Sent: Story = {
  name: '送った（受付番号）',
  args: { replies: '/api/receipts' },
  play: play(
    ...ready,
    send((element) => element.showSent(receipt)),
    shows('[part=receipt]'),
  ),
};

export const SentWithoutDay: Story = {
  name: '送った（返事の日が決まっていない）',
  play: play(
    ...ready,
    send((element) => element.showSent({ ...receipt, replyBy: undefined })),
    shows('[part=receipt]'),
  ),
};

export const SentByHost: Story = {
  name: '送った（ページが送った）',
  play: play(
    ...ready,
    send((element) => element.showSent()),
    shows('[part=receipt]'),
  ),
};

export const Replies: Story = {
  name: '返事を読む',
  args: { replies: '/api/receipts' },
  play: play(press('.form > .link'), shows('#receipt-number')),
};

export const RepliesNotFound: Story = {
  name: '返事が見つからない',
  args: { replies: '/api/receipts' },
  // A number that cannot be one is not asked for.
  play: play(
    press('.form > .link'),
    write('receipt-number', '1234'),
    press('[part=thread] .button'),
    shows('[part=thread] [role=status]:not([hidden])'),
  ),
};
