import type { Meta, StoryObj } from '@storybook/web-components-vite';
import '@tsunagu/core/define';
import '@tsunagu/window-finder/define';
import { html } from 'lit';
import { ikoma } from '../cities.js';
import { tuesday } from '../window-finder/finder.js';

const meta: Meta = { title: 'Directory/Directory', component: 'tsunagu-directory' };
export default meta;

const call = html`<p><a href="tel:0743-74-1111">生駒市役所 0743-74-1111</a></p>`;

/** It shows nothing itself: it gives the city's desks to every element inside it. */
export const Shared: StoryObj = {
  name: '1つの一覧を、いくつもの部品で',
  render: () => html`
    <tsunagu-directory .directory=${ikoma}>
      <tsunagu-window-finder heading="親のこと" topics="care" limit="2" at=${tuesday}>${call}</tsunagu-window-finder>
      <tsunagu-window-finder heading="お金のこと" topics="income" limit="2" at=${tuesday}>${call}</tsunagu-window-finder>
    </tsunagu-directory>
  `,
};

/** What is inside stays, and every element inside says so calmly. */
export const Failed: StoryObj = {
  name: '一覧を読み込めない',
  render: () => html`
    <tsunagu-directory .directory=${{}}>
      <tsunagu-window-finder>${call}</tsunagu-window-finder>
    </tsunagu-directory>
  `,
};
