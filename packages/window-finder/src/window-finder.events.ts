import type { ConsultationWindow } from '@tsunagu/schema/directory';

/** `tsunagu-window-select`: the resident chose to send a consultation to this desk. Never carries what was typed. */
export class WindowSelectEvent extends CustomEvent<{ window: ConsultationWindow }> {
  constructor(window: ConsultationWindow) {
    super('tsunagu-window-select', { bubbles: true, composed: true, detail: { window } });
  }
}

declare global {
  interface HTMLElementEventMap {
    'tsunagu-window-select': WindowSelectEvent;
  }
}
