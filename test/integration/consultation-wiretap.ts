/** Between a browser and a server: passes everything on, and keeps every byte that went over the wire. */
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

export interface Wiretap {
  origin: string;
  /** Everything so far, both ways. */
  bytes: () => Buffer;
  close: () => void;
}

export async function tap(origin: string): Promise<Wiretap> {
  const { hostname, port } = new URL(origin);
  const heard: Buffer[] = [];
  const open = new Set<Socket>();
  const server = createServer((near) => {
    const far = connect(Number(port), hostname);
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      open.add(from);
      from.on('data', (chunk: Buffer) => heard.push(chunk));
      from.pipe(to);
      from.on('error', () => to.destroy());
      from.on('close', () => open.delete(from));
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    bytes: () => Buffer.concat(heard),
    close: () => {
      for (const socket of open) socket.destroy();
      server.close();
    },
  };
}

/** The ways in which a word could stand in bytes: as it is, in UTF-16, escaped for JSON or an address, in base64 at each of its three places. */
export function disguises(word: string): Buffer[] {
  const bytes = Buffer.from(word);
  const wide = Buffer.from(word, 'utf16le');
  const escaped = [...wide.swap16().toString('hex').matchAll(/.{4}/g)].map(([unit]) => `\\u${unit}`).join('');
  const base64 = [0, 1, 2].map((offset) => {
    const whole = Buffer.concat([Buffer.alloc(offset), bytes]).toString('base64url');
    // The first and last characters also depend on the neighbours.
    return whole.slice(Math.ceil((offset * 8) / 6), Math.floor(((offset + bytes.length) * 8) / 6));
  });
  const texts = [word, escaped, escaped.toUpperCase().replaceAll('\\U', '\\u'), encodeURIComponent(word), ...base64];
  return [...texts.map((text) => Buffer.from(text)), Buffer.from(word, 'utf16le')];
}

/** Those of the words that stand in the bytes in any disguise. */
export const found = (bytes: Buffer, words: readonly string[]): string[] =>
  words.filter((word) => disguises(word).some((disguise) => bytes.includes(disguise)));
