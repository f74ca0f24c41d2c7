/** Asks for which desk a sheet is printed, in a dialog over the sheet. */
import { say } from '@tsunagu/core';
import type { Directory } from '@tsunagu/schema/directory';
import { localize } from '@tsunagu/schema/text';
import { css, html, render } from 'lit';
import type { Recipient } from './recipients.js';
import type { PaperTexts } from './texts.js';

const styles = css`
  .choose {
    max-width: min(560px, calc(100vw - 32px));
    padding: 24px;
    border: 1px solid #000;
    border-radius: var(--_radius, 8px);
  }
  .choose::backdrop {
    background: rgb(0 0 0 / 40%);
  }
  .choose h2 {
    font-size: 20px;
  }
  .choose ul {
    display: grid;
    gap: 8px;
    margin: 16px 0;
    padding: 0;
  }
  .choose .button {
    width: 100%;
  }
`;

/** The desk that was chosen; undefined: none. */
export function chooseRecipient(
  root: ShadowRoot,
  recipients: readonly Recipient[],
  { texts, furigana, directory }: { texts: PaperTexts; furigana: boolean; directory?: Directory },
): Promise<Recipient | undefined> {
  const words = texts.messages.choose;
  const sheet = styles.styleSheet;
  if (sheet && !root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
  const place = document.createElement('div');
  root.append(place);
  const nameOf = ({ agency, name }: Recipient): string => {
    const window = directory?.windows.find(({ id }) => id === agency);
    return name ?? (window ? localize(window.name, texts.language) : agency);
  };
  return new Promise((resolve) => {
    let chosen: Recipient | undefined;
    const close = (recipient?: Recipient): void => {
      chosen = recipient;
      dialog.close();
    };
    const gone = (): void => {
      place.remove();
      resolve(chosen);
    };
    render(
      html`<dialog class="base choose" part="print-choice" aria-labelledby="print-choice" @close=${gone}>
        <h2 id="print-choice" ${say(words.title, furigana)}></h2>
        <p ${say(words.lead, furigana)}></p>
        <ul>
          ${recipients.map(
            (recipient) =>
              html`<li>
                <button class="button" type="button" @click=${() => close(recipient)}>
                  <span .textContent=${nameOf(recipient)}></span>
                </button>
              </li>`,
          )}
        </ul>
        <button class="button" type="button" @click=${() => close()}><span ${say(words.cancel, furigana)}></span></button>
      </dialog>`,
      place,
    );
    const dialog = place.querySelector('dialog')!;
    dialog.showModal();
  });
}
