import type { Meta, StoryObj } from '@storybook/web-components-vite';
import '@tsunagu/consent-dialog/define';
import { ikoma } from '../cities.js';
import { answer, choose, dialog, draw, play, press, record, shows, spokenAnswers, withRecord, write, type DialogArgs } from './dialog.js';
import { consultation, request } from './records.js';

const meta: Meta<DialogArgs> = {
  title: 'Consent dialog/Deciding',
  component: 'tsunagu-consent-dialog',
  args: { directory: ikoma, request, document: consultation },
  loaders: [withRecord],
  render: (args, context) => dialog(args, context),
  argTypes: { directory: { control: false }, request: { control: false }, document: { control: false } },
};
export default meta;
type Story = StoryObj<DialogArgs>;

const receipt = shows('[part=print]');
const choosing = press('[part=choose]');
const yesTo = (group: number) => press(`[name=g${group}][value=given]`);
const noTo = (group: number) => press(`[name=g${group}][value=refused]`);

export const Choosing: Story = { name: '相手ごとに決める', play: play(choosing, yesTo(0), noTo(2)) };

export const ChoosingItems: Story = { name: 'ことごとに決める', play: play(choosing, press('[part=chooser] .tab', 1), yesTo(0), noTo(6)) };

export const ChoosingCells: Story = {
  name: '1つずつ決める',
  play: play(choosing, press('[part=group] .link[aria-label]'), shows('.single'), press('.single [value=given]')),
};

export const NothingChosen: Story = { name: '何も選ばずに進もうとした', play: play(choosing, press('[part=proceed]')) };

export const Preview: Story = {
  name: '窓口に何が伝わるか',
  play: play(choosing, yesTo(0), press('[part=preview-button]'), shows('[part=preview]')),
};

export const PreviewNothing: Story = {
  name: '窓口に何も伝わらない',
  play: play(choosing, noTo(0), press('[part=preview-button]'), shows('[part=preview]')),
};

export const Who: Story = { name: '伝えてよい：だれが、どう決めたか', play: play(answer('given'), shows('[name=by]')) };

export const Asked: Story = { name: 'まだ足りないところがある', play: play(answer('given'), record, shows('[part=summary]')) };

export const Typed: Story = {
  name: '名前を入力する',
  play: play(answer('given'), choose('by', 'self'), choose('how', 'electronic'), shows('[part=signature]')),
};

export const Drawn: Story = {
  name: '指で署名する',
  play: play(answer('given'), choose('by', 'self'), choose('how', 'electronic'), draw),
};

export const Written: Story = {
  name: '紙に書いた',
  play: play(answer('given'), choose('by', 'self'), choose('how', 'written'), write('paper', '同意書つづり 12番')),
};

export const Supported: Story = {
  name: '手助けを受けて決める',
  play: play(answer('given'), choose('by', 'supported'), write('support', '手話通訳、図を使った説明'), ...spokenAnswers.slice(1)),
};

export const Guardian: Story = {
  name: '成年後見人が決める',
  play: play(
    answer('given'),
    choose('by', 'somebody'),
    choose('representative', 'adult-guardian'),
    write('representativeName', '後見 三郎'),
    write('authority', '登記事項証明書'),
    ...spokenAnswers.slice(1),
  ),
};

export const GivenReceipt: Story = {
  name: '控え：伝えてよい（口頭、立会人あり）',
  play: play(answer('given'), ...spokenAnswers, record, receipt),
};

export const DrawnReceipt: Story = {
  name: '控え：伝えてよい（指の署名）',
  play: play(answer('given'), choose('by', 'self'), choose('how', 'electronic'), draw, record, receipt),
};

export const PartReceipt: Story = {
  name: '控え：一部だけ伝えてよい',
  play: play(choosing, yesTo(0), noTo(2), press('[part=proceed]'), ...spokenAnswers, record, receipt),
};

export const Refusing: Story = { name: '伝えない：理由はいらない', play: play(answer('refused'), shows('[part=record]')) };

export const RefusedReceipt: Story = {
  name: '控え：伝えない',
  play: play(answer('refused'), choose('by', 'self'), choose('how', 'oral'), record, receipt),
};

export const Thinking: Story = { name: 'もう少し考える', play: play(answer('deferred'), shows('[part=record]')) };

export const ThinkingReceipt: Story = { name: '控え：もう少し考える', play: play(answer('deferred'), record, receipt) };

export const Unsaved: Story = {
  name: 'ページが保存できなかった',
  play: play(answer('deferred'), record, receipt, (element) => {
    element.showFailed();
  }),
};
