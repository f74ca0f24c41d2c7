/** Opens the consent dialog over the page, and keeps what comes of it. */
import type { ConsentDialog, ConsentMode } from '@tsunagu/consent-dialog';
import type { RequestDraft } from '@tsunagu/schema/consent';
import type { Consultation } from '@tsunagu/schema/consultation';
import type { Directory } from '@tsunagu/schema/directory';
import type { ConsentCase } from './case.js';

interface Opening {
  place: HTMLElement;
  consents: ConsentCase;
  subject: string;
  mode: ConsentMode;
  request?: RequestDraft;
  document: Consultation | undefined;
  directory: Directory;
  worker: { name?: string; section: string };
  /** What the person reads; other languages than the dialog's are read in Japanese. */
  language: string;
  /** Called with a sentence when it could not be kept, with nothing when it was. */
  kept: (trouble?: string) => void;
}

const spoken = ['ja', 'ja-x-easy', 'en'];

export async function openDialog({
  place,
  consents,
  subject,
  mode,
  request,
  document,
  directory,
  worker,
  language,
  kept,
}: Opening): Promise<void> {
  await import('@tsunagu/consent-dialog/define');
  const dialog: ConsentDialog = globalThis.document.createElement('tsunagu-consent-dialog');
  dialog.lang = spoken.find((tag) => tag === language) ?? spoken.find((tag) => tag === language.split('-')[0]) ?? 'ja';
  dialog.directory = directory;
  dialog.request = request;
  dialog.record = consents.openEventsOf(subject);
  dialog.document = document;
  dialog.shipments = consents.consents.shipments.filter(({ record }) => record === consents.recordOf(subject)?.record);
  dialog.subject = subject;
  dialog.worker = worker;
  dialog.now = () => consents.now;
  dialog.mode = mode;
  const keep = async ({
    detail,
  }: HTMLElementEventMap['tsunagu-consent-decide'] | HTMLElementEventMap['tsunagu-consent-withdraw']): Promise<void> => {
    const { events } = detail;
    const drawings = 'drawing' in detail && detail.drawing ? [detail.drawing] : [];
    const reply = await consents.append(
      events,
      drawings.map(({ reference, hash, text }) => ({ reference, hash, text })),
    );
    // Its receipt is on the screen already, so it has to be said there that it is not kept yet.
    if (!reply.ok) dialog.showFailed();
    kept(reply.ok ? undefined : reply.text);
  };
  dialog.addEventListener('tsunagu-consent-decide', (event) => void keep(event));
  dialog.addEventListener('tsunagu-consent-withdraw', (event) => void keep(event));
  place.replaceChildren(dialog);
  await dialog.show();
}
