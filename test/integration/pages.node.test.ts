import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { describe, it } from 'node:test';
import { pages } from '../../examples/make-pages.mjs';

const folder = new URL('../../examples/', import.meta.url);
const read = (path: string): string => readFileSync(new URL(path, folder), 'utf8');
const names = readdirSync(folder).filter((name) => name.endsWith('.html'));
const tags = (html: string, pattern: RegExp): string[] => [...html.matchAll(pattern)].map(([, found]) => found!);

describe('the example pages', () => {
  it('are what examples/make-pages.mjs writes', () => {
    for (const [name, text] of Object.entries(pages())) assert.equal(read(name), text, `${name}: run node examples/make-pages.mjs`);
  });

  for (const name of names) {
    describe(name, () => {
      const html = read(name);

      it('says that it is a sample', () => {
        assert.match(html, /見本/);
        assert.match(html, /<meta name="robots" content="noindex">/);
      });

      it('has nothing inline and nothing foreign, so that a strict policy is honest', () => {
        assert.deepEqual(tags(html, /<script(?![^>]*\bsrc=)([^>]*)>/g), []);
        assert.doesNotMatch(html, /<style|\sstyle=|\son[a-z]+=|javascript:/i);
        assert.deepEqual(tags(html, /\s(?:src|href|action)="((?:https?:)?\/\/[^"]*)"/g), []);
      });

      it('links to what exists', () => {
        const links = tags(html, /\s(?:src|href)="([^"]*)"/g).filter((link) => !link.startsWith('tel:'));
        for (const link of links) {
          const [path, anchor] = link.split('#') as [string, string?];
          if (anchor) assert.match(path ? read(path) : html, new RegExp(`id="${anchor}"`), link);
          const isBuilt = path.startsWith('tsunagu/');
          const isMissingOnPurpose = name === 'failing.html' && path === 'cities/missing.json';
          if (path && !isBuilt) assert.equal(existsSync(new URL(path, folder)), !isMissingOnPurpose, link);
        }
      });

      it('keeps a way to reach somebody inside the tag', () => {
        const inside = /<tsunagu-window-finder[^>]*>(.*?)<\/tsunagu-window-finder>/s.exec(html)?.[1];
        if (inside !== undefined) assert.match(inside, /<a href="tel:|代表電話|<td>74-1111/);
      });
    });
  }
});
