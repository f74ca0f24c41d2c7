/** Which part of a sheet goes on which page, whatever the heights. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { paginate, type MeasuredBlock, type MeasuredSection } from '../../packages/referral-sheet/src/paper/paginate.js';

/** A text of so many lines of one height, or what cannot be cut. */
interface Shape {
  lines: number;
  line: number;
  whole: boolean;
}

const block = ({ lines, line, whole }: Shape): MeasuredBlock => ({
  heightFrom: (from) => (lines - from) * line,
  ...(!whole && {
    cut: (from, room) => {
      const fit = Math.floor(room / line);
      return fit >= 1 && from + fit < lines ? { to: from + fit, height: fit * line } : undefined;
    },
  }),
});

const shape = fc.record({ lines: fc.integer({ min: 1, max: 60 }), line: fc.integer({ min: 3, max: 9 }), whole: fc.boolean() });
const sectionShape = fc.record({
  label: fc.integer({ min: 4, max: 40 }),
  frame: fc.integer({ min: 0, max: 6 }),
  blocks: fc.array(shape, { minLength: 1, maxLength: 6 }),
});
const given = fc.record({
  sections: fc.array(sectionShape, { maxLength: 9 }),
  room: fc.record({
    first: fc.integer({ min: 60, max: 250 }),
    next: fc.integer({ min: 80, max: 300 }),
    reply: fc.integer({ min: 20, max: 80 }),
  }),
});

describe('the pages of a sheet', () => {
  it('have everything once, in order, never more than fits, and a heading only beside what it is of', () => {
    fc.assert(
      fc.property(given, ({ sections, room }) => {
        const measured: MeasuredSection[] = sections.map(({ blocks, ...rest }) => ({ ...rest, blocks: blocks.map(block) }));
        const pages = paginate(measured, room);

        const pieces = pages.flatMap((page) => page.pieces);
        const lines = pieces.flatMap(({ section, block: index, from, to }) => {
          const end = to ?? sections[section]!.blocks[index]!.lines;
          assert.ok(end > from, 'a piece holds at least a line');
          return Array.from({ length: end - from }, (_, line) => `${section} ${index} ${from + line}`);
        });
        const all = sections.flatMap(({ blocks }, section) =>
          blocks.flatMap(({ lines: count }, index) => Array.from({ length: count }, (_, line) => `${section} ${index} ${line}`)),
        );
        assert.deepEqual(lines, all);

        assert.deepEqual(
          pages.map(({ reply }) => reply),
          pages.map((_, index) => index === pages.length - 1),
        );
        pages.forEach((page, index) => {
          const space = index ? room.next : room.first;
          const here = [...new Set(page.pieces.map(({ section }) => section))];
          const high = here.map((section) => {
            const { label, frame, blocks } = sections[section]!;
            const heights = page.pieces
              .filter((piece) => piece.section === section)
              .map(({ block: at, from, to }) => ((to ?? blocks[at]!.lines) - from) * blocks[at]!.line);
            return (
              frame +
              Math.max(
                label,
                heights.reduce((sum, height) => sum + height, 0),
              )
            );
          });
          const used = high.reduce((sum, height) => sum + height, 0);
          // Only what cannot be cut may be higher than a page: then it has that page alone.
          const lone = page.pieces.length === 1 && sections[page.pieces[0]!.section]!.blocks[page.pieces[0]!.block]!.whole;
          assert.ok(used <= space || lone, `page ${index + 1}: ${used} of ${space}`);
          if (page.reply && page.pieces.length && !lone) assert.ok(used + room.reply <= space, 'the reply form is whole');
          assert.ok(page.pieces.length || page.reply, 'no page is empty');
        });
      }),
      { numRuns: 3000 },
    );
  });
});
