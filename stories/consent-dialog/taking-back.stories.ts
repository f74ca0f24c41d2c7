import type { Meta, StoryObj } from '@storybook/web-components-vite';
import '@tsunagu/consent-dialog/define';
import { ikoma } from '../cities.js';
import { choose, dialog, play, press, record, shows, withRecord, type DialogArgs } from './dialog.js';
import { request, shipments } from './records.js';

const meta: Meta<DialogArgs> = {
  title: 'Consent dialog/Taking back',
  component: 'tsunagu-consent-dialog',
  args: { directory: ikoma, request, state: 'given', mode: 'withdraw', shipments },
  loaders: [withRecord],
  render: (args, context) => dialog(args, context),
  argTypes: { directory: { control: false }, request: { control: false }, shipments: { control: false } },
};
export default meta;
type Story = StoryObj<DialogArgs>;

const page = shows('[name=scope]');
const receipt = shows('[part=print]');
const said = [choose('by', 'self'), choose('how', 'oral')];
const takeBack = (scope: string) => play(choose('scope', scope), ...said, record, receipt);

export const Page: Story = { name: '取りやめる', play: play(page) };

export const NobodyKnowsWhatWasSent: Story = {
  name: '取りやめる（何を送ったか分からない）',
  args: { shipments: undefined },
  play: play(page),
};

export const NothingSent: Story = { name: '取りやめる（まだ何も送っていない）', args: { shipments: [] }, play: play(page) };

export const WithoutScope: Story = { name: '何を取りやめるか、まだ選んでいない', play: play(page, record, shows('[part=summary]')) };

export const Everything: Story = { name: '控え：すべて取りやめた', play: takeBack('all') };

export const OneAgency: Story = { name: '控え：1つの窓口だけ取りやめた', play: takeBack('agency health-section') };

const cell = (agency: string, item: string) => press(`[value="referral ${agency} ${item}"]`);

export const CellByCell: Story = {
  name: 'ひとつずつ選んで取りやめる',
  play: play(choose('scope', 'cells'), cell('health-section', 'health'), cell('kurashi-shigoto', 'debt')),
};

export const CellByCellNothingChosen: Story = {
  name: 'ひとつずつ：まだ何も選んでいない',
  play: play(choose('scope', 'cells'), ...said, record, shows('[part=summary]')),
};

export const SomeCells: Story = {
  name: '控え：選んだものだけ取りやめた',
  play: play(choose('scope', 'cells'), cell('health-section', 'health'), cell('health-section', 'name'), ...said, record, receipt),
};

export const AfterExpiry: Story = { name: '期限のあとで取りやめる', args: { state: 'expired' }, play: play(page) };

export const NothingToTakeBack: Story = { name: '取りやめるものがない', args: { state: 'refused' }, play: play(shows('[part=done]')) };
