import type { Meta, StoryObj } from '@storybook/web-components-vite';
import '@tsunagu/window-finder/define';
import { ikoma } from '../cities.js';
import { finder, press, type FinderArgs } from './finder.js';

const meta: Meta<FinderArgs> = {
  title: 'Window finder/Languages',
  component: 'tsunagu-window-finder',
  render: (args) => finder(args),
  argTypes: { directory: { control: false } },
};
export default meta;
type Story = StoryObj<FinderArgs>;

export const Easy: Story = { name: 'やさしい日本語', args: { lang: 'ja-x-easy' } };

export const EasyIkoma: Story = {
  name: 'やさしい日本語（市のデータは、ふつうの日本語だけ）',
  args: { lang: 'ja-x-easy', directory: ikoma },
  play: press('[part=details-button]'),
};

export const English: Story = { name: 'English', args: { lang: 'en' } };

export const EnglishIkoma: Story = {
  name: 'English, the city’s data in Japanese only',
  args: { lang: 'en', directory: ikoma },
  play: press('[part=details-button]'),
};

export const EnglishHoliday: Story = { name: 'English, on a holiday', args: { lang: 'en', directory: ikoma, at: '2026-11-23T10:00' } };

export const JapaneseOnly: Story = { name: '日本語だけ（ことばの切り替えなし）', args: { languages: 'ja' } };
