/** What the reply shows and does, tied to the sheet that is on the screen. */
import type { ReplyAction } from '../locales/messages.js';
import type { SheetView } from '../parts/view.js';
import type { SheetController } from '../sheet-controller.js';
import type { FieldName } from './fields.js';
import type { Aside, ReplyDeal } from './reply.js';

export function dealOf(
  { value, desks }: SheetView,
  sheet: SheetController,
  root: ShadowRoot,
  aside: Aside,
  changed: () => void,
): ReplyDeal {
  const { session } = sheet;
  return {
    session,
    aside,
    steps: sheet.steps(value),
    sending: sheet.sending.state,
    isBusy: sheet.sending.busy,
    choose: (action: ReplyAction) => {
      sheet.session.choose(action);
      sheet.sending.quiet();
      changed();
    },
    write: ({ target }) => {
      const { field } = (target as HTMLElement).dataset;
      if (field === undefined) return;
      sheet.session.write(field as FieldName, (target as HTMLInputElement).value);
      changed();
    },
    submit: (action) => sheet.submit((desk) => desks.name(desk), action),
    again: () => sheet.again(),
    goTo: (field) => root.getElementById(`reply-${field}`)?.focus(),
  };
}
