import type { Meta, StoryObj } from '@storybook/web-components-vite';
import '@tsunagu/window-finder/define';
import { ikoma } from '../cities.js';
import { finder, press, type FinderArgs } from './finder.js';

const meta: Meta<FinderArgs> = {
  title: 'Window finder/Opening hours',
  component: 'tsunagu-window-finder',
  render: (args) => finder(args),
  argTypes: { directory: { control: false } },
};
export default meta;
type Story = StoryObj<FinderArgs>;

export const EverythingClosed: Story = { name: 'すべて閉まっている', args: { directory: ikoma, openNow: true, at: '2026-11-22T03:00' } };

export const Night: Story = { name: '夜に開いたとき', args: { directory: ikoma, at: '2026-11-24T22:00' } };

export const Holiday: Story = { name: '祝日（計画に書かれていない）', args: { directory: ikoma, at: '2026-11-23T10:00' } };

export const HolidayRules: Story = { name: '祝日（市が休みを書いている）', args: { at: '2026-11-23T10:00' } };

export const YearEnd: Story = { name: '年末年始', args: { at: '2026-12-31T10:00' } };

export const Lunch: Story = { name: '昼休み', args: { at: '2026-11-24T12:30' } };

export const ByAppointment: Story = {
  name: '土曜は予約制',
  args: { directory: ikoma, query: 'コスモール', at: '2026-11-28T10:00' },
  play: press('[part=details-button]'),
};
