import type { Meta, StoryObj } from '@storybook/web-components-vite';
import '@tsunagu/referral-sheet/define';
import { ikoma } from '../cities.js';
import { play, press, sheet, shows, withSheet, type SheetArgs } from './sheet.js';

const meta: Meta<SheetArgs> = {
  title: 'Referral sheet/Reply',
  component: 'tsunagu-referral-sheet',
  args: { directory: ikoma, mode: 'reply', state: 'sent', viewer: 'holder' },
  loaders: [withSheet],
  render: (args, context) => sheet(args, context),
  argTypes: { directory: { control: false } },
};
export default meta;
type Story = StoryObj<SheetArgs>;

export const Sent: Story = { name: '届いたばかり', args: { state: 'sent' } };

export const Received: Story = { name: '受け取った', args: { state: 'received' } };

export const Accepted: Story = { name: '引き受けた', args: { state: 'accepted' } };

export const AskedBack: Story = { name: '聞き返した', args: { state: 'asked-back' } };

export const Working: Story = { name: '支援が始まった', args: { state: 'working' } };

export const Reported: Story = { name: '報告した', args: { state: 'reported' } };

export const Overdue: Story = { name: '期限を過ぎた', args: { state: 'overdue' } };

export const ConsentWithdrawn: Story = { name: '同意が取りやめられた', args: { state: 'consent-withdrawn' } };

export const PassedOn: Story = { name: '別の窓口につないだ', args: { state: 'passed-on' } };

export const AskedBySecond: Story = { name: 'つなぎ元：聞き返された', args: { state: 'asked-back', viewer: 'sender' } };

export const ReportedToFirst: Story = { name: 'つなぎ元：報告を受けた', args: { state: 'reported', viewer: 'sender' } };

export const ReturnedToCoordinator: Story = { name: '調整担当：戻ってきた', args: { state: 'returned', viewer: 'coordinator' } };

export const OverdueAtCoordinator: Story = { name: '調整担当：期限を過ぎた', args: { state: 'overdue', viewer: 'coordinator' } };

export const WaitingForAnswer: Story = {
  name: 'つなぎ元：返事を待っている',
  args: { state: 'sent', viewer: 'sender' },
  play: play(shows('[part=heard-way]')),
};

export const HeardByFax: Story = {
  name: 'つなぎ元：FAXで届いた返事を記録する',
  args: { state: 'sent', viewer: 'sender' },
  play: play(press('[part=heard-way]', 1), press('[value=accept]'), shows('[part=fields]')),
};
