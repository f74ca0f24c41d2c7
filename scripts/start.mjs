#!/usr/bin/env node
/**
 * `npm start`: builds the elements when needed, serves the example pages and 生駒市's receiver on this machine, and prints their addresses.
 * What is sent is kept in `.data/`, so that an answer can be read after the next start too.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cityReceiver } from './city-receiver.mjs';
import { ensureBundle, exampleServer, root } from './serve-examples.mjs';
import { listen } from './serve.mjs';

const pages = [
  ['', '見本の一覧', 'all example pages'],
  ['ikoma.html', '生駒市の相談窓口（実データ）：さがす・送る', 'a city page with finder and form, real desks'],
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

let city;
try {
  city = await cityReceiver();
} catch (error) {
  fail(`相談を受け取るサーバーを始められませんでした。 The receiver could not start: ${error.message}`);
}
const server = exampleServer(city.elsewhere);
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
const { shown, file } = await deskTokens();
console.log('\n届いた相談を読み、つなぐシートを送り合う、窓口の人のページ / where desks read, answer and refer:');
console.log(`  ${address}staff`);
console.log('  窓口ごとに、別のウィンドウで開いてください。 One window for each desk:');
for (const [name, token] of shown) console.log(`  ${name}の鍵（トークン）: ${token}`);
console.log(`  ほかの窓口の鍵 / tokens of the other desks: ${file}`);
console.log(`  受付番号で返事を読むページ / answers by receipt: ${address}receipt`);
console.log('\n終わるときは Ctrl+C を押してください。 Press Ctrl+C to stop.\n');

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
  process.once(signal, () => {
    console.log('\n終わりました。 Stopped.');
    server.close(() => void city.receiver.close().then(() => process.exit(0)));
    server.closeAllConnections();
  });

/** A token for each desk, made once: a receiver keeps only their hashes, so the tokens stand in a file of this machine alone. */
async function deskTokens() {
  const path = join(root, '.data/desk-tokens.json');
  let tokens = {};
  try {
    tokens = JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    // The first start.
  }
  const { windows, catchAll = [] } = city.directory;
  const me = async (token) => {
    const reply = await city.receiver.app.inject({ url: '/api/staff/me', headers: { authorization: `Bearer ${token}` } });
    return reply.statusCode === 200 ? reply.json() : undefined;
  };
  const tokenOf = async (id) => {
    if (!tokens[id] || !(await me(tokens[id]))) tokens[id] = await city.receiver.createToken(id);
    return tokens[id];
  };
  for (const { id } of windows) await tokenOf(id);
  const nameOf = ({ name }) => (typeof name === 'string' ? name : name.ja);
  const takesAll = windows.filter(({ id, acceptsAll }) => (catchAll.length ? catchAll.includes(id) : acceptsAll)).slice(0, 1);
  const another = windows.filter(({ id, field }) => field === 'livelihood' && !takesAll.some((desk) => desk.id === id)).slice(0, 1);
  // Whoever coordinates need not be a window for residents; the receiver knows the id, and the directory what the city calls the role.
  const { coordinator } = await me(tokens[takesAll[0].id]);
  await tokenOf(coordinator.id);
  writeFileSync(path, `${JSON.stringify(tokens, null, 2)}\n`, { mode: 0o600 });
  const desks = [...takesAll, ...another].map((desk) => [nameOf(desk), tokens[desk.id]]);
  return { shown: [...desks, [`調整担当（${coordinator.name}）`, tokens[coordinator.id]]], file: '.data/desk-tokens.json' };
}
