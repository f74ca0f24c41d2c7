import type { Meta, StoryObj } from '@storybook/web-components-vite';
import '@tsunagu/window-finder/define';
import { html, type TemplateResult } from 'lit';
import { ikoma } from '../cities.js';
import { finder, type FinderArgs } from '../window-finder/finder.js';
import { hostSheets, type HostSheet } from './host-css.js';

const meta: Meta<FinderArgs> = {
  title: 'Embedding/Host pages',
  component: 'tsunagu-window-finder',
  args: { directory: ikoma, query: '介護', limit: 2 },
};
export default meta;
type Story = StoryObj<FinderArgs>;

/** The finder inside a page whose style sheet means no harm, or does. It must look the same in each. */
const inside =
  (sheet: HostSheet) =>
  (args: FinderArgs): TemplateResult => html`
    <style>
      .host-${sheet} {
        ${hostSheets[sheet]}
      }
    </style>
    <div class="host-${sheet}">${finder(args)}</div>
  `;

export const Municipal: Story = { name: '古い市のページ', render: inside('municipal') };

export const Framework: Story = { name: 'CSSフレームワーク', render: inside('framework') };

export const Hostile: Story = { name: 'すべてを打ち消すページ', render: inside('hostile') };

/** A container that is narrow although the window is wide: the layout follows the place, not the screen. */
export const SideColumn: Story = {
  name: '横の細い欄',
  render: (args) => html`<div style="width: 280px; float: left">${finder(args)}</div>`,
};
