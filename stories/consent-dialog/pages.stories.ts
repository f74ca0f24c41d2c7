import type { Meta, StoryObj } from '@storybook/web-components-vite';
import '@tsunagu/core/define';
import '@tsunagu/consent-dialog/define';
import { html } from 'lit';
import { ikoma, mihon } from '../cities.js';
import { answer, dialog, play, press, shows, withRecord, type DialogArgs } from './dialog.js';
import { hostileRequest, now, request, subject } from './records.js';

const meta: Meta<DialogArgs> = {
  title: 'Consent dialog/On a page',
  component: 'tsunagu-consent-dialog',
  args: { directory: ikoma, request },
  loaders: [withRecord],
  render: (args, context) => dialog(args, context),
  argTypes: { directory: { control: false }, request: { control: false } },
};
export default meta;
type Story = StoryObj<DialogArgs>;

const asks = play(shows('[part=answers]'));

export const Closed: Story = { name: '開く前', play: () => undefined };

export const Surrounding: Story = {
  name: 'ページの一覧から',
  render: (args, context) =>
    html`<tsunagu-directory src="/examples/cities/ikoma.json">${dialog({ ...args, directory: undefined }, context)}</tsunagu-directory>`,
  play: asks,
};

export const WithoutDirectory: Story = { name: '窓口の一覧がない（番号のまま見せる）', args: { directory: undefined }, play: asks };

export const Contact: Story = {
  name: '問い合わせ先と、職員の欄をページが書く',
  render: (args, context) =>
    dialog(
      args,
      context,
      html`<p slot="contact">生駒市役所 <a href="tel:0743-74-1111">0743-74-1111</a></p>
        <p slot="worker">職員へ：ことばの通訳は、地域共生社会推進課に頼めます。</p>`,
    ),
  play: asks,
};

export const OneLanguage: Story = { name: 'ことばを選ばせない', args: { languages: 'ja' }, play: asks };

export const Hostile: Story = { name: '悪い入力', args: { request: hostileRequest }, play: asks };

export const HostileChoosing: Story = {
  name: '悪い入力（1つずつ決める）',
  args: { request: hostileRequest },
  play: play(press('[part=choose]'), press('[part=group] .link[aria-label]', 1), shows('.single')),
};

export const HostileWho: Story = {
  name: '悪い入力（だれが決めたか）',
  args: { request: hostileRequest },
  play: play(answer('given'), shows('[name=by]')),
};

export const NotARequest: Story = {
  name: '聞く内容がそろっていない',
  args: { request: { ...request, agencies: [] } },
  play: play(shows('[part=obstacle]')),
};

export const Everyone: Story = {
  name: '「みんな」には聞けない',
  args: { request: { ...request, agencies: ['everyone'] } },
  play: play(shows('[part=obstacle]')),
};

export const ManyDesks: Story = {
  name: '24の窓口',
  args: { request: { ...request, agencies: ikoma.windows.map(({ id }) => id), items: ['name', 'contact', 'worries'] } },
  play: play(press('[part=choose]')),
};

export const TranslatedDesks: Story = {
  name: '英語の名前がある窓口',
  args: {
    directory: mihon,
    request: { ...request, agencies: mihon.windows.slice(0, 5).map(({ id }) => id), askedBy: { agency: mihon.windows[0]!.id } },
  },
  play: asks,
};

export const Own: Story = {
  name: '市の説明文',
  render: ({ directory }) =>
    html`<tsunagu-consent-dialog
      .directory=${directory}
      .subject=${subject}
      .now=${now}
      .request=${{
        ...request,
        notices: [
          {
            version: 'ikoma-2026-04',
            language: 'ja',
            text: 'あなたの話を、次の窓口に伝えてよいか、いっしょに決めます。\n\n伝えなくても、相談は続けられます。\nいつでも取りやめられます。',
          },
        ],
      }}
    ></tsunagu-consent-dialog>`,
  play: asks,
};
