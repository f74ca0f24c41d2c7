import { ContextProvider } from '@lit/context';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { directoryContext } from '@tsunagu/core';
import type { Directory } from '@tsunagu/schema/directory';
import '@tsunagu/window-finder/define';
import { html, render } from 'lit';
import { finder, type FinderArgs } from './finder.js';

const meta: Meta<FinderArgs> = {
  title: 'Window finder/Loading and failing',
  component: 'tsunagu-window-finder',
  render: (args) => finder(args),
  argTypes: { directory: { control: false } },
};
export default meta;
type Story = StoryObj<FinderArgs>;

export const Loading: Story = {
  name: '読み込んでいる間',
  render: () => {
    const page = document.createElement('div');
    new ContextProvider(page, { context: directoryContext, initialValue: { status: 'loading' } });
    render(finder({ directory: undefined }), page);
    return html`${page}`;
  },
};

export const Missing: Story = { name: '一覧を読み込めない', args: { src: '/examples/cities/missing.json' } };

export const Invalid: Story = { name: '一覧の書き方が正しくない', args: { directory: { schemaVersion: '1.0' } as unknown as Directory } };

export const Nothing: Story = { name: '一覧を渡していない', args: { directory: undefined } };
