import type { Directory } from '@tsunagu/schema/directory';
import type { WindowFinder } from '@tsunagu/window-finder';
import { html, nothing, type TemplateResult } from 'lit';
import { mihon } from '../cities.js';

/** A Tuesday morning on which every weekday desk is open. Stories name their moment, so that they look the same every day. */
export const tuesday = '2026-11-24T10:00';

export interface FinderArgs {
  directory?: Directory | undefined;
  src?: string;
  heading?: string;
  query?: string;
  topics?: string;
  area?: string;
  openNow?: boolean;
  at?: string;
  limit?: number;
  selectable?: boolean;
  languages?: string;
  lang?: string;
}

/** What a city writes between the tags: shown until the desks are there, and when they cannot be. */
export const fallback = (): TemplateResult => html`<p>みほん市役所 つながり支援課 <a href="tel:03-0000-1000">03-0000-1000</a></p>`;

/** The finder as a story's controls set it. */
export function finder(args: FinderArgs, children: TemplateResult = fallback()): TemplateResult {
  return html`<tsunagu-window-finder
    .directory=${args.src ? undefined : 'directory' in args ? args.directory : mihon}
    src=${args.src ?? nothing}
    heading=${args.heading ?? nothing}
    query=${args.query ?? nothing}
    topics=${args.topics ?? nothing}
    area=${args.area ?? nothing}
    ?open-now=${args.openNow}
    at=${args.at ?? tuesday}
    limit=${args.limit ?? nothing}
    ?selectable=${args.selectable}
    languages=${args.languages ?? nothing}
    lang=${args.lang ?? nothing}
    >${children}</tsunagu-window-finder
  >`;
}

/** The finder in a story, once it shows its desks. */
async function shown(canvas: HTMLElement): Promise<ShadowRoot> {
  const element = canvas.querySelector<WindowFinder>('tsunagu-window-finder')!;
  for (;;) {
    await element.updateComplete;
    if (element.shadowRoot?.querySelector('[part=card]')) return element.shadowRoot;
    await new Promise((resolve) => requestAnimationFrame(resolve));
  }
}

/** Presses the first element that `selector` finds, once the desks are there. */
export const press =
  (selector: string) =>
  async ({ canvasElement }: { canvasElement: HTMLElement }): Promise<void> =>
    (await shown(canvasElement)).querySelector<HTMLElement>(selector)?.click();
