import type { Meta, StoryObj } from '@storybook/web-components-vite';
import '@tsunagu/consultation-form/define';
import { html } from 'lit';
import { mihon } from '../cities.js';
import { choose, fill, form, next, play, press, shows, toCheck, write, type FormArgs } from './form.js';

const meta: Meta<FormArgs> = {
  title: 'Consultation form/Steps',
  component: 'tsunagu-consultation-form',
  render: (args) => form(args),
  argTypes: { directory: { control: false } },
};
export default meta;
type Story = StoryObj<FormArgs>;

export const Who: Story = { name: '1つ目：だれのことですか' };

export const WhoOther: Story = { name: '1つ目：支援している人のこと', play: play(choose('who', 'supporter')) };

export const Worry: Story = { name: '2つ目：どんなことで困っていますか', play: play(next) };

export const TwoWorries: Story = {
  name: '2つ目：困っていることが、いくつもある',
  args: { directory: mihon },
  play: play(shows('[part=desk]'), next, choose('topics', 'debt'), choose('topics', 'snow')),
};

export const NearTheLimit: Story = { name: '2つ目：長く書いた', play: play(next, write('words', 'あ'.repeat(4900))) };

export const Reply: Story = { name: '3つ目：返事をどう受け取りますか', play: play(next, choose('topics', 'care'), next) };

export const ReplyByEverything: Story = { name: '3つ目：名前を書いて、どの方法でも', play: play(fill, next, next) };

export const More: Story = { name: '4つ目：よければ教えてください', play: play(next, choose('topics', 'care'), next, next) };

export const MoreOfEverything: Story = {
  name: '4つ目：いっしょに暮らす人、通訳',
  play: play(fill, next, next, next, press('#question-household .button')),
};

export const Check: Story = { name: '送る前に見る', args: { directory: mihon }, play: play(shows('[part=desk]'), ...toCheck) };

export const CheckLittle: Story = {
  name: '送る前に見る（ひとことだけ）',
  play: play(next, write('words', '話を聞いてほしい'), next, next, next),
};

export const SinglePage: Story = { name: '1ページで', args: { layout: 'page' } };

export const SinglePageWritten: Story = { name: '1ページで、すべて書いた', args: { layout: 'page', directory: mihon }, play: play(fill) };

export const Problems: Story = { name: '確かめてほしいこと', play: play(next, next, shows('[part=summary]')) };

export const ManyProblems: Story = {
  name: '確かめてほしいことが、いくつもある',
  args: { layout: 'page' },
  play: play(
    fill,
    write('phone', '74-1111'),
    write('email', 'hanako@gmai.com'),
    write('kana', '山田'),
    write('birth', '30年4月1日'),
    write('address', ''),
    next,
    shows('[part=summary]'),
  ),
};

export const Safety: Story = {
  name: 'いますぐ話せるところ',
  args: { directory: mihon },
  play: play(shows('[part=desk]'), next, write('words', 'もう死にたい'), shows('[part=safety]')),
};

export const SafetyNational: Story = {
  name: 'いますぐ話せるところ（市の一覧がないとき）',
  play: play(next, choose('topics', 'dv-abuse'), shows('[part=safety]')),
};

export const Disabled: Story = {
  name: '市のフォームの中で、止められている',
  render: (args) => html`<form><fieldset disabled>${form(args)}</fieldset></form>`,
  play: play(next),
};

export const English: Story = {
  name: 'English, every way to be reached',
  args: { lang: 'en', directory: mihon },
  play: play(shows('[part=desk]'), shows('[lang=en]'), fill, next, next),
};

export const Easy: Story = {
  name: 'やさしい日本語',
  args: { lang: 'ja-x-easy', directory: mihon },
  play: play(shows('[part=desk]'), next),
};

export const JapaneseOnly: Story = { name: '日本語だけ（ことばの切り替えなし）', args: { languages: 'ja' } };

export const Narrow: Story = {
  name: '幅320px',
  args: { directory: mihon },
  render: (args) => html`<div style="width: 320px">${form(args)}</div>`,
  play: play(shows('[part=desk]'), fill, next, next),
};

export const Slots: Story = {
  name: '市のことばに替える（スロット）',
  render: (args) =>
    form(
      args,
      html`<h2 slot="heading">みほん市に相談する</h2>
        <p slot="footer">書いたことを読むのは、つながり支援課の相談員だけです。</p>`,
    ),
};
