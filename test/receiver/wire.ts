/** Requests byte by byte, for what no HTTP client would send. */
import { connect } from 'node:net';

export interface RawAnswer {
  status: number;
  head: string;
  body: string;
}

/** Writes `parts` to a connection of its own and reads until the server closes it, or until `enough` says that it has seen all. */
export function sendRaw(
  origin: string,
  parts: readonly (string | Buffer)[],
  { hangUp = false, silence = 2000 }: { hangUp?: boolean; silence?: number } = {},
): Promise<RawAnswer | undefined> {
  const { hostname, port } = new URL(origin);
  return new Promise((resolve) => {
    let text = '';
    const socket = connect(Number(port), hostname, () => {
      for (const part of parts) socket.write(part);
      if (hangUp) socket.destroy();
    });
    const end = (): void => {
      socket.destroy();
      const found = /^HTTP\/1\.1 (\d{3}) .*?\r\n([\s\S]*?)\r\n\r\n([\s\S]*)$/.exec(text);
      resolve(found ? { status: Number(found[1]), head: found[2]!, body: found[3]! } : undefined);
    };
    socket.setTimeout(silence, end);
    socket.on('data', (chunk) => {
      text += chunk.toString();
    });
    socket.on('error', () => undefined);
    socket.on('close', end);
  });
}

/** A POST to the public door, with whatever head lines and body. */
export const rawPost = (lines: readonly string[], body: string | Buffer = ''): (string | Buffer)[] => [
  ['POST /api/consultations HTTP/1.1', 'Host: receiver', 'Connection: close', ...lines, '', ''].join('\r\n'),
  body,
];

/** Begins a POST whose body is still to come; resolves when the server has read the head and asks for it. */
export function beginPost(origin: string, path: string, headers: Record<string, string>, body: string): Promise<() => Promise<RawAnswer>> {
  const { hostname, port } = new URL(origin);
  const lines = Object.entries({ host: 'receiver', 'content-length': String(Buffer.byteLength(body)), expect: '100-continue', ...headers });
  return new Promise((resolve, reject) => {
    let text = '';
    const socket = connect(Number(port), hostname);
    const finish = (): Promise<RawAnswer> =>
      new Promise((answered) => {
        text = '';
        socket.on('end', () => {
          const [, status, head, rest] = /^HTTP\/1\.1 (\d{3}) .*?\r\n([\s\S]*?)\r\n\r\n([\s\S]*)$/.exec(text) ?? [];
          answered({ status: Number(status), head: head ?? '', body: rest ?? '' });
        });
        socket.write(body);
      });
    socket.on('data', (chunk) => {
      text += chunk.toString();
      if (text === 'HTTP/1.1 100 Continue\r\n\r\n') resolve(finish);
    });
    socket.on('error', reject);
    socket.write([`POST ${path} HTTP/1.1`, ...lines.map(([name, value]) => `${name}: ${value}`), '', ''].join('\r\n'));
  });
}

/** Resolves when nobody listens there any more. */
export async function untilClosed(origin: string): Promise<void> {
  const { hostname, port } = new URL(origin);
  const answers = (): Promise<boolean> =>
    new Promise((resolve) => {
      const socket = connect(Number(port), hostname, () => {
        socket.destroy();
        resolve(true);
      });
      socket.on('error', () => resolve(false));
    });
  while (await answers());
}
