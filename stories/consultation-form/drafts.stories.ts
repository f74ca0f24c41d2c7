import type { Meta, StoryObj } from '@storybook/web-components-vite';
import '@tsunagu/consultation-form/define';
import { html } from 'lit';
import { fill, form, play, press, shows, write, type FormArgs } from './form.js';

/** A name of its own each time it is shown: what an earlier showing has kept is not found. */
const fresh = (args: FormArgs): FormArgs => ({ ...args, id: crypto.randomUUID() });

const meta: Meta<FormArgs> = {
  title: 'Consultation form/Drafts on the device',
  component: 'tsunagu-consultation-form',
  args: { draft: 'device' },
  render: (args) => form(fresh(args)),
};
export default meta;
type Story = StoryObj<FormArgs>;

const passphrase = 'さくらの木の下 2026';
const [ask, yes, no] = [press('.draft .link'), press('.draft .button'), press('.draft .button + .button')];
const keep = [fill, ask, yes, write('passphrase', passphrase), press('.draft #passphrase + .button'), shows('.draft .link')];

export const Offer: Story = { name: '書きかけを残せる', play: play(shows('.draft')) };

export const Ask: Story = { name: 'だれの端末か', play: play(ask, shows('.draft .ways')) };

export const Shared: Story = { name: 'みんなが使う端末', play: play(ask, no) };

export const Passphrase: Story = { name: '合いことば', play: play(ask, yes, shows('#passphrase')) };

export const Short: Story = {
  name: '合いことばが短い',
  play: play(ask, yes, write('passphrase', '123'), press('.draft #passphrase + .button'), shows('#passphrase-problem')),
};

export const Kept: Story = { name: '残した', play: play(...keep) };

const second = ({ canvasElement }: { canvasElement: HTMLElement }): { canvasElement: HTMLElement } => ({
  canvasElement: canvasElement.querySelector<HTMLElement>('.second')!,
});

/** The page opened again: a second form of the same name finds what the first has kept. */
const again: Pick<Story, 'render'> = {
  render: (args) =>
    html`<div class="first" hidden>${form(fresh(args))}</div>
      <div class="second"></div>`,
};

export const Found: Story = {
  name: '書きかけが見つかった',
  ...again,
  play: async (context) => {
    await play(...keep)(context);
    reopen(context.canvasElement);
    await play(shows('#passphrase'))(second(context));
  },
};

export const Wrong: Story = {
  name: '合いことばが違う',
  ...again,
  play: async (context) => {
    await play(...keep)(context);
    reopen(context.canvasElement);
    await play(
      write('passphrase', 'ほかのことば 2026'),
      press('.draft #passphrase + .button'),
      shows('#passphrase-problem'),
    )(second(context));
  },
};

function reopen(canvas: HTMLElement): void {
  const [first, place] = [canvas.querySelector('tsunagu-consultation-form')!, canvas.querySelector('.second')!];
  const form = document.createElement('tsunagu-consultation-form');
  Object.assign(form, { id: first.id, draft: 'device', at: first.at });
  first.remove();
  place.append(form);
}
