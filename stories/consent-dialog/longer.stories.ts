import type { Meta, StoryObj } from '@storybook/web-components-vite';
import '@tsunagu/consent-dialog/define';
import { ikoma } from '../cities.js';
import { choose, dialog, play, press, record, shows, spokenAnswers, withRecord, write, type DialogArgs } from './dialog.js';

const meta: Meta<DialogArgs> = {
  title: 'Consent dialog/A longer time',
  component: 'tsunagu-consent-dialog',
  args: { directory: ikoma, state: 'partly-given' },
  loaders: [withRecord],
  render: (args, context) => dialog(args, context),
  argTypes: { directory: { control: false }, request: { control: false }, shipments: { control: false } },
};
export default meta;
type Story = StoryObj<DialogArgs>;

const extend = press('[part=extend]');
const untilADay = [choose('ends', 'date'), write('newEnd', '2027-09-30')];

export const Standing: Story = { name: 'いま決まっていること（期間を延ばせる）', play: play(shows('[part=extend]')) };

export const Page: Story = { name: '期間を延ばす', play: play(extend, ...untilADay) };

export const Problems: Story = { name: '期間を延ばす：まだ選んでいないものがある', play: play(extend, record, shows('[part=summary]')) };

export const Receipt: Story = {
  name: '控え：期間を延ばした',
  play: play(extend, ...untilADay, ...spokenAnswers, record, shows('[part=print]')),
};

export const OverNow: Story = {
  name: '期限が過ぎたあとで、もう一度決める',
  args: { state: 'expired' },
  play: play(press('[part=ask-anew]'), ...untilADay),
};

export const OverNowProblem: Story = {
  name: '期限が過ぎたあとで：いつまでかを、まだ選んでいない',
  args: { state: 'expired' },
  play: play(press('[part=ask-anew]'), press('[part=proceed]'), shows('[part=summary]')),
};

export const AskedOnceMore: Story = {
  name: '期限が過ぎたあとで：新しい期限での説明',
  args: { state: 'expired' },
  play: play(press('[part=ask-anew]'), choose('ends', 'plan-end'), press('[part=proceed]'), shows('[part=answers]')),
};
