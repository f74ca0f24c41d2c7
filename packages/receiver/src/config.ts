/** Settings from the environment. Each wrong one is told in a sentence; all of them at once, so that nobody starts the server five times. */
import { readFileSync } from 'node:fs';
import type { Directory } from '@tsunagu/schema/directory';
import { parseDirectory } from '@tsunagu/schema/explain';
import type { LogOptions } from './http/logging.js';
import { defaultCoordinator } from './desks.js';
import { defaultRates, type Rate, type RateName, type Rates } from './http/rates.js';
import type { ReceiverOptions } from './receiver.js';
import { defaultRetention } from './store/retention.js';
import { isPostgres } from './store/store.js';

export type Environment = Readonly<Record<string, string | undefined>>;

export interface Config extends ReceiverOptions {
  host: string;
  port: number;
  coordinator: string;
}

/** Told to whoever runs the server; `sentences` has one for each wrong setting. */
export class ConfigError extends Error {
  constructor(readonly sentences: readonly string[]) {
    super(sentences.join('\n'));
  }
}

/** Every setting with its meaning and default: what `--help` prints and the documentation lists. */
export const settings: readonly (readonly [name: string, meaning: string])[] = [
  ['TSUNAGU_DIRECTORY', 'path of the city’s directory file (JSON); required'],
  ['DATABASE_URL', 'postgres://… to store in PostgreSQL; otherwise one SQLite file is used'],
  ['TSUNAGU_DATA', 'path of the SQLite file; default tsunagu.sqlite in the working directory'],
  ['HOST, PORT', 'where to listen; default 127.0.0.1 and 8787'],
  [
    'TSUNAGU_ORIGINS',
    'origins of pages that may send besides the receiver’s own, separated by commas: https://www.city.example.jp; default none',
  ],
  [
    'TSUNAGU_TRUST_PROXY',
    'who may say the sender’s address in X-Forwarded-For: number of proxies in front, or their addresses; default none',
  ],
  ['TSUNAGU_REPLY_DAYS', 'business days within which an answer is promised; default 3'],
  [
    'TSUNAGU_COORDINATOR',
    `id of the desk that coordinates referrals: a desk of the directory, or one of its own; default ${defaultCoordinator}`,
  ],
  ['TSUNAGU_KEEP_CLOSED_DAYS', `days after closing until content is deleted; default ${defaultRetention.closedDays}`],
  ['TSUNAGU_KEEP_DAYS', `days after receipt until content is deleted, closed or not; default ${defaultRetention.allDays}`],
  ...(Object.entries(defaultRates) as [RateName, Rate][]).map(
    ([name, { burst, seconds }]) =>
      [
        `TSUNAGU_RATE_${name.toUpperCase()}`,
        `requests of one address at once / seconds until all are free again; default ${burst}/${seconds}`,
      ] as const,
  ),
  ['TSUNAGU_LOG', 'info, error or silent; default info'],
];

