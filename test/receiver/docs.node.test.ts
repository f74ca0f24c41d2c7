/** What the documents say of the receiver is what it does. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { openApiDocument, problemKinds } from '@tsunagu/receiver';
import { runCommand } from './child.js';

const root = new URL('../../', import.meta.url);
const receiver = readFileSync(new URL('docs/receiver.md', root), 'utf8');
const threats = readFileSync(new URL('docs/threat-model.md', root), 'utf8');

describe('docs/receiver.md', () => {
  it('names every problem with its status, and every path', () => {
    for (const [code, { status }] of Object.entries(problemKinds))
      assert.match(receiver, new RegExp(`\`${code}\`[^|]*\\| ${status} \\|`), code);
    for (const path of Object.keys(openApiDocument().paths as object))
      assert.ok(receiver.includes(path) || receiver.includes(path.replace('/api/staff/consultations', '…')), path);
  });

  it('names the settings and commands that --help names, with the same defaults', async () => {
    const { out } = await runCommand(['--help']);
    const names = new Set(out.match(/\b(?:TSUNAGU_[A-Z_]+|DATABASE_URL|HOST|PORT)\b/g));
    assert.ok(names.size >= 12);
    for (const name of names) {
      const short = name.replace('TSUNAGU_RATE', '');
      assert.ok(receiver.includes(`\`${name}\``) || receiver.includes(`\`${short}\``), name);
    }
    for (const rate of out.match(/\d+\/\d+/g)!) assert.ok(receiver.includes(rate), rate);
    for (const command of ['token', 'revoke', 'keypair'])
      assert.ok(out.includes(`${command} <windowId>`) && receiver.includes(`${command} `));
  });
});

describe('docs/threat-model.md', () => {
  it('points to tests that exist', () => {
    const named = [...threats.matchAll(/`(test\/[\w/-]+)`/g)].map(([, path]) => path!);
    assert.ok(named.length >= 15);
    for (const path of named)
      assert.ok(
        ['', '.node.test.ts', '.ts'].some((end) => existsSync(new URL(`${path}${end}`, root))),
        path,
      );
  });
});
