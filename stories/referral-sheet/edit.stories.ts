import type { Meta, StoryObj } from '@storybook/web-components-vite';
import '@tsunagu/referral-sheet/define';
import { ikoma } from '../cities.js';
import { sheet, withSheet, type SheetArgs } from './sheet.js';

const meta: Meta<SheetArgs> = {
  title: 'Referral sheet/Edit',
  component: 'tsunagu-referral-sheet',
  args: { directory: ikoma, mode: 'edit', state: 'draft', viewer: 'sender' },
  loaders: [withSheet],
  render: (args, context) => sheet(args, context),
  argTypes: { directory: { control: false } },
};
export default meta;
type Story = StoryObj<SheetArgs>;

export const Draft: Story = { name: '下書き' };
