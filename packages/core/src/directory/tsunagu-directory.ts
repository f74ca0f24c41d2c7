import { ContextProvider } from '@lit/context';
import type { Directory } from '@tsunagu/schema/directory';
import { css, html, LitElement, type PropertyValues, type TemplateResult } from 'lit';
import { version } from '../version.js';
import { directoryContext } from './directory-context.js';
import { DirectoryController } from './directory-controller.js';
import * as directoryReader from './load-directory.js';

/**
 * Invisible owner of a city's directory; gives it to every tsunagu element inside it.
 *
 * @summary Loads one directory file for all elements inside.
 * @tag tsunagu-directory
 * @tagname tsunagu-directory
 * @documentation docs/embedding.md
 * @slot - The page's own content, with the elements that use the directory.
 * @fires {DirectoryLoadEvent} tsunagu-directory-load - A directory was read and is valid. `detail.directory`.
 * @fires {DirectoryErrorEvent} tsunagu-directory-error - It could not be read. `detail.reason`, `detail.message`, `detail.issues`.
 */
export class TsunaguDirectory extends LitElement {
  static readonly version = version;
  static override styles = css`
    :host {
      display: contents;
    }
  `;

  static override properties = { src: {}, directory: { attribute: false } };

  /** Address of the directory file, relative to the page. */
  src: string | undefined;

  /** The directory itself; beats an inline child and `src`. */
  directory: Directory | undefined;

  private readonly provider = new ContextProvider(this, { context: directoryContext, initialValue: { status: 'none' } });
  private readonly source = new DirectoryController(this, false, directoryReader, (state) => this.provider.setValue(state));

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('src') || changed.has('directory')) this.source.refresh();
  }

  protected override render(): TemplateResult {
    return html`<slot></slot>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'tsunagu-directory': TsunaguDirectory;
  }
}
