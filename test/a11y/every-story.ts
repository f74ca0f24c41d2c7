/** Every story is also an axe test, in every language. A new story is tested by being written. */
import { expect } from '@open-wc/testing';
import axe from 'axe-core';
import { nothing, render } from 'lit';
import stories from 'tsunagu:stories';
import { deepElements, settled } from './settle.js';
import { storiesOf, type Story } from './story.js';

const languages = ['ja', 'ja-x-easy', 'en'];
/** WCAG 2.2 A and AA, which hold JIS X 8341-3:2016 AA in them, and axe's own best practices. */
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
/** Rules about a whole page: a story is a part of one. */
const pageRules = ['region', 'landmark-one-main', 'page-has-heading-one', 'bypass', 'document-title', 'skip-link'];

/** axe counts a reading above a word as visible text, and then misses it in the accessible name, where it would be read out twice. */
const isReading = (rule: string, element?: Element): boolean => rule === 'label-content-name-mismatch' && !!element?.querySelector('ruby');

/** What `content-visibility` skips, axe measures as lying on top of what follows: a picture no resident sees. Here everything is drawn. */
const drawn = new CSSStyleSheet();
drawn.replaceSync('* { content-visibility: visible !important; }');

async function problemsIn(canvas: HTMLElement): Promise<string[]> {
  const { violations } = await axe.run(canvas, {
    runOnly: { type: 'tag', values: tags },
    rules: Object.fromEntries(pageRules.map((rule) => [rule, { enabled: false }])),
    resultTypes: ['violations'],
    elementRef: true,
  });
  return violations.flatMap(({ id, help, nodes }) =>
    nodes
      .filter(({ element }) => !isReading(id, element))
      .map(({ target, html, failureSummary }) => `${id}: ${help}\n  ${target.flat().join(' ')}\n  ${html}\n  ${failureSummary ?? ''}`),
  );
}

const folderOf = (path: string): string => path.split('/')[1]!;

/**
 * The tests of the stories in some folders of `stories/`. Several files share them: a slow machine does not get through all of them in
 * the time that one file has.
 */
export async function testStories(isWanted: (folder: string) => boolean): Promise<void> {
  const wanted = stories.filter(([path]) => isWanted(folderOf(path)));
  const files = await Promise.all(wanted.map(async ([path, load]) => ({ path, stories: storiesOf(path, await load()) })));

  describe('stories', () => {
    let canvas: HTMLElement;
    const pageLanguage = document.documentElement.lang;

    beforeEach(() => {
      canvas = document.createElement('div');
      document.body.append(canvas);
    });
    afterEach(() => {
      render(nothing, canvas);
      canvas.remove();
      document.documentElement.lang = pageLanguage;
    });

    const seen = new Set<string>();

    async function check(path: string, story: Story, language: string): Promise<void> {
      document.documentElement.lang = language;
      await story.show(canvas, language);
      // The first story of a file in a language fetches that language's texts.
      await settled(canvas, seen.has(`${path} ${language}`) ? 4 : 30);
      seen.add(`${path} ${language}`);
      for (const { shadowRoot } of deepElements(canvas)) shadowRoot?.adoptedStyleSheets.push(drawn);
      const problems = await problemsIn(canvas);
      expect(problems, problems.join('\n\n')).to.be.empty;
    }

    it('exist', () => {
      expect(files.flatMap((file) => file.stories)).to.not.be.empty;
    });

    for (const file of files) {
      for (const story of file.stories) {
        for (const language of languages) {
          it(`${story.title}, ${story.name}, ${language}: axe finds nothing`, () => check(file.path, story, language));
        }
      }
    }
  });
}
