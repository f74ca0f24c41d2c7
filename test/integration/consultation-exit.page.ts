/** Runs in the page of the quick exit test: fills the form in, and tells the server what is left of it once somebody has left. */

/** What stands where, when somebody looks for certain words. */
export interface Traces {
  /** Ways to the words through everything that the element holds. */
  memory: string[];
  fields: boolean;
  screen: boolean;
  markup: boolean;
  storage: string;
  /** Records in the browser's databases. */
  records: number;
  address: string;
  state: unknown;
}

export interface Cover {
  /** Left, top, right, bottom of what lies over the page; the window's width and height. */
  over: number[];
  window: number[];
  colour: string;
  text: string;
  bodyShown: boolean;
}

/** Absent on the pages before and after. */
const form = document.querySelector('tsunagu-consultation-form');
const root = (): ShadowRoot => form!.shadowRoot!;
/** Stands in everything that was written. */
let searched = '';

/** Everything that can be reached from the element without leaving it for the page. */
function waysTo(words: string): string[] {
  const ways: string[] = [];
  const been = new Set<unknown>([window, document]);
  const queue: [string, unknown][] = [['form', form]];
  for (let next = queue.shift(); next; next = queue.shift()) {
    const [way, value] = next;
    if (typeof value === 'string' && value.includes(words)) ways.push(way);
    if (value === null || (typeof value !== 'object' && typeof value !== 'function') || been.has(value)) continue;
    if (value instanceof Node && value !== form && !(value instanceof ShadowRoot)) continue;
    been.add(value);
    if (value instanceof Map || value instanceof Set) for (const each of value.entries()) queue.push([`${way}[…]`, each]);
    for (const name of Reflect.ownKeys(value)) {
      const { value: held } = Reflect.getOwnPropertyDescriptor(value, name) ?? {};
      queue.push([`${way}.${String(name)}`, held as unknown]);
    }
  }
  return ways;
}

const inputs = (): HTMLInputElement[] => (form ? [...root().querySelectorAll<HTMLInputElement>('input, textarea')] : []);

async function countRecords(): Promise<number> {
  let records = 0;
  for (const { name } of await indexedDB.databases()) {
    const database = await promised(indexedDB.open(name!));
    for (const store of database.objectStoreNames) records += await promised(database.transaction(store).objectStore(store).count());
    database.close();
  }
  return records;
}

const promised = <Value>(request: IDBRequest<Value>): Promise<Value> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('The database could not be read.'));
  });

const traces = async (words: string): Promise<Traces> => ({
  memory: form ? waysTo(words) : [],
  fields: inputs().some(({ value }) => value.includes(words)),
  screen: document.documentElement.innerText.includes(words),
  markup: document.documentElement.outerHTML.includes(words) || (form ? root().innerHTML.includes(words) : false),
  storage: JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie, window.name]),
  records: await countRecords(),
  address: decodeURIComponent(location.href),
  state: history.state as unknown,
});

function cover(): Cover {
  const over = document.documentElement.lastElementChild!;
  const { left, top, right, bottom } = over.getBoundingClientRect();
  return {
    over: [left, top, right, bottom],
    window: [innerWidth, innerHeight],
    colour: getComputedStyle(over).backgroundColor,
    text: document.documentElement.innerText.trim(),
    bodyShown: document.body.checkVisibility(),
  };
}

/** Waits until the form shows it; the form's own drawing is awaited, the clock only says that it never came. */
async function until(selector: string, text = ''): Promise<HTMLElement> {
  const last = performance.now() + 20_000;
  for (;;) {
    if (performance.now() > last) throw new Error(`It never came: ${selector} ${text}. Shown: ${root().textContent}`);
    const found = [...root().querySelectorAll<HTMLElement>(selector)].find((each) => each.textContent.includes(text));
    if (found) return found;
    await new Promise((resolve) => {
      const observer = new MutationObserver(resolve);
      observer.observe(root(), { subtree: true, childList: true, attributes: true, characterData: true });
      setTimeout(resolve, 20_000);
    });
  }
}

function write(input: HTMLElement, value: string): void {
  (input as HTMLTextAreaElement).value = value;
  for (const type of ['input', 'change']) input.dispatchEvent(new Event(type, { bubbles: true, composed: true }));
}

Object.assign(window, {
  exiting: {
    traces,
    /** Writes the words everywhere, and a slip that the form asks about. */
    async fill(words: string) {
      searched = words;
      write(await until('[part=input][name=words]'), `${words} 息子が部屋から出てきません。`);
      (await until('input[name=mode][value=nickname]')).click();
      write(await until('[part=input][name=nickname]'), words);
      (await until('input[name=ways][value=email]')).click();
      write(await until('[part=input][name=email]'), `${words}@gmai.com`);
      (await until('[part=next]')).click();
      await until('[part=problem]');
    },
    /** Keeps a draft on the device. */
    async keep(passphrase: string) {
      (await until('button', '書きかけを、この端末に残す')).click();
      (await until('button', 'はい、自分だけが使います')).click();
      write(await until('#passphrase'), passphrase);
      [...root().querySelectorAll('button')].find(({ textContent }) => textContent.trim() === '残す')!.click();
      await until('.draft', 'この端末に残しました');
    },
    /** Sends it, slip and all; resolves once it is under way. */
    async send() {
      (await until('[part=next]')).click();
      (await until('[part=next]', '相談を送る')).click();
      await until('[role=status]', '送っています');
    },
    /** Is somebody told that there is a draft? */
    offersDraft: () => ['書きかけの相談があります', '続きから'].some((text) => root().textContent.includes(text)),
    /** Middle of the button that leaves. */
    async exitButton() {
      const { left, top, width, height } = (await until('[part=exit-button]')).getBoundingClientRect();
      return [left + width / 2, top + height / 2];
    },
  },
});

/** Right after the press was handled, while the next page is still on its way. */
async function tell(): Promise<void> {
  if (document.documentElement.lastElementChild === document.body) return;
  const covered = cover();
  const body = JSON.stringify({ cover: covered, traces: await traces(searched) });
  // Kept alive: WebKit sends nothing else any more once the page is going.
  await fetch('/left', { method: 'POST', body, keepalive: true });
}
for (const type of ['click', 'keydown']) addEventListener(type, () => void setTimeout(() => void tell()));
