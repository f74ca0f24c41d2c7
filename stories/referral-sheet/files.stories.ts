import type { Meta, StoryObj } from '@storybook/web-components-vite';
import '@tsunagu/referral-sheet/define';
import type { ReferralSheetElement } from '@tsunagu/referral-sheet';
import { codesOf } from '@tsunagu/referral-sheet/transfer';
import { ikoma } from '../cities.js';
import { play, press, sheet, shows, withSheet, type SheetArgs } from './sheet.js';
import { now, second, sheetAt } from './sheets.js';

const meta: Meta<SheetArgs> = {
  title: 'Referral sheet/Files and codes',
  component: 'tsunagu-referral-sheet',
  args: { directory: ikoma, mode: 'view', state: 'working', viewer: 'sender' },
  loaders: [withSheet],
  render: (args, context) => sheet(args, context),
  argTypes: { directory: { control: false } },
};
export default meta;
type Story = StoryObj<SheetArgs>;

const inside = <Name extends 'input' | 'textarea' | 'button'>(
  element: ReferralSheetElement,
  name: Name,
  part: string,
): HTMLElementTagNameMap[Name] => element.shadowRoot!.querySelector<HTMLElementTagNameMap[Name]>(`${name}[part=${part}]`)!;
const open = press('[part=transfer]');
const panel = shows('[part=transfer-panel]');

/** As a scanner does: the code, then Enter. */
const scan = (pick: (codes: readonly string[]) => readonly string[]) => async (element: ReferralSheetElement) => {
  const { value, consent } = await sheetAt('working', 'sender');
  const { parts } = await codesOf({ value, consents: consent, at: new Date(now) }, { agency: second.agency });
  const field = inside(element, 'input', 'in-scanner');
  for (const code of pick(parts)) {
    field.value = code;
    field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, composed: true, cancelable: true }));
  }
};

/** What the other desk answered meanwhile, as the file it sent. */
const paste = (text: () => Promise<string>) => async (element: ReferralSheetElement) => {
  inside(element, 'textarea', 'in-paste').value = await text();
  inside(element, 'button', 'in-read').click();
};
const answer = async (): Promise<string> => JSON.stringify((await sheetAt('working', 'holder')).value);
const draftOfBefore = async (): Promise<string> => {
  const { value } = await sheetAt('draft', 'sender');
  return JSON.stringify({ ...value, sheet: { ...value.sheet, wishes: '母を施設に預け、働きたい。' } });
};

export const Open: Story = { name: '開いたところ', play: play(open, panel) };

export const Codes: Story = { name: 'コードを1枚ずつ', play: play(open, press('[part=out-codes]'), shows('[part=out-codes-view] .qr')) };

export const Losses: Story = { name: 'FHIR で伝わらないこと', play: play(open, press('[part=out-fhir]'), shows('[part=out-losses]')) };

export const PartMissing: Story = {
  name: 'スキャナー：あと1枚',
  args: { mode: 'reply', viewer: 'holder' },
  play: play(
    open,
    panel,
    scan((codes) => codes.filter((_, index) => index !== 1)),
    shows('[part=in-restart]'),
  ),
};

export const Answer: Story = {
  name: '取りこむ前：相手の返事',
  args: { state: 'accepted' },
  play: play(open, panel, paste(answer), shows('[part=in-take]')),
};

export const Differences: Story = {
  name: '取りこむ前：内容の違い',
  args: { mode: 'edit', state: 'draft' },
  play: play(open, panel, paste(draftOfBefore), shows('[part=in-differences]')),
};
