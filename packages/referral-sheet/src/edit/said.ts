/** Names of desks, worries and entries in one language: from the directory, else as they were written down. No DOM. */
import type { Language } from '@tsunagu/core';
import type { Directory } from '@tsunagu/schema/directory';
import { localize } from '@tsunagu/schema/text';
import type { EditMessages } from '../locales/edit.messages.js';
import type { Said } from './contents.js';
import type { ListPointer } from './rows.js';
import type { WholeTexts } from '../locales/whole.js';

export function saidIn(texts: WholeTexts, messages: EditMessages, city: Directory | undefined, lang: Language): Said {
  const desks = new Map((city?.windows ?? []).map(({ id, name }) => [id, localize(name, lang)]));
  const own = new Map(
    (city?.topics ?? []).flatMap(({ id, label, short }) => ((label ?? short) ? [[id, localize((label ?? short)!, lang)]] : [])),
  );
  return {
    words: texts.names,
    texts,
    topic: (id) => (Object.hasOwn(texts.topics, id) ? texts.topics[id]! : (own.get(id) ?? id)),
    desk: (id, given) => desks.get(id) ?? given ?? id,
    entry: (list, number) =>
      list === '/household/members' ? messages.member(number) : messages.entry[list as Exclude<ListPointer, '/household/members'>](number),
  };
}