/** @throws ConfigError */
export function readConfig(environment: Environment): Config {
  const sentences: string[] = [];
  const value = (name: string): string | undefined => environment[name]?.trim() || undefined;
  const wrong = (sentence: string): undefined => void sentences.push(sentence);

  const whole = (name: string, standard: number, least: number, most: number): number => {
    const text = value(name);
    const number = Number(text ?? standard);
    if (Number.isInteger(number) && number >= least && number <= most) return number;
    wrong(`${name} has to be a whole number from ${least} to ${most}, but is "${text}".`);
    return standard;
  };

  const rate = (name: RateName): Rate => {
    const text = value(`TSUNAGU_RATE_${name.toUpperCase()}`);
    if (text === undefined) return defaultRates[name];
    const [, burst, seconds] = /^(\d{1,6})\/(\d{1,6})$/.exec(text) ?? [];
    if (Number(burst) >= 1 && Number(seconds) >= 1) return { burst: Number(burst), seconds: Number(seconds) };
    wrong(
      `TSUNAGU_RATE_${name.toUpperCase()} has to be like 30/600 (30 requests at once, all free again after 600 seconds), but is "${text}".`,
    );
    return defaultRates[name];
  };

  const directory = readDirectory(value('TSUNAGU_DIRECTORY'), wrong);
  const url = value('DATABASE_URL');
  if (url !== undefined && !isPostgres(url))
    wrong('DATABASE_URL has to begin with postgres:// or postgresql://; leave it out to store in a file.');
  const level = value('TSUNAGU_LOG') ?? 'info';
  if (!isLevel(level)) wrong(`TSUNAGU_LOG has to be info, error or silent, but is "${level}".`);

  const config = {
    host: value('HOST') ?? '127.0.0.1',
    port: whole('PORT', 8787, 0, 65535),
    database: url ?? value('TSUNAGU_DATA') ?? 'tsunagu.sqlite',
    origins: readOrigins(value('TSUNAGU_ORIGINS'), wrong),
    trustProxy: readTrust(value('TSUNAGU_TRUST_PROXY'), wrong),
    replyDays: whole('TSUNAGU_REPLY_DAYS', 3, 0, 60),
    coordinator: readDeskId(value('TSUNAGU_COORDINATOR'), wrong),
    retention: {
      closedDays: whole('TSUNAGU_KEEP_CLOSED_DAYS', defaultRetention.closedDays, 1, 36_500),
      allDays: whole('TSUNAGU_KEEP_DAYS', defaultRetention.allDays, 1, 36_500),
    },
    rates: { submit: rate('submit'), receipts: rate('receipts'), staff: rate('staff'), read: rate('read') } satisfies Rates,
  };
  if (!directory || !isLevel(level) || sentences.length > 0) throw new ConfigError(sentences);
  return { ...config, directory, log: { level } };
}

const isLevel = (text: string): text is LogOptions['level'] => ['info', 'error', 'silent'].includes(text);

type Wrong = (sentence: string) => undefined;

function readDirectory(path: string | undefined, wrong: Wrong): Directory | undefined {
  if (path === undefined) return wrong('TSUNAGU_DIRECTORY is not set: it has to be the path of the city’s directory file (JSON).');
  let value: unknown;
  try {
    value = JSON.parse(readFileSync(path, 'utf8').replace(/^\uFEFF/, ''));
  } catch (error) {
    const reason = error instanceof SyntaxError ? 'is no JSON' : 'cannot be read';
    return wrong(`TSUNAGU_DIRECTORY: the file ${path} ${reason}.`);
  }
  const parsed = parseDirectory(value);
  if (parsed.success) return parsed.data;
  const [first] = parsed.issues;
  return wrong(`TSUNAGU_DIRECTORY: ${path} is no valid directory (${parsed.issues.length} faults). The first: ${first!.message}`);
}

function readDeskId(text: string | undefined, wrong: Wrong): string {
  if (text === undefined || /^[a-z0-9][a-z0-9._-]{0,63}$/.test(text)) return text ?? defaultCoordinator;
  wrong(`TSUNAGU_COORDINATOR has to be a desk’s id (lower-case letters, digits, ".", "_", "-"), but is "${text}".`);
  return defaultCoordinator;
}

function readOrigins(text: string | undefined, wrong: Wrong): string[] {
  const origins = (text ?? '')
    .split(',')
    .map((origin) => origin.trim())
    .filter(Boolean);
  for (const origin of origins) {
    if (URL.canParse(origin) && new URL(origin).origin === origin && /^https?:/.test(origin)) continue;
    wrong(`TSUNAGU_ORIGINS: "${origin}" is no origin; write scheme and host alone, like https://www.city.example.jp.`);
  }
  return origins;
}

function readTrust(text: string | undefined, wrong: Wrong): number | string[] | false {
  if (text === undefined) return false;
  if (/^\d$/.test(text)) return Number(text) || false;
  const addresses = text.split(',').map((address) => address.trim());
  if (addresses.every((address) => /^[\da-f.:]+(\/\d{1,3})?$/i.test(address) || /^(loopback|linklocal|uniquelocal)$/.test(address)))
    return addresses;
  wrong(`TSUNAGU_TRUST_PROXY has to be a number of proxies (1) or their addresses (10.0.0.1, 10.0.0.0/8), but is "${text}".`);
  return false;
}
