/** Runs in the page of the fault test: many forms at once, each filled in, sent, and watched so that its words are never gone. */

export interface FormState {
  /** What is on the screen: words to send, words under way, words that could not be sent, a receipt, or an empty form. */
  shows: 'words' | 'sending' | 'offline' | 'failed' | 'receipt' | 'nothing';
  number: string;
}

export interface Crowd {
  /** Fills in a form and presses "send"; from then on it is watched. */
  begin: (index: number, words: string) => Promise<void>;
  /** Goes on watching a form of a page that was loaded anew. */
  watch: (index: number, words: string) => void;
  /** "Send again". */
  again: (index: number) => void;
  states: () => FormState[];
  /** Moments at which a watched form showed neither the words nor a receipt. */
  lost: string[];
}

const forms = [...document.querySelectorAll('tsunagu-consultation-form')];
const lost: string[] = [];

const find = (index: number, selector: string): HTMLElement | null => forms[index]!.shadowRoot!.querySelector<HTMLElement>(selector);
const press = (index: number, selector: string): void => {
  const button = find(index, selector);
  if (!button) throw new Error(`Form ${index} has no ${selector}: ${forms[index]!.shadowRoot!.textContent}`);
  button.click();
};
const shown = (index: number, selector: string): boolean => find(index, selector)?.checkVisibility() ?? false;
const written = (index: number, words: string): boolean =>
  [...forms[index]!.shadowRoot!.querySelectorAll('dd, .words')].some((each) => each.textContent.includes(words) && each.checkVisibility());

function watch(index: number, words: string): void {
  const look = (): void => {
    if (!written(index, words) && !shown(index, '[part=receipt] .code')) lost.push(`${words}: ${forms[index]!.shadowRoot!.textContent}`);
  };
  look();
  new MutationObserver(look).observe(forms[index]!.shadowRoot!, { subtree: true, childList: true, characterData: true, attributes: true });
}

/** A desk of 生駒, chosen in a finder; a form that comes back must still write to it. */
const chosen = { window: { id: 'forest', name: { ja: 'フォレスト地域包括支援センター' } } };

async function begin(index: number, words: string): Promise<void> {
  if (index === 0) document.dispatchEvent(new CustomEvent('tsunagu-window-select', { detail: chosen }));
  const form = forms[index]!;
  for (let page = 0; !written(index, words); page++) {
    if (page > 8) throw new Error(`Form ${index} never shows its words: ${form.shadowRoot!.textContent}`);
    const area = find(index, '[part=input][name=words]') as HTMLTextAreaElement | null;
    if (area && area.value !== words) {
      area.value = words;
      area.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
    }
    press(index, '[part=next]');
    await form.updateComplete;
  }
  watch(index, words);
  press(index, '[part=next]');
}

function stateOf(index: number): FormState {
  const number = shown(index, '[part=receipt] .code') ? find(index, '[part=receipt] .code')!.textContent : '';
  const said = [...forms[index]!.shadowRoot!.querySelectorAll('[role=status]')].map((each) => each.textContent).join('');
  const shows = number
    ? 'receipt'
    : !written(index, '相談-')
      ? 'nothing'
      : shown(index, '[part=failed]')
        ? 'failed'
        : said.includes('つながったら送ります')
          ? 'offline'
          : shown(index, '[part=next]')
            ? 'words'
            : 'sending';
  return { shows, number };
}

const crowd: Crowd = {
  begin,
  watch,
  again: (index) => press(index, '[part=failed] .loud'),
  states: () => forms.map((_form, index) => stateOf(index)),
  lost,
};
Object.assign(window, { crowd });
