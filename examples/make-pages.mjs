#!/usr/bin/env node
/**
 * Writes the city pages of this folder, one frame around each city's own desks: `node examples/make-pages.mjs`.
 *
 * The pages are committed, so that what a city would paste can be read without running anything; a test holds them to this file.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const read = (path) => readFileSync(here(path), 'utf8');
const city = (id) => JSON.parse(read(`cities/${id}.json`));

const escape = (text) => text.replace(/[&<>"]/g, (found) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[found]);
const japanese = (text) => escape(typeof text === 'string' ? text : text.ja);
const call = (number) => `<a href="tel:${number}">${number}</a>`;
const indent = (text, by) => text.replace(/\n(?!\n|$)/g, `\n${by}`);

const menu = ['くらし・手続き', '子育て・教育', '健康・福祉', '市政情報'];

/** A municipal page around `main`. `here` is what the breadcrumb ends with. */
const frame = ({ id, name, heading, main, note, footer, script = 'window-finder', side = '' }) => `<!doctype html>
<html lang="ja">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="robots" content="noindex">
    <title>${heading}：${name}（見本・非公式）</title>
    <link rel="icon" href="assets/icon.svg">
    <link rel="stylesheet" href="assets/city.css">
    <script type="module" src="tsunagu/${script}.js"></script>
  </head>
  <body class="city-${id}">
    <p class="skip"><a href="#main">本文へ移動する</a></p>
    <section class="sample" aria-label="見本のお断り">見本（非公式）：${note}</section>
    <div id="wrapper">
      <header id="header">
        <p class="site-name"><a href="index.html">${name}<small>見本のページ</small></a></p>
        <nav id="global-menu" aria-label="サイトの分野">
          <ul>
${menu.map((word) => `            <li${word === '健康・福祉' ? ' class="here"' : ''}><a href="not-in-sample.html">${word}</a></li>`).join('\n')}
          </ul>
        </nav>
      </header>
      <nav class="breadcrumb" aria-label="現在の位置">
        <ol>
          <li><a href="index.html">見本の一覧</a></li>
          <li><a href="not-in-sample.html">健康・福祉</a></li>
          <li aria-current="page">${heading}</li>
        </ol>
      </nav>
      <div id="contents">
        <main id="main">
          <h1>${heading}</h1>
          ${indent(main.trim(), '          ')}
        </main>
        <aside id="side">
          <h2>困りごとの相談</h2>
          <ul>
            <li><a href="#finder">相談窓口をさがす</a></li>${side && `\n            ${side}`}
            <li><a href="#flow">相談の流れ</a></li>
            <li><a href="#about">このページについて</a></li>
          </ul>
        </aside>
      </div>
      <footer id="footer">
        <p><a href="#header">ページの先頭へ戻る</a></p>
        <address>${footer}</address>
      </footer>
    </div>
  </body>
</html>
`;

const flow = `<h2 id="flow">相談の流れ</h2>
<ol class="flow">
  <li>話しやすい窓口に、電話をするか、お越しください。</li>
  <li>最初の窓口で、まとめてお話をうかがいます。</li>
  <li>ほかの窓口が合うときは、その窓口につなぎます。同じ話をくり返す必要はありません。</li>
</ol>`;

const about = (source) => `<h2 id="about">このページについて</h2>
<p>窓口をさがす部品「つなぐ」の見本です。市の公式ページではありません。ご相談は、市の公式の案内をお確かめください。</p>
<p class="source">窓口の出典：${source}</p>`;

/** The desks as a city would list them without us: what is there while script does not run. */
function deskTable({ windows }) {
  const withPhones = windows.some(({ phones }) => phones);
  const row = (desk) => {
    const phone = desk.phones?.[0]?.number;
    const cells = withPhones ? `<td>${phone ? call(phone) : '－'}</td><td>${desk.hours ? escape(desk.hours.text) : '－'}</td>` : '';
    return `    <tr><th scope="row">${japanese(desk.name)}</th>${cells}</tr>`;
  };
  const head = withPhones ? '<th scope="col">電話</th><th scope="col">開所時間</th>' : '';
  return `<table class="desks">
  <caption>相談窓口の一覧</caption>
  <thead>
    <tr><th scope="col">窓口</th>${head}</tr>
  </thead>
  <tbody>
${windows.map(row).join('\n')}
  </tbody>
</table>`;
}

function contact({ municipality }) {
  const { name, section, phones, postalCode, address } = municipality.mainContact;
  const where = postalCode && address ? `〒${postalCode} ${japanese(address)}` : '';
  const phone = phones?.[0] ? `電話 ${call(phones[0].number)}${phones[0].extension ? `（内線${phones[0].extension}）` : ''}` : '';
  return { name: [japanese(name), section ? japanese(section) : ''].filter(Boolean).join(' '), where, phone };
}

function sourceLine({ source }) {
  return typeof source === 'string' ? escape(source) : [source.title, source.page, source.published].filter(Boolean).map(escape).join(' ');
}

