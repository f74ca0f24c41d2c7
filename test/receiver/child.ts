/** A receiver as it is run: a process of its own, told what to do by its environment. */
import { spawn, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** Built beside the tests by whoever runs them. */
const main = process.env.TSUNAGU_RECEIVER_COMMAND!;
const city = fileURLToPath(new URL('../../examples/cities/ikoma.json', import.meta.url));

/** So many requests that no test runs into a limit by accident. */
const generous = Object.fromEntries(['SUBMIT', 'RECEIPTS', 'STAFF', 'READ'].map((name) => [`TSUNAGU_RATE_${name}`, '100000/1']));

const environment = (more: Record<string, string>): Record<string, string> => ({
  PATH: process.env.PATH ?? '',
  TSUNAGU_DIRECTORY: city,
  PORT: '0',
  ...generous,
  ...more,
});

export interface Ended {
  code: number | null;
  out: string;
  err: string;
}

/** Runs a command to its end. */
export function runCommand(words: readonly string[], more: Record<string, string> = {}, cwd?: string): Promise<Ended> {
  const child = spawn(process.execPath, [main, ...words], { env: environment(more), ...(cwd ? { cwd } : {}) });
  return ended(child);
}

function ended(child: ChildProcess): Promise<Ended> {
  let out = '';
  let err = '';
  child.stdout!.on('data', (chunk: Buffer) => (out += chunk.toString()));
  child.stderr!.on('data', (chunk: Buffer) => (err += chunk.toString()));
  return new Promise((resolve) => child.once('close', (code) => resolve({ code, out, err })));
}

export interface Child {
  origin: string;
  pid: number;
  /** Sends a signal and resolves when the process has ended. */
  end: (signal: NodeJS.Signals) => Promise<Ended>;
}

/** @param fileSize the most bytes a file may have until the limit is lifted: what a full disk is to a writer. */
export async function startChild(more: Record<string, string>, { fileSize }: { fileSize?: number } = {}): Promise<Child> {
  const command = [process.execPath, main] as const;
  const limited = ['prlimit', `--fsize=${fileSize}:unlimited`, '--', ...command] as const;
  const [program, ...words] = fileSize === undefined ? command : limited;
  const child = spawn(program, words, { env: environment(more) });
  const end = ended(child);
  const origin = await new Promise<string>((resolve, reject) => {
    let out = '';
    child.stdout.on('data', (chunk: Buffer) => {
      out += chunk.toString();
      const found = /tsunagu receiver: (\S+)\n/.exec(out);
      if (found) resolve(found[1]!);
    });
    void end.then(({ err }) => reject(new Error(`The receiver ended: ${err}`)));
  });
  return {
    origin,
    pid: child.pid!,
    end: (signal) => {
      child.kill(signal);
      return end;
    },
  };
}
