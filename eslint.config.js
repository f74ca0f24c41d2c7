import js from '@eslint/js';
import { configs as lit } from 'eslint-plugin-lit';
import litA11y from 'eslint-plugin-lit-a11y';
import { configs as wc } from 'eslint-plugin-wc';
import { defineConfig, globalIgnores } from 'eslint/config';
import globals from 'globals';
import ts from 'typescript-eslint';

/** Import direction: `schema` ← `core` ← elements ← `all`. Elements meet on the page (events, data, context), never in imports. */
const elements = ['window-finder', 'consultation-form', 'consent-dialog', 'referral-sheet'];
const others = (name) =>
  elements.filter((element) => element !== name).flatMap((element) => [`@tsunagu/${element}`, `@tsunagu/${element}/**`]);
const all = ['@tsunagu/all', '@tsunagu/all/**', '@tsunagu/receiver', '@tsunagu/receiver/**'];
const forbiddenFor = {
  schema: ['@tsunagu/**', 'lit', 'lit/**', '@lit/**'],
  core: [...elements.flatMap((element) => [`@tsunagu/${element}`, `@tsunagu/${element}/**`]), ...all],
  ...Object.fromEntries(elements.map((element) => [element, [...others(element), ...all]])),
  all: ['@tsunagu/receiver', '@tsunagu/receiver/**'],
};

const paths = [
  { name: 'zod', message: "Full zod is 22 KB and probes `new Function`, a CSP violation: `import * as z from 'zod/mini'`." },
  { name: 'lit/directives/style-map.js', message: 'styleMap writes style attributes, which a strict CSP blocks: use classes or `.style`.' },
  { name: 'lit/directives/unsafe-html.js', message: 'Text from data is never HTML.' },
  { name: 'lit/directives/unsafe-svg.js', message: 'Text from data is never markup.' },
  { name: 'lit/static-html.js', message: 'unsafeStatic makes markup out of text.' },
];
const escapes = { group: ['**/packages/**', '@tsunagu/*/src/**', '@tsunagu/*/dist/**'], message: 'Import a package by its exports.' };
const direction = Object.entries(forbiddenFor).map(([name, group]) => ({
  files: [`packages/${name}/src/**/*.ts`],
  rules: {
    'no-restricted-imports': [
      'error',
      { paths, patterns: [escapes, { group, message: 'Imports go one way: schema ← core ← elements ← all.' }] },
    ],
  },
}));

const template = (pattern) => `TaggedTemplateExpression[tag.name=/^(html|svg)$/] TemplateElement[value.raw=${pattern}]`;
const pageSafety = [
  { selector: template('/\\sstyle\\s*=/i'), message: 'A style attribute breaks under a strict CSP: use a class, a part or `.style`.' },
  { selector: template('/<style[\\s>]/i'), message: 'A <style> in a template breaks under a strict CSP: use `static styles`.' },
  { selector: template('/<(script|iframe|object|embed)[\\s>]/i'), message: 'Templates load nothing.' },
  { selector: template('/\\.(innerHTML|outerHTML|srcdoc)\\s*=/i'), message: 'Text from data is never HTML.' },
  {
    selector: 'MemberExpression[property.name=/^(innerHTML|outerHTML|insertAdjacentHTML|setHTMLUnsafe|createContextualFragment)$/]',
    message: 'Text from data is never HTML; Trusted Types forbids it too.',
  },
  {
    selector: 'MemberExpression[object.name="document"][property.name=/^(write|writeln|cookie|title)$/]',
    message: 'The page is the host’s.',
  },
  { selector: 'TSEnumDeclaration', message: 'Use a union of strings.' },
  { selector: 'TSModuleDeclaration[declare!=true]', message: 'Use modules.' },
];

