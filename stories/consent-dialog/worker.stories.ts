import type { Meta, StoryObj } from '@storybook/web-components-vite';
import '@tsunagu/consent-dialog/define';
import { ikoma, mihon } from '../cities.js';
import { dialog, play, press, shows, withRecord, type DialogArgs } from './dialog.js';
import { request } from './records.js';

const meta: Meta<DialogArgs> = {
  title: 'Consent dialog/Worker',
  component: 'tsunagu-consent-dialog',
  args: { directory: ikoma, request, mode: 'worker', state: 'none' },
  loaders: [withRecord],
  render: (args, context) => dialog(args, context),
  argTypes: { directory: { control: false }, request: { control: false } },
};
export default meta;
type Story = StoryObj<DialogArgs>;

const says = (oneDesk: 'yes' | 'no' | 'unsure') => press(`[part=worker-one-desk][value=${oneDesk}]`);
const ground = (id: string) => press(`[part=worker-ground][value=${id}]`);
const panel = shows('[part=worker]');
const room = shows('[part=forum-room]');

export const Begin: Story = { name: 'まだ何も答えていない', play: play(panel) };

export const OneDesk: Story = { name: 'この窓口で支えられる', play: play(says('yes'), room) };

export const PlanMeeting: Story = { name: '同意がある：重層的支援会議', args: { state: 'given' }, play: play(says('no'), room) };

export const PlanMeetingInPart: Story = {
  name: '一部の同意がある：重層的支援会議',
  args: { state: 'partly-given' },
  play: play(says('no'), room),
};

export const AskFirst: Story = { name: '同意がない：まず本人と話す', play: play(says('no'), room) };

export const Refused: Story = { name: '断っている', args: { state: 'refused' }, play: play(says('no'), room) };

export const SupportConference: Story = {
  name: '同意がなく、待てない：支援会議',
  args: { state: 'refused' },
  play: play(says('no'), ground('refused-at-risk'), room),
};

export const Withdrawn: Story = { name: '取りやめた', args: { state: 'withdrawn' }, play: play(says('unsure'), room) };

export const Unknown: Story = { name: '記録が欠けている', args: { state: 'unknown' }, play: play(shows('[part=title]')) };

export const OtherCity: Story = { name: 'ほかの市のことばで', args: { directory: mihon, state: 'given' }, play: play(says('no'), room) };
