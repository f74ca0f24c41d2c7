import { openHouse } from './integration/chromium.js';
const house = await openHouse();
let bad=0;
for (let i=0;i<25;i++){ const seen = await house.open('ikoma.html',{viewport:{width:375,height:667}}); const {page}=seen; try { await page.locator('[part=input]').waitFor({timeout:4000}); } catch { bad++; console.log('BAD',i, seen.complaints, seen.requests.map(r=>r.replace(house.origin,'')), await page.evaluate(()=>{const f=document.querySelector('tsunagu-window-finder') as any; return {html:f.shadowRoot?.innerHTML.slice(0,600), st:f.source?.own?.status, ready:f.search?.ready, making:!!f.search?.making, found:!!f.search?.found, drawn:f.drawn, pend:f.isUpdatePending}})); } await page.context().close(); }
console.log('bad',bad); await house.close();