export default defineConfig(
  globalIgnores([
    '**/dist/',
    '**/cdn/',
    'packages/receiver/pages/**/*.js',
    '**/storybook-static/',
    '**/.cache/',
    '**/node_modules/',
    'test/types/compile-errors/',
    'bench/results/',
    '**/*.min.js',
  ]),
  js.configs.recommended,
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    files: ['**/*.ts'],
    extends: [ts.configs.strictTypeChecked, ts.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { project: ['./tsconfig.json'], tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      // `array[i]!` after a length check is clearer than a branch that cannot be reached; noUncheckedIndexedAccess finds the rest.
      '@typescript-eslint/no-non-null-assertion': 'off',
      // Data of newer versions and of other hands arrives at run time in shapes the types do not know.
      '@typescript-eslint/no-unnecessary-condition': 'off',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/prefer-nullish-coalescing': 'off',
      '@typescript-eslint/array-type': ['error', { default: 'array' }],
      // Event listeners may be async; a rejection is handled inside.
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { arguments: false, attributes: false } }],
      '@typescript-eslint/unbound-method': 'off',
      // A matter of taste, or wrong for text from outside: strings are spread by code point on purpose, unknown values are shown as they are.
      '@typescript-eslint/no-confusing-void-expression': 'off',
      '@typescript-eslint/no-misused-spread': 'off',
      '@typescript-eslint/no-base-to-string': 'off',
      '@typescript-eslint/no-dynamic-delete': 'off',
      '@typescript-eslint/consistent-indexed-object-style': 'off',
      // The ideographic space is what Japanese text has between words.
      'no-irregular-whitespace': ['error', { skipStrings: true, skipRegExps: true, skipTemplates: true, skipComments: true }],
      // Control characters are named in patterns to keep them out of text.
      'no-control-regex': 'off',
      eqeqeq: ['error', 'always', { null: 'ignore' }],
    },
  },
  {
    files: ['packages/*/src/**/*.ts'],
    extends: [lit['flat/recommended'], wc['flat/best-practice'], litA11y.configs.recommended],
    settings: { wc: { elementBaseClasses: ['LitElement', 'TsunaguElement'] } },
    rules: {
      'no-console': ['error', { allow: ['warn', 'error'] }],
      'no-eval': 'error',
      'no-new-func': 'error',
      'no-restricted-syntax': ['error', ...pageSafety],
      'lit/no-legacy-imports': 'error',
      'lit/no-native-attributes': 'error',
      'lit/no-this-assign-in-render': 'error',
      'lit/no-useless-template-literals': 'error',
      'lit/no-invalid-escape-sequences': 'error',
      'lit/prefer-nothing': 'error',
      'lit/no-template-bind': 'error',
      // It cannot see a name bound to `.textContent`, which translated pages need; axe judges the real tree in every story.
      'lit-a11y/accessible-name': 'off',
      // The define files register; a class alone never does.
      'wc/file-name-matches-element': 'off',
      'wc/guard-super-call': 'off',
      'wc/guard-define-call': 'off',
    },
  },
  ...direction,
  {
    files: ['packages/schema/src/**/*.ts', 'packages/*/src/find/**/*.ts'],
    rules: {
      'no-restricted-globals': [
        'error',
        ...[
          'document',
          'window',
          'navigator',
          'location',
          'HTMLElement',
          'Element',
          'Node',
          'customElements',
          'localStorage',
          'sessionStorage',
        ].map((name) => ({ name, message: 'This file runs in Node too: no DOM.' })),
      ],
    },
  },
  {
    files: ['test/**/*.ts', 'stories/**/*.ts', '.storybook/**/*.ts'],
    rules: {
      '@typescript-eslint/no-floating-promises': 'off',
      '@typescript-eslint/no-unused-expressions': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/no-meaningless-void-operator': 'off',
    },
  },
  {
    // The bench has its own package.json, which is not installed with the product: no types to look at.
    files: ['bench/**/*.ts'],
    extends: [ts.configs.disableTypeChecked],
    languageOptions: { parserOptions: { project: null } },
  },
  {
    files: ['**/*.{js,mjs}'],
    languageOptions: { globals: { ...globals.node } },
  },
  {
    files: ['examples/**/*.js', 'bench/**/*.{js,mjs}', 'scripts/screenshots*.mjs'],
    languageOptions: { globals: { ...globals.browser, ...globals.node } },
  },
);
