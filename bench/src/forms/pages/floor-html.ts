/** Floor A: all in the page's HTML; this only shows and hides the steps, after the browser's own validation. */
import './plain.css';

const sections = [...document.querySelectorAll<HTMLElement>('form > section')];
document.querySelector('form')?.addEventListener('click', (event) => {
  const button = (event.target as Element).closest<HTMLButtonElement>('button[value]');
  const here = button?.closest('section');
  if (!button || !here) return;
  const forward = button.value === 'next';
  if (forward) {
    for (const field of here.querySelectorAll<HTMLInputElement>('input,select,textarea')) if (!field.reportValidity()) return;
  }
  const to = sections[sections.indexOf(here) + (forward ? 1 : -1)];
  if (!to) return;
  here.hidden = true;
  to.hidden = false;
});
