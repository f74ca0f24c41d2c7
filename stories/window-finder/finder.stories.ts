import type { Meta, StoryObj } from '@storybook/web-components-vite';
import '@tsunagu/window-finder/define';
import { html } from 'lit';
import { ikoma, imabari, mihon } from '../cities.js';
import { finder, press, type FinderArgs } from './finder.js';

const meta: Meta<FinderArgs> = {
  title: 'Window finder/Finder',
  component: 'tsunagu-window-finder',
  render: (args) => finder(args),
  argTypes: { directory: { control: false } },
};
export default meta;
type Story = StoryObj<FinderArgs>;

export const Mihon: Story = { name: 'みほん市（架空、すべての機能）' };

export const Ikoma: Story = { name: '生駒市', args: { directory: ikoma } };

export const Imabari: Story = { name: '今治市（電話番号の載っていない計画）', args: { directory: imabari } };

export const Query: Story = { name: 'ことばで', args: { directory: ikoma, query: '親の物忘れがひどい' } };

export const Topics: Story = { name: '困っていることから', args: { topics: 'debt housing' } };

export const TwoWorries: Story = { name: '2つの困りごと', args: { directory: ikoma, query: '80代の母と50代の息子' } };

export const Area: Story = { name: '町名で', args: { query: '介護', area: '東雲町' } };

export const OpenNow: Story = { name: '開いている窓口だけ（日曜の朝）', args: { directory: ikoma, openNow: true, at: '2026-11-22T10:00' } };

export const NoMatch: Story = { name: 'ことばに合う窓口がない', args: { directory: ikoma, query: 'ぬぬぬ' } };

export const Danger: Story = { name: '危ないことば', args: { directory: ikoma, query: '死にたい' } };

export const Details: Story = { name: 'くわしく見る', args: { directory: ikoma, query: '東生駒' }, play: press('[part=details-button]') };

export const Narrowed: Story = { name: '町名・日時・方法で絞る', play: press('summary') };

export const AllTopics: Story = { name: '困っていることを、すべて', play: press('.chips .more') };

export const Selectable: Story = { name: '相談を送るボタンつき', args: { selectable: true } };

export const Withheld: Story = { name: '場所を公開しない窓口', args: { query: '女性の相談室' }, play: press('[part=details-button]') };

export const More: Story = { name: '3件ずつ', args: { directory: ikoma, limit: 3 } };

export const Slots: Story = {
  name: '市のことばに替える（スロット）',
  render: (args) =>
    finder(
      args,
      html`<h2 slot="heading">みほん市の相談窓口</h2>
        <p slot="intro">電話でも、窓口でも、お待ちしています。</p>
        <p slot="footer">このページの窓口は、つながり支援課がまとめています。</p>`,
    ),
};

export const TwoCities: Story = {
  name: '2つの市を1つのページに',
  render: () =>
    html`${finder({ directory: ikoma, heading: '生駒市の窓口', limit: 2 })}${finder({ directory: mihon, heading: 'みほん市の窓口', limit: 2 })}`,
};

export const Narrow: Story = { name: '幅320px', render: (args) => html`<div style="width: 320px">${finder(args)}</div>` };
