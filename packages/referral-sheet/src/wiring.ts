/** What the controller and the fetched modes see of the element. */
import type { Language } from '@tsunagu/core';
import type { ConsentEvent } from '@tsunagu/schema/consent';
import type { Directory } from '@tsunagu/schema/directory';
import type { ConsentsByRef } from '@tsunagu/schema/referral';
import { consentsOf } from './parts/value.js';
import { ReferralImportEvent } from './referral-sheet.events.js';
import type { SheetController, SheetOwner } from './sheet-controller.js';
import type { ReferralValue, SheetHost } from './sheet-host.js';

interface Wired extends HTMLElement {
  value: ReferralValue | undefined;
  consent: ConsentsByRef | readonly ConsentEvent[] | undefined;
  action: string | undefined;
  desk: string | undefined;
  worker: string | undefined;
  now: Date | string | (() => Date) | undefined;
  requestUpdate(): void;
}

export function ownerOf(element: Wired): SheetOwner {
  return {
    get value() {
      return element.value;
    },
    set value(value) {
      element.value = value;
    },
    get desk() {
      return element.desk || undefined;
    },
    get action() {
      return element.action || undefined;
    },
    get at() {
      const { now } = element;
      return typeof now === 'function' ? now() : now === undefined ? new Date() : new Date(now);
    },
    get consents() {
      return consentsOf(element.consent, (element.value?.sheet as { person?: { ref?: unknown } } | undefined)?.person?.ref);
    },
    dispatchEvent: (event) => element.dispatchEvent(event),
    requestUpdate: () => element.requestUpdate(),
  };
}

/** `inner`: what only the element knows, at that moment. */
export function hostOf(
  element: Wired,
  owner: SheetOwner,
  controller: SheetController,
  inner: () => { lang: Language; furigana: boolean; directory: Directory | undefined; root: ShadowRoot },
): SheetHost {
  return {
    get value() {
      return controller.current;
    },
    get given() {
      return controller.given;
    },
    get consents() {
      return owner.consents;
    },
    get directory() {
      return inner().directory;
    },
    get desk() {
      return owner.desk;
    },
    get worker() {
      return element.worker || undefined;
    },
    get lang() {
      return inner().lang;
    },
    get furigana() {
      return inner().furigana;
    },
    get at() {
      return owner.at;
    },
    get state() {
      return controller.state;
    },
    get root() {
      return inner().root;
    },
    requestUpdate: () => element.requestUpdate(),
    change: (sheet, elsewhere) => controller.write(sheet, elsewhere),
    replace: (value) => {
      const isOurs = element.dispatchEvent(new ReferralImportEvent({ value }));
      if (isOurs) element.value = value;
      return isOurs;
    },
    act: (action) => controller.act(action),
  };
}

/** Ends what runs, once the element is out of the page: one that is only moved is back by then, with all that is open and on its way. */
export function whenGone(element: HTMLElement, ...running: readonly { end(): void }[]): void {
  queueMicrotask(() => {
    if (!element.isConnected) for (const one of running) one.end();
  });
}
