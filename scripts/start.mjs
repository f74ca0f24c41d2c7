#!/usr/bin/env node
/** `npm start`: builds the elements when needed, serves the example pages on this machine, and prints their addresses. */
import { ensureBundle, exampleServer } from './serve-examples.mjs';
import { listen } from './serve.mjs';

const pages = [
  ['', '見本の一覧', 'all example pages'],
  ['ikoma.html', '生駒市の相談窓口（実データ）', 'a city page with the window finder, real desks'],
  ['imabari.html', '今治市', 'the same page, other cities'],
  ['kadoma.html', '門真市', ''],
  ['nagaokakyo.html', '長岡京市', ''],
  ['toyama.html', '富山市', ''],
  ['mihon.html', 'みほん市（架空）', 'a fictional city that has everything'],
  ['table.html', '市の表を、そのまま検索つきに', "a city's own table, upgraded"],
  ['one-minute.html', '3行で置く', 'three lines of HTML'],
  ['failing.html', '読み込めなかったとき', 'when loading fails'],
];

function fail(message) {
  console.error(`\n${message}\n`);
  process.exit(1);
}

const wanted = process.env.PORT ?? '8080';
const port = Number(wanted);
if (!/^\d+$/.test(wanted) || port > 65_535)
  fail(`PORT は 0～65535 の数にしてください（いまの値：${wanted}）。 PORT must be a number from 0 to 65535.`);
const host = process.env.HOST ?? '127.0.0.1';

try {
  ensureBundle({ onStart: () => console.log('部品を組み立てています… Building the elements …') });
} catch (error) {
  fail(`部品を組み立てられませんでした。 ${error.message}`);
}

const server = exampleServer();
let taken;
try {
  taken = await listen(server, { port, host });
} catch (error) {
  fail(`サーバーを始められませんでした。 The server could not start: ${error.message}`);
}

const address = `http://${host === '0.0.0.0' || host === '::' ? 'localhost' : host.includes(':') ? `[${host}]` : host}:${taken}/`;
if (port !== 0 && taken !== port)
  console.log(`${port}番は使われているので、${taken}番で始めました。 Port ${port} is taken; this is ${taken}.`);
console.log('\nつなぐの見本を開けます。ブラウザーで次のアドレスを開いてください。');
console.log('The examples are ready. Open one of these in a browser.\n');
const width = Math.max(...pages.map(([path]) => path.length)) + address.length;
for (const [path, ja, en] of pages) console.log(`  ${(address + path).padEnd(width)}  ${ja}${en && ` / ${en}`}`);
console.log('\n終わるときは Ctrl+C を押してください。 Press Ctrl+C to stop.\n');

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
  process.once(signal, () => {
    console.log('\n終わりました。 Stopped.');
    server.close(() => process.exit(0));
    server.closeAllConnections();
  });
