import { buildSite, siteRoot } from './build.js';
import { serve } from './server.js';
import { launch, openBlank } from './browser.js';
const site = await buildSite([50000], process.argv[2]==='src', ['ours'], true);
const server = await serve(siteRoot); const b = await launch();
const o = await openBlank(b, site.contenders[0]!, { origin: server.origin, throttle: Number(process.argv[3] ?? 1) });
o.page.on('console', (m) => console.log('console', m.type(), m.text().slice(0, 400)));
await o.page.goto(`${server.origin}/ours-50000.html`, { waitUntil: 'commit' });
for (let i = 0; i < 5; i++) { await new Promise((r) => setTimeout(r, 6000)); console.log(await o.page.evaluate(() => { const h = document.querySelector('tsunagu-window-finder'); return [performance.now() | 0, h?.shadowRoot?.querySelectorAll('[part~=card]').length, h?.shadowRoot?.textContent?.replace(/\s+/g, ' ').slice(0, 160)]; }), o.errors); }
await b.close(); await server.close();
