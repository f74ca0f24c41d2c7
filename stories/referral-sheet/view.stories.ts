import type { Meta, StoryObj } from '@storybook/web-components-vite';
import '@tsunagu/referral-sheet/define';
import { ikoma } from '../cities.js';
import { sheet, withSheet, type SheetArgs } from './sheet.js';

const meta: Meta<SheetArgs> = {
  title: 'Referral sheet/View',
  component: 'tsunagu-referral-sheet',
  args: { directory: ikoma, mode: 'view', state: 'sent', viewer: 'sender' },
  loaders: [withSheet],
  render: (args, context) => sheet(args, context),
  argTypes: { directory: { control: false } },
};
export default meta;
type Story = StoryObj<SheetArgs>;

export const Sent: Story = { name: '送った', args: { state: 'sent' } };

export const Received: Story = { name: '受け取られた', args: { state: 'received' } };

export const Accepted: Story = { name: '引き受けられた', args: { state: 'accepted' } };

export const AskedBack: Story = { name: '聞き返されている', args: { state: 'asked-back' } };

export const PassedOn: Story = { name: '別の窓口につながれた', args: { state: 'passed-on' } };

export const Returned: Story = { name: '調整担当に戻された', args: { state: 'returned' } };

export const Working: Story = { name: '支援が始まった', args: { state: 'working' } };

export const Reported: Story = { name: '報告があった', args: { state: 'reported' } };

export const Closed: Story = { name: '終わった', args: { state: 'closed' } };

export const Cancelled: Story = { name: '取り下げた', args: { state: 'cancelled' } };

export const Overdue: Story = { name: '期限を過ぎ、調整担当に知らせた', args: { state: 'overdue' } };

export const ConsentWithdrawn: Story = { name: '同意が取りやめられた', args: { state: 'consent-withdrawn' } };

export const Unknown: Story = { name: '記録が欠けている', args: { state: 'unknown' } };

export const NoDirectory: Story = { name: '窓口の一覧がない', args: { state: 'received', directory: undefined } };
