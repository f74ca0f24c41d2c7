import type { Meta, StoryObj } from '@storybook/web-components-vite';
import '@tsunagu/referral-sheet/define';
import type { ReferralSheetElement } from '@tsunagu/referral-sheet';
import { ikoma } from '../cities.js';
import { play, press, sheet, shows, withSheet, write, type SheetArgs } from './sheet.js';

const meta: Meta<SheetArgs> = {
  title: 'Referral sheet/Edit',
  component: 'tsunagu-referral-sheet',
  args: { directory: ikoma, mode: 'edit', state: 'draft', viewer: 'sender' },
  loaders: [withSheet],
  render: (args, context) => sheet(args, context),
  argTypes: { directory: { control: false } },
};
export default meta;
type Story = StoryObj<SheetArgs>;

export const Draft: Story = { name: '下書き' };

/** The page gives a newer sheet while somebody writes in the same field. */
const heardElsewhere = (element: ReferralSheetElement): void => {
  const { sheet: given, events } = element.value!;
  element.value = { sheet: { ...given, wishes: '母を施設に預け、働きたい。', urgency: 'today' }, events };
};

export const WrittenElsewhere: Story = {
  name: '別のところでも書き直された',
  play: play(
    press('#section-words [part=section-button]'),
    write('f-wishes', '母と、今の家で暮らしたい。'),
    heardElsewhere,
    shows('[part=elsewhere]'),
  ),
};
