/** Events that would carry letters to the page's own listeners. */
const telling = [
  'beforeinput',
  'input',
  'compositionstart',
  'compositionupdate',
  'compositionend',
  'keydown',
  'keypress',
  'keyup',
  'paste',
  'copy',
  'cut',
];

/** Keys that pages build on (closing a dialog, moving on); they say nothing of what is written. */
const harmless = new Set(['Escape', 'Tab', 'F6']);

const keep = (event: Event): void => {
  if (event instanceof KeyboardEvent && (harmless.has(event.key) || event.ctrlKey || event.metaKey || event.altKey)) return;
  event.stopPropagation();
};

/** What is typed inside `place` is heard by no listener of the page around it. */
export function keepTyping(place: EventTarget): void {
  for (const type of telling) place.addEventListener(type, keep);
}
