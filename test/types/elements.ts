/**
 * Type tests: what a vendor's editor must know and refuse. Never run; `npm run types` reads it, and a line marked
 * `@ts-expect-error` that is no error fails.
 */
import { DirectoryErrorEvent, type FailureReason, type LocaleTable } from '@tsunagu/core';
import '@tsunagu/core/define';
import type { ConsultationWindow, Directory } from '@tsunagu/schema/directory';
import type { FinderMessages, FinderTexts, WindowFinder } from '@tsunagu/window-finder';
import '@tsunagu/window-finder/define';

declare const directory: Directory;

// Tags have their classes.
const finder: WindowFinder = document.createElement('tsunagu-window-finder');
const owner = document.querySelector('tsunagu-directory');
if (owner) owner.directory = directory;

finder.heading = '相談窓口をさがす';
finder.openNow = true;
finder.directory = directory;
// @ts-expect-error a heading is text
finder.heading = 1;
// @ts-expect-error a file's address belongs in `src`
finder.directory = 'ikoma.json';
// @ts-expect-error no such property
finder.openNowPlease = true;

// Events carry typed details, on the element and on any ancestor.
finder.addEventListener('tsunagu-window-select', (event) => {
  const chosen: ConsultationWindow = event.detail.window;
  void chosen;
  // @ts-expect-error what was typed never leaves the element
  void event.detail.query;
});
document.body.addEventListener('tsunagu-directory-error', (event) => {
  const reason: FailureReason = event.detail.reason;
  void reason;
});
// @ts-expect-error no such reason
void new DirectoryErrorEvent({ reason: 'bad-luck', message: '' });

// Texts: a host replaces some; a language must have all.
finder.messages = { heading: 'どこに相談する？' };
// @ts-expect-error no such text
finder.messages = { headline: '' };
declare const some: Partial<FinderMessages>;
// @ts-expect-error a language with a text missing is no language
const texts: FinderMessages = some;
declare const ja: FinderTexts;
// @ts-expect-error every language is there
const table: LocaleTable<FinderTexts> = { ja };
void [texts, table];

// @ts-expect-error a directory needs its city, its date and its desks
const empty: Directory = {};
void empty;
