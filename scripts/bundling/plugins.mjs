/** The small Rollup plugins of the bundle a page loads: TypeScript in, minified ASCII out, with notices and integrity hashes. */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { transform } from 'esbuild';
import { minify as terser } from 'terser';

/**
 * The newest syntax a page is given: ES2021, and fields and private members of classes (Safari 15, Chrome 84, Firefox 90), which are larger and slower when
 * they are lowered to a `WeakMap` each. Whatever iPhone runs iOS 14, which would need that, can have iOS 15. Static blocks (iOS 16.4) do not stay.
 */
const syntax = {
  target: 'es2021',
  supported: { 'class-field': true, 'class-private-accessor': true, 'class-private-field': true, 'class-private-method': true },
};
/** Nothing is rewritten for older engines than those: what a style sheet says stands. */
const cssTarget = 'esnext';

/** TypeScript by esbuild with the project's own compiler options; `./x.js` in a source means `./x.ts` beside it. */
export function typescript() {
  const { compilerOptions } = JSON.parse(readFileSync('tsconfig.base.json', 'utf8'));
  const { experimentalDecorators, useDefineForClassFields, verbatimModuleSyntax } = compilerOptions;
  const tsconfigRaw = { compilerOptions: { experimentalDecorators, useDefineForClassFields, verbatimModuleSyntax } };
  return {
    name: 'tsunagu-typescript',
    resolveId(source, importer) {
      if (!importer?.endsWith('.ts') || !/^\.\.?\//.test(source) || !source.endsWith('.js')) return null;
      const path = resolve(dirname(importer), source.replace(/\.js$/, '.ts'));
      return existsSync(path) ? path : null;
    },
    async transform(code, id) {
      // These have class fields, which old phones would refuse whole.
      if (/\/node_modules\/(jose|signature_pad|uqr)\//.test(id))
        return transform(code, { loader: 'js', ...syntax, sourcemap: true, sourcefile: id });
      if (!id.endsWith('.ts')) return null;
      const result = await transform(code, { loader: 'ts', ...syntax, sourcemap: true, sourcefile: id, tsconfigRaw });
      return { code: await terse(result.code, this.parse(result.code)), map: result.map };
    },
  };
}

/** The indentation inside `html` and `svg` templates is for who reads the source, and so are spaces and comments in `css` ones. */
async function terse(code, program) {
  const ranges = [];
  const visit = (node) => {
    if (Array.isArray(node)) return node.forEach(visit);
    if (node === null || typeof node !== 'object') return;
    if (node.type === 'TaggedTemplateExpression' && ['html', 'svg', 'css'].includes(node.tag.name)) {
      const css = node.tag.name === 'css' && node.quasi.quasis.length === 1;
      ranges.push(...node.quasi.quasis.map(({ start, end, value }) => ({ start, end, css: css ? value.cooked : undefined })));
    }
    Object.values(node).forEach(visit);
  };
  visit(program.body);
  ranges.sort((a, b) => b.start - a.start);
  let text = code;
  for (const { start, end, css } of ranges) {
    const inner =
      css === undefined
        ? text.slice(start, end).replace(/\n[ \t]+/g, '\n')
        : (await transform(css, { loader: 'css', minify: true, target: cssTarget })).code
            .trim()
            .replace(/([:,]) /g, '$1')
            .replace(/[\\`]|\$\{/g, '\\$&');
    text = text.slice(0, start) + inner + text.slice(end);
  }
  return text;
}

/**
 * Two of our files on one page bring Lit twice, and under Trusted Types a policy's name may be taken only once: the second copy uses the first
 * one's policy. (Who can run script on the page could import Lit's template function as well: nothing is given away.)
 */
export function sharedPolicy() {
  return {
    name: 'tsunagu-shared-policy',
    transform(code, id) {
      if (!id.endsWith('/lit-html/lit-html.js')) return null;
      const shared = code.replace(/\w+\.createPolicy\("lit-html",\{[^}]*\}\)/, '(globalThis[Symbol.for("tsunagu-lit-html")]??=$&)');
      if (shared === code) this.error('Lit makes its Trusted Types policy in another way now: look at sharedPolicy().');
      return { code: shared, map: null };
    },
  };
}

/**
 * Every UTF-16 unit above ASCII as `\uXXXX`, which means the same in strings, templates, regular expressions and names. esbuild's own
 * `charset: 'ascii'` leaves tagged templates and regular expressions alone. A character that is already escaped keeps its one backslash.
 */
export function toAscii(code) {
  return code.replace(/(\\*)([\u0080-\uffff])/g, (match, slashes, unit) => {
    const escape = `u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
    return slashes.length % 2 === 1 ? slashes + escape : `${slashes}\\${escape}`;
  });
}

/**
 * A part that did not come is asked for once more, under an address of its own: Firefox remembers as long as the page lives that a script could not be
 * fetched, and would refuse every later try without asking the network. (An import map's `integrity` does not speak of that address.)
 */
function askedAgain(code) {
  const asking = code.replace(/\bimport\((?=['"]\.)/g, 'importAgain(');
  return asking === code
    ? code
    : `${asking}\nfunction importAgain(url) { return import(url).catch(() => import(\`\${url}?\${Math.random()}\`)); }\n`;
}

/**
 * Minified, and ASCII only: on a page served as Shift_JIS a browser reads UTF-8 script text as garbage.
 * Licence comments move to `LICENSES.txt`, which the first line of every file names.
 */
export function minify() {
  const { version } = JSON.parse(readFileSync('packages/all/package.json', 'utf8'));
  return {
    name: 'tsunagu-minify',
    async renderChunk(code) {
      // Terser, not esbuild: 3 % less after brotli, which decides whether the finder fits its ceiling.
      const result = await terser(toAscii(askedAgain(code)), {
        module: true,
        ecma: 2020,
        sourceMap: true,
        compress: { passes: 3, pure_getters: true, unsafe_arrows: true },
        format: { ascii_only: true, comments: false, preamble: `/*! tsunagu ${version} | MIT | notices: LICENSES.txt */` },
      });
      return { code: result.code, map: result.map };
    },
  };
}

/** `LICENSES.txt`: the licence of every package whose code is in the bundle (that of all elements), as MIT and BSD ask of whoever passes it on. */
export function notices() {
  return {
    name: 'tsunagu-notices',
    generateBundle() {
      const folders = new Map();
      for (const id of this.getModuleIds()) {
        const match = /^\0?(.*\/node_modules\/((?:@[^/]+\/)?[^/]+))\//.exec(id);
        if (match) folders.set(match[2], match[1]);
      }
      const texts = [...folders]
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([name, folder]) => {
          const { version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
          const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
          const text = file ? readFileSync(join(folder, file), 'utf8').trim() : `Licence: ${license}`;
          return `${name} ${version} (${license})\n\n${text}\n`;
        });
      const own = `tsunagu (MIT)\n\n${readFileSync('LICENSE', 'utf8').trim()}\n`;
      this.emitFile({ type: 'asset', fileName: 'LICENSES.txt', source: [own, ...texts].join(`\n${'-'.repeat(72)}\n\n`) });
    },
  };
}

/** `integrity.json`: for every script its SHA-384 as `integrity=""` and an import map's `integrity` take it. */
export function integrity() {
  return {
    name: 'tsunagu-integrity',
    // Run with the last bundle: by then the folder holds those of all.
    writeBundle({ dir }) {
      if (!dir) return;
      const names = readdirSync(dir, { recursive: true }).filter((name) => name.endsWith('.js'));
      const hash = (name) =>
        `sha384-${createHash('sha384')
          .update(readFileSync(join(dir, name)))
          .digest('base64')}`;
      const table = Object.fromEntries(names.sort().map((name) => [name, hash(name)]));
      this.fs.writeFile(join(dir, 'integrity.json'), `${JSON.stringify(table, null, 2)}\n`);
    },
  };
}

/** Hashed names change with their content: without this, old chunks would pile up and be published. */
export function startEmpty(dir) {
  return {
    name: 'tsunagu-start-empty',
    // Not when a bundle is only measured: a page may be loading the written one.
    generateBundle(options, bundle, isWrite) {
      void [options, bundle];
      if (isWrite) rmSync(dir, { recursive: true, force: true });
    },
  };
}
