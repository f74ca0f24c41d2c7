/** The command line. */
import { ConfigError, settings, type Environment } from '../config.js';
import { CommandError, type Output } from './command.js';

export interface Surroundings {
  environment: Environment;
  folder: string;
  out: Output;
  err: Output;
}

const usage = `Usage: tsunagu-receiver [command]

  (none)               runs the server
  token <windowId>     makes a desk’s token and prints it, once
  revoke <windowId>    ends all tokens of a desk
  keypair <windowId>   writes a desk’s pair of keys for sealed consultations into this folder

Settings are read from the environment:
${settings.map(([name, meaning]) => `  ${name.padEnd(25)} ${meaning}`).join('\n')}
`;

/** Returns the exit code; a server that runs goes on after it. */
export async function run(words: readonly string[], { environment, folder, out, err }: Surroundings): Promise<number> {
  const [command, windowId, ...rest] = words;
  try {
    if (command === undefined) await (await import('./serve.js')).serve(environment, out, err);
    else if (command === '--help' || command === 'help') out.write(usage);
    else if (!windowId || rest.length > 0) throw new CommandError(usage);
    else if (command === 'token') await (await import('./tokens.js')).printToken(windowId, environment, out);
    else if (command === 'revoke') await (await import('./tokens.js')).revoke(windowId, environment, out);
    else if (command === 'keypair') await (await import('./keypair.js')).writeKeyPair(windowId, folder, out);
    else throw new CommandError(usage);
    return 0;
  } catch (error) {
    if (!(error instanceof CommandError || error instanceof ConfigError)) throw error;
    err.write(`${error.message}\n`);
    return 1;
  }
}
