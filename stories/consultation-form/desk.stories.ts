import type { Meta, StoryObj } from '@storybook/web-components-vite';
import '@tsunagu/core/define';
import '@tsunagu/consultation-form/define';
import { html } from 'lit';
import { ikoma, imabari, mihon } from '../cities.js';
import { form, next, play, shows, type FormArgs } from './form.js';

const meta: Meta<FormArgs> = {
  title: 'Consultation form/Desk',
  component: 'tsunagu-consultation-form',
  args: { directory: mihon, windowId: 'houkatsu-higashi' },
  render: (args) => form(args),
  argTypes: { directory: { control: false } },
  play: play(shows('[part=desk]')),
};
export default meta;
type Story = StoryObj<FormArgs>;

export const Open: Story = { name: '開いている窓口' };

export const ClosesSoon: Story = { name: 'まもなく終わる窓口', args: { at: '2026-11-24T17:00' } };

export const Closed: Story = { name: '夜で閉まっている窓口', args: { at: '2026-11-24T22:00' } };

export const Unknown: Story = {
  name: '祝日で、開いているか分からない窓口',
  args: { directory: ikoma, windowId: ikoma.windows[0]!.id, at: '2026-11-23T10:00' },
};

export const NoPhone: Story = { name: '電話番号の載っていない窓口', args: { directory: imabari, windowId: imabari.windows[0]!.id } };

export const CatchAll: Story = { name: '窓口を選んでいないとき', args: { windowId: undefined } };

export const Surrounding: Story = {
  name: 'ページの一覧から',
  render: ({ directory: _directory, ...args }) =>
    html`<tsunagu-directory src="/examples/cities/mihon.json">${form(args)}</tsunagu-directory>`,
};

export const Missing: Story = {
  name: '一覧を読み込めない（電話番号のあるスロット）',
  args: { src: '/examples/cities/missing.json', directory: undefined },
  render: (args) => form(args, html`<p slot="contact">みほん市役所 つながり支援課 <a href="tel:03-0000-1000">03-0000-1000</a></p>`),
  play: play(),
};

export const PresetTopics: Story = {
  name: '困っていることを、はじめから選んでおく',
  args: { topics: 'care income' },
  play: play(shows('[part=desk]'), next),
};
