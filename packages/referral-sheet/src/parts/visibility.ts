import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** A page that goes out of sight may never come back, so what waits is told now; one that comes back shows what is so by then. */
export class Visibility implements ReactiveController {
  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly onHidden: () => void,
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    document.addEventListener('visibilitychange', this.onChange);
  }

  hostDisconnected(): void {
    document.removeEventListener('visibilitychange', this.onChange);
  }

  private readonly onChange = (): void => {
    if (document.hidden) this.onHidden();
    else this.host.requestUpdate();
  };
}
