import type { ConsentDialog } from '@tsunagu/consent-dialog';
import type { Shipment } from '@tsunagu/schema/consent';
import type { Directory } from '@tsunagu/schema/directory';
import { html, nothing, type TemplateResult } from 'lit';
import { choose, frame, playing, press, shows, write, type Act } from '../shared/acts.js';
import { now, recordIn, subject, worker, type RecordState, type StoryRequest } from './records.js';

export { choose, press, shows, write } from '../shared/acts.js';

export interface DialogArgs {
  directory?: Directory | undefined;
  request?: StoryRequest | undefined;
  /** Where the record stands; `none`: there is none. */
  state?: RecordState;
  mode?: 'decide' | 'withdraw' | 'worker';
  document?: object | undefined;
  shipments?: readonly Shipment[] | undefined;
  languages?: string;
  lang?: string;
}

interface Loaded {
  loaded?: { record?: unknown };
}

/** Writes the record a story asks for. */
export const withRecord = async ({ args }: { args: DialogArgs }): Promise<{ record: unknown }> => ({
  record: await recordIn(args.state ?? 'none'),
});

/** The dialog behind a button, as a desk has it: nothing is shown before somebody opens it. */
export function dialog(args: DialogArgs, { loaded }: Loaded = {}, children: TemplateResult | typeof nothing = nothing): TemplateResult {
  const open = (event: Event): void => void (event.target as HTMLElement).parentElement!.querySelector('tsunagu-consent-dialog')!.show();
  return html`<div>
    <button type="button" @click=${open}>話を伝えてよいか、決める</button>
    <tsunagu-consent-dialog
      mode=${args.mode ?? nothing}
      languages=${args.languages ?? nothing}
      lang=${args.lang ?? nothing}
      .directory=${args.directory}
      .request=${args.request}
      .record=${loaded?.record ?? []}
      .document=${args.document}
      .shipments=${args.shipments}
      .subject=${subject}
      .worker=${worker}
      .now=${now}
      >${children}</tsunagu-consent-dialog
    >
  </div>`;
}

/** Opens the dialog and does one thing after the other. */
export const play = playing<ConsentDialog>('tsunagu-consent-dialog', (element) => element.show());

export const answer = (kind: 'given' | 'refused' | 'deferred'): Act => press(`[data-answer=${kind}]`);

export const record = press('[part=record]');

/** Said aloud at the desk, before a witness. */
export const spokenAnswers: readonly Act[] = [
  choose('by', 'self'),
  choose('how', 'oral'),
  write('explainedBy', '相談 花子'),
  write('witness', '立会 次郎'),
];

/** Draws three strokes into the field for a signature, as a finger does. */
export const draw: Act = async (element) => {
  await shows('[part=signature-surface]')(element);
  const surface = element.shadowRoot!.querySelector<HTMLCanvasElement>('[part=signature-surface]')!;
  // The field takes its size in the frame after it appeared.
  for (let waited = 0; waited < 3; waited++) await frame();
  surface.scrollIntoView({ block: 'center' });
  const { left, top, width, height } = surface.getBoundingClientRect();
  const send = (type: string, x: number, y: number): void => {
    const target = type === 'pointerdown' ? surface : window;
    target.dispatchEvent(
      new PointerEvent(type, {
        bubbles: true,
        cancelable: true,
        pointerId: 1,
        pointerType: 'touch',
        isPrimary: true,
        button: 0,
        buttons: type === 'pointerup' ? 0 : 1,
        pressure: 0.5,
        clientX: left + x * width,
        clientY: top + y * height,
      }),
    );
  };
  for (const stroke of [0.2, 0.45, 0.7]) {
    send('pointerdown', stroke, 0.3);
    // The pad takes a point for about every frame.
    for (let step = 1; step <= 6; step++, await frame(), await frame()) send('pointermove', stroke + step * 0.025, 0.3 + step * 0.07);
    send('pointerup', stroke + 0.16, 0.7);
  }
  await frame();
};
