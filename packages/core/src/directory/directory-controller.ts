import { ContextEvent } from '@lit/context';
import type { Directory } from '@tsunagu/schema/directory';
import type { ReactiveController, ReactiveElement } from 'lit';
import { directoryContext, type DirectoryState } from './directory-context.js';
import { DirectoryErrorEvent, DirectoryLoadEvent, type DirectoryFailure } from './directory.events.js';
import type * as loading from './load-directory.js';
import { LoadError } from './load-error.js';

/** What reads and checks a directory: `load-directory.ts`. */
export type DirectoryReader = Pick<typeof loading, 'loadDirectory' | 'readDirectory' | 'validDirectory'>;

/** What an element that shows a directory offers to the controller. */
export interface DirectoryHost extends ReactiveElement {
  src: string | undefined;
  directory: Directory | undefined;
  /** A further inline door, after the JSON child and `src` (the finder's child table). Gives undefined when it is shut. */
  readOther?: (signal: AbortSignal) => Promise<unknown> | undefined;
}

/**
 * The doors a directory comes through, in this order: the `directory` property, an inline `<script type="application/json">` child,
 * `src`, the surrounding `<tsunagu-directory>`, the host's own further door. Every door is checked; a failure is told by an event
 * and a console message, never thrown.
 */
export class DirectoryController implements ReactiveController {
  private own: DirectoryState = { status: 'none' };
  private around: DirectoryState = { status: 'none' };
  private running: AbortController | undefined;
  private observer: MutationObserver | undefined;
  private seen: unknown;
  private unsubscribe: (() => void) | undefined;

  constructor(
    private readonly host: DirectoryHost,
    private readonly useContext: boolean,
    /** Loaded later by elements that do without a directory of their own. */
    private readonly reader: DirectoryReader | (() => Promise<DirectoryReader>),
    private readonly onChange: (state: DirectoryState) => void = () => undefined,
  ) {
    host.addController(this);
  }

  get state(): DirectoryState {
    return this.own.status === 'none' ? this.around : this.own;
  }

  hostConnected(): void {
    this.observer = new MutationObserver(() => this.refresh());
    this.observer.observe(this.host, { childList: true });
    if (this.useContext) {
      this.askAround();
      // Its script may come after ours: then nobody has heard the question.
      if (this.host.closest('tsunagu-directory:not(:defined)'))
        void customElements.whenDefined('tsunagu-directory').then(() => this.askAround());
    }
    this.refresh();
  }

  hostDisconnected(): void {
    this.observer?.disconnect();
    this.running?.abort();
    this.unsubscribe?.();
    this.around = { status: 'none' };
    if (this.own.status === 'loading') this.seen = undefined;
  }

  /** Asks the surrounding `<tsunagu-directory>`, by the web components community's context protocol. */
  private askAround(): void {
    if (!this.host.isConnected) return;
    this.host.dispatchEvent(
      new ContextEvent(
        directoryContext,
        this.host,
        (state, unsubscribe) => {
          if (unsubscribe !== this.unsubscribe) this.unsubscribe?.();
          this.unsubscribe = unsubscribe;
          this.around = state;
          this.changed();
        },
        true,
      ),
    );
  }

  /** Looks at the doors again; loads only when the door or what stands in it has changed. */
  refresh(): void {
    if (!this.host.isConnected) return;
    const { directory, src } = this.host;
    const inline = this.host.querySelector(':scope > script[type="application/json"]');
    // Inside a city's directory a table is what is there without script, not data of its own.
    const around = this.useContext && this.host.closest('tsunagu-directory');
    const door: unknown = directory ?? inline?.textContent ?? (src || (around ? null : this.host.querySelector(':scope > table')));
    if (door === this.seen) return;
    this.seen = door;
    if (directory != null) void this.run((read, signal) => read.validDirectory(directory, signal));
    else if (inline) void this.run((read, signal) => read.readDirectory(inline.textContent ?? '', signal));
    else if (src) void this.run((read, signal) => read.loadDirectory(new URL(src, document.baseURI).href, signal));
    else {
      const other = door ? this.host.readOther : undefined;
      if (other) void this.run(async (read, signal) => read.validDirectory(await other.call(this.host, signal), signal));
      else this.set({ status: 'none' });
    }
  }

  /** Tries the same door again. */
  retry(): void {
    this.seen = undefined;
    this.refresh();
  }

  private async run(load: (read: DirectoryReader, signal: AbortSignal) => Promise<Directory>): Promise<void> {
    this.running?.abort();
    const running = (this.running = new AbortController());
    this.set({ status: 'loading' });
    try {
      const { reader } = this;
      const directory = await load(typeof reader === 'function' ? await reader() : reader, running.signal);
      if (running.signal.aborted) return;
      this.set({ status: 'ready', directory });
      this.host.dispatchEvent(new DirectoryLoadEvent(directory));
    } catch (error) {
      if (running.signal.aborted) return;
      this.fail(error instanceof LoadError ? error.failure : { reason: 'invalid', message: String(error) });
    }
  }

  /** Tells a failure like one of loading: sentence, event, console; the children stay. */
  fail(failure: DirectoryFailure): void {
    console.error(`<${this.host.localName}>${failure.src ? ` ${failure.src}` : ''}: ${failure.message}`);
    this.set({ status: 'failed', failure });
    this.host.dispatchEvent(new DirectoryErrorEvent(failure));
  }

  private set(state: DirectoryState): void {
    this.own = state;
    this.changed();
  }

  private changed(): void {
    this.onChange(this.state);
    this.host.requestUpdate();
  }
}
