import type { Meta, StoryObj } from '@storybook/web-components-vite';
import '@tsunagu/window-finder/define';
import { html, type TemplateResult } from 'lit';
import { finder, type FinderArgs } from '../window-finder/finder.js';

const meta: Meta<FinderArgs> = { title: 'Themes/City colours', component: 'tsunagu-window-finder', args: { limit: 2, topics: 'care' } };
export default meta;
type Story = StoryObj<FinderArgs>;

/** A theme is a handful of custom properties on any ancestor; every colour pair below is at least 4.5:1. */
const themed =
  (style: string) =>
  (args: FinderArgs): TemplateResult =>
    html`<div style=${style}>${finder(args)}</div>`;

export const DigitalAgency: Story = { name: 'そのまま（デジタル庁デザインシステム）', render: themed('') };

export const Forest: Story = {
  name: '緑の市',
  render: themed(`
    --tsunagu-color-key: #0c5c34;
    --tsunagu-color-key-hover: #08472a;
    --tsunagu-color-key-active: #04301b;
    --tsunagu-color-key-pale: #e6f5ec;
    --tsunagu-radius: 4px;
  `),
};

export const Plum: Story = {
  name: '紫の市、明朝、18px',
  render: themed(`
    --tsunagu-color-key: #8b1048;
    --tsunagu-color-key-hover: #6c0b38;
    --tsunagu-color-key-active: #4a0626;
    --tsunagu-color-key-pale: #fdeaf2;
    --tsunagu-font-size: 18px;
    --tsunagu-font-family: 'BIZ UDMincho', 'Noto Serif CJK JP', serif;
    --tsunagu-radius: 16px;
  `),
};

export const Night: Story = {
  name: '暗い画面',
  render: themed(`
    padding: 16px;
    background: #14161a;
    color: #f2f2f2;
    --tsunagu-color-ground: #14161a;
    --tsunagu-color-text: #f2f2f2;
    --tsunagu-color-text-quiet: #c8c8c8;
    --tsunagu-color-key: #9db7f9;
    --tsunagu-color-key-hover: #c5d7fb;
    --tsunagu-color-key-active: #e8f1fe;
    --tsunagu-color-on-key: #0b0d12;
    --tsunagu-color-key-pale: #1d2740;
    --tsunagu-color-line: #4d4d4d;
    --tsunagu-color-edge: #b3b3b3;
    --tsunagu-color-pale: #23262d;
    --tsunagu-color-good: #9bd4b5;
    --tsunagu-color-warn: #ffc199;
    --tsunagu-color-error: #ffbbbb;
    --tsunagu-color-field-general: #9db7f9;
    --tsunagu-color-field-elderly: #cda6ff;
    --tsunagu-color-field-disability: #9bd4b5;
    --tsunagu-color-field-child: #ffc199;
    --tsunagu-color-field-livelihood: #8bdcec;
    --tsunagu-color-field-health: #a3cdfb;
    --tsunagu-color-field-rights: #f5a8f5;
  `),
};

/** `::part()` reaches what a custom property does not: here, square cards with a heavier line. */
export const Parts: Story = {
  name: 'パーツで整える',
  render: (args) => html`
    <style>
      .civic tsunagu-window-finder::part(card) {
        border: 2px solid #333;
        border-radius: 0;
      }
      .civic tsunagu-window-finder::part(phone) {
        border-radius: 0;
      }
    </style>
    <div class="civic">${finder(args)}</div>
  `,
};