const finderAlone = (id, reach, directory) => `<div id="finder">
  <tsunagu-window-finder src="cities/${id}.json">
    ${indent(`${reach}\n${deskTable(directory)}`, '    ')}
  </tsunagu-window-finder>
</div>`;

/** The finder and the form on one directory: a desk that is chosen above is the one that is written to below. */
const finderAndForm = (id, reach, directory) => `<tsunagu-directory src="cities/${id}.json">
  <div id="finder">
    <tsunagu-window-finder selectable>
      ${indent(`${reach}\n${deskTable(directory)}`, '      ')}
    </tsunagu-window-finder>
  </div>
  <h2>相談を送る</h2>
  <div id="form">
    <tsunagu-consultation-form action="/api/consultations" replies="/api/receipts" draft="tab" exit-url="index.html">
      <form class="plain" method="post" action="/api/consultations" accept-charset="UTF-8">
        <p>書けるところだけで大丈夫です。名前を書かなくても相談できます。</p>
        <input type="hidden" name="contact.mode" value="nickname">
        <p><label for="plain-words">困っていること</label><textarea id="plain-words" name="words" rows="6" maxlength="5000" required></textarea></p>
        <p><label for="plain-phone">電話番号（折り返しがほしいとき）</label><input id="plain-phone" name="contact.phone" type="tel" autocomplete="tel"></p>
        <p class="trap" aria-hidden="true"><label for="plain-website">ここには何も書かないでください</label><input id="plain-website" name="website" tabindex="-1" autocomplete="off"></p>
        <p><button>相談を送る</button></p>
      </form>
    </tsunagu-consultation-form>
  </div>
</tsunagu-directory>`;

function cityPage(id) {
  const directory = city(id);
  const name = japanese(directory.municipality.name);
  const { name: office, where, phone } = contact(directory);
  const invented = id === 'mihon';
  // The receiver of `npm start` is 生駒's: the other pages show the finder alone.
  const withForm = id === 'ikoma';
  const reach = phone
    ? `<p class="call">迷ったときは、${office}へ。${phone}</p>`
    : `<p class="call">迷ったときは、${name}の代表電話へお電話ください。番号は、市の公式の案内をお確かめください。</p>`;
  const main = `
<p class="lead">困っていることを、ひとりで抱えなくて大丈夫です。どの窓口でも、まずお話をうかがいます。</p>
${withForm ? finderAndForm(id, reach, directory) : finderAlone(id, reach, directory)}
${flow}
${about(sourceLine(directory))}`;
  return frame({
    id,
    name,
    heading: '困りごとの相談窓口',
    main,
    ...(withForm && { script: 'tsunagu', side: '<li><a href="#form">相談を送る</a></li>' }),
    note: invented
      ? '「みほん市」は架空の市です。電話はかかりません。'
      : `${name}の公式ページではありません。公表された計画をもとに、部品の使い方を示すものです。`,
    footer: [`窓口の一覧のもと：${office}`, where, phone].filter(Boolean).join('<br>'),
  });
}

function tablePage() {
  const directory = city('ikoma');
  const { where, phone } = contact(directory);
  const main = `
<p class="lead">市がすでに公開している表を、1つのタグで囲んだ見本です。スクリプトが動かないときは、もとの表がそのまま読めます。</p>
<div id="finder">
  <tsunagu-window-finder area-code="0743" city-name="生駒市" catch-all="生駒市役所庁内">
    ${indent(read('parts/ikoma-table.html').trim(), '    ')}
  </tsunagu-window-finder>
</div>
${flow}
${about(sourceLine(directory))}`;
  return frame({
    id: 'ikoma',
    name: '生駒市',
    heading: '包括的相談支援機関一覧',
    main,
    note: '生駒市の公式ページではありません。公表された計画の別表をもとに、部品の使い方を示すものです。',
    footer: `窓口の一覧のもと：生駒市役所 地域共生社会推進課<br>${where}<br>${phone}`,
  });
}

function failingPage() {
  const directory = city('mihon');
  const { name: office, phone } = contact(directory);
  const main = `
<p class="lead">窓口の一覧のファイルがないときの見本です。タグの中に書いた連絡先が残ります。</p>
<div id="finder">
  <tsunagu-window-finder src="cities/missing.json">
    <p class="call">お困りのことは、${office}へお電話ください。${phone}</p>
  </tsunagu-window-finder>
</div>
${flow}
${about(sourceLine(directory))}`;
  return frame({
    id: 'mihon',
    name: 'みほん市',
    heading: '困りごとの相談窓口',
    main,
    note: '「みほん市」は架空の市です。電話はかかりません。',
    footer: `${office}<br>${phone}`,
  });
}

/** Every page this file writes, by its name. */
export const pages = () => ({
  ...Object.fromEntries(['ikoma', 'imabari', 'kadoma', 'nagaokakyo', 'toyama', 'mihon'].map((id) => [`${id}.html`, cityPage(id)])),
  'table.html': tablePage(),
  'failing.html': failingPage(),
});

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const [name, text] of Object.entries(pages())) writeFileSync(here(name), text);
}
