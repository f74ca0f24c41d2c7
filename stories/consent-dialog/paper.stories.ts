import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { baseStyles } from '@tsunagu/core';
import { render, type CSSResult, type TemplateResult } from 'lit';
import { wordsLocales } from '../../packages/consent-dialog/src/locales/words.js';
import { namesOf, type Names } from '../../packages/consent-dialog/src/names.js';
import { paperStyles, paperTwin, paperWords } from '../../packages/consent-dialog/src/paper/paper-twin.js';
import { receiptPage, receiptStyles, receiptWords } from '../../packages/consent-dialog/src/print/receipt.js';
import { ikoma } from '../cities.js';
import { hostileRequest, recordIn, request, shipments, shortRequest, type RecordState, type StoryRequest } from './records.js';

/** What is printed: no button of the page leads to it alone, so that the sheets themselves stand here. */
interface PaperArgs {
  request?: StoryRequest;
  state?: RecordState;
  discreet?: boolean;
}

interface Context {
  args: PaperArgs;
  globals: Record<string, unknown>;
}

const languageOf = ({ globals }: Context): 'ja' | 'ja-x-easy' | 'en' => globals.language as 'ja' | 'ja-x-easy' | 'en';

async function namesFor(context: Context): Promise<Names> {
  const language = languageOf(context);
  const words = language === 'ja' ? wordsLocales.ja : await wordsLocales[language]();
  return namesOf({ language, words, directory: ikoma, labels: context.args.request?.labels });
}

/** Sheets in a shadow root of their own, as when they are printed. */
function sheets(pages: TemplateResult, styles: CSSResult): HTMLElement {
  const host = document.createElement('div');
  const root = host.attachShadow({ mode: 'open' });
  root.adoptedStyleSheets = [baseStyles, styles].flatMap(({ styleSheet }) => styleSheet ?? []);
  render(pages, root);
  return host;
}

const meta: Meta<PaperArgs> = {
  title: 'Consent dialog/On paper',
  args: { request },
  loaders: [
    async (context) => {
      const view = { words: await paperWords(languageOf(context)), names: await namesFor(context), furigana: true };
      return { sheets: sheets(paperTwin({ request: context.args.request! }, view), paperStyles) };
    },
  ],
  render: (_args, { loaded }) => loaded.sheets as HTMLElement,
  argTypes: { request: { control: false } },
};
export default meta;
type Story = StoryObj<PaperArgs>;

export const Twin: Story = { name: '紙に書く用紙' };

export const TwinShort: Story = { name: '紙に書く用紙（短いもの）', args: { request: shortRequest } };

export const TwinOfManyDesks: Story = {
  name: '紙に書く用紙（24の窓口）',
  args: { request: { ...request, agencies: ikoma.windows.map(({ id }) => id) } },
};

export const TwinHostile: Story = { name: '紙に書く用紙（悪い入力）', args: { request: hostileRequest } };

const receipt = (name: string, args: PaperArgs): Story => ({
  name,
  args,
  loaders: [
    async (context) => {
      const view = { words: await receiptWords(languageOf(context)), names: await namesFor(context), furigana: true };
      const events = await recordIn(context.args.state!);
      const page = receiptPage({ events, shipments, ...(context.args.discreet && { discreet: true }) }, view);
      return { receipt: sheets(page as TemplateResult, receiptStyles) };
    },
  ],
  render: (_args, { loaded }) => loaded.receipt as HTMLElement,
});

export const ReceiptGiven = receipt('控え：伝えてよい', { state: 'given' });

export const ReceiptInPart = receipt('控え：一部だけ', { state: 'partly-given' });

export const ReceiptDiscreet = receipt('控え：人に見られてもよい', { state: 'partly-given', discreet: true });

export const ReceiptRefused = receipt('控え：伝えない', { state: 'refused' });

export const ReceiptDeferred = receipt('控え：もう少し考える', { state: 'deferred' });

export const ReceiptWithdrawn = receipt('控え：取りやめた', { state: 'withdrawn' });
