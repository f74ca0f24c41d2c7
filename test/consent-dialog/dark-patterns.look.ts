/** What one answer could be made louder by than another. */
import { expect } from '@open-wc/testing';
import type { ConsentDialog } from '@tsunagu/consent-dialog';
import { one } from './dialog.js';

const looks = [
  'color',
  'backgroundColor',
  'backgroundImage',
  'borderTopColor',
  'borderTopWidth',
  'borderTopStyle',
  'fontSize',
  'fontWeight',
  'fontFamily',
  'opacity',
  'boxShadow',
  'textDecorationLine',
  'padding',
  'borderRadius',
  'filter',
  'transform',
  'visibility',
  'order',
] as const;

export const look = (element: Element): string[] => {
  const style = getComputedStyle(element);
  return looks.map((name) => `${name}: ${style[name]}`);
};

/** Yes, no and later: one look, one size; yes and no side by side; all large enough for a finger. */
export function expectOneWeight(dialog: ConsentDialog): void {
  const [given, refused, deferred] = ['given', 'refused', 'deferred'].map((kind) => one(dialog, `[data-answer=${kind}]`)!);
  expect(look(refused!)).to.deep.equal(look(given!));
  expect(look(deferred!)).to.deep.equal(look(given!));
  const [yes, no, later] = [given!, refused!, deferred!].map((button) => button.getBoundingClientRect());
  expect(no!.width).to.be.closeTo(yes!.width, 1);
  expect(no!.height).to.be.closeTo(yes!.height, 1);
  expect(no!.top, 'on one line').to.be.closeTo(yes!.top, 1);
  expect(later!.height).to.be.closeTo(yes!.height, 1);
  expect(yes!.height).to.be.at.least(44);
}
