/** Files and codes, out and in: what the sheet opens under itself. Everything it uses beyond its texts is fetched when it is asked for. */
import { say } from '@tsunagu/core';
import { html, nothing } from 'lit';
import type { TransferMessages } from '../locales/transfer.messages.js';
import type { SheetHost, SheetPart } from '../sheet-host.js';
import { InPanel } from './in-panel.js';
import { OutPanel } from './out-panel.js';
import { Spoken } from './texts.js';
import { transferStyles } from './transfer.styles.js';

/** Opens the panel. A camera that is on is stopped with `end()`. */
export async function openTransfer(host: SheetHost): Promise<SheetPart> {
  const spoken = new Spoken();
  await spoken.follow(host.lang);
  const speak = (): TransferMessages => spoken.words;
  const out = new OutPanel(host, speak);
  const into = new InPanel(host, speak);
  return {
    styles: transferStyles,
    render() {
      if (!spoken.speaks(host.lang)) void spoken.follow(host.lang).then(() => host.requestUpdate());
      return html`<section class="transfer" part="transfer-panel" aria-labelledby="transfer-title">
        <h2 id="transfer-title" ${say(speak().title, host.furigana)}></h2>
        ${host.value ? out.render() : nothing} ${into.render()}
      </section>`;
    },
    rest: () => into.rest(),
    end() {
      out.end();
      into.end();
    },
  };
}
