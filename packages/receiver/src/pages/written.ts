/** What somebody has written on the page and nobody has yet: to be copied by hand before it would be lost. Nothing is kept. */

type Control = HTMLTextAreaElement | HTMLInputElement;

const isWritten = (control: Control): boolean =>
  !control.readOnly && control.value.trim() !== '' && (control instanceof HTMLTextAreaElement || control.type === 'text');

function nameOf(control: Control): string {
  const labels = [...(control.labels ?? [])].map((label) => label.textContent.trim().replace(/\s+/g, ' '));
  return control.getAttribute('aria-label') ?? labels.find((text) => text !== '') ?? '';
}

/** Fields in the order of the page, those inside of elements too. */
function controlsIn(place: ParentNode): Control[] {
  return [...place.querySelectorAll('*')].flatMap((element): Control[] => {
    if (element instanceof HTMLTextAreaElement || element instanceof HTMLInputElement) return [element];
    return element.shadowRoot ? controlsIn(element.shadowRoot) : [];
  });
}

/** Every text with its label above it; empty where nothing was written. */
export const writtenOn = (place: ParentNode): string =>
  controlsIn(place)
    .filter(isWritten)
    .map((control) => `${nameOf(control)}\n${control.value.trim()}`)
    .join('\n\n');
