import { build } from 'esbuild';
import http from 'http';
import fs from 'fs';
import path from 'path';
import { chromium } from 'playwright-core';
await build({
  entryPoints: ['packages/window-finder/src/define.ts'],
  bundle: true,
  splitting: true,
  format: 'esm',
  outdir: '/tmp/dev',
  conditions: ['tsunagu-source', 'production'],
  tsconfig: 'tsconfig.base.json',
  minify: true,
});
const types = { '.js': 'text/javascript', '.json': 'application/json', '.html': 'text/html; charset=utf-8' };
const page = process.argv[2];
const shots = process.argv.slice(3);
const srv = http
  .createServer((q, r) => {
    const u = decodeURIComponent(new URL(q.url, 'http://x').pathname);
    if (u === '/') {
      r.setHeader('content-type', 'text/html; charset=utf-8');
      r.end(fs.readFileSync(page));
      return;
    }
    let f = u.startsWith('/cities/') ? 'examples' + u : '/tmp/dev' + u;
    try {
      const b = fs.readFileSync(f);
      r.setHeader('content-type', types[path.extname(f)] || 'text/plain');
      r.end(b);
    } catch {
      r.statusCode = 404;
      r.end();
    }
  })
  .listen(0);
const port = srv.address().port;
const b = await chromium.launch({
  executablePath: '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'],
});
for (const s of shots) {
  const [w, out, js] = s.split('@@');
  const c = await b.newContext({ viewport: { width: +w, height: 800 }, deviceScaleFactor: 1 });
  const p = await c.newPage();
  p.on('console', (m) => console.log('console', m.text()));
  p.on('pageerror', (e) => console.log('ERR', e.message));
  await p.goto('http://127.0.0.1:' + port + '/');
  await p.waitForTimeout(700);
  if (js) {
    console.log(await p.evaluate(js));
    await p.waitForTimeout(500);
  }
  await p.screenshot({ path: out, fullPage: true });
  await c.close();
}
await b.close();
srv.close();
