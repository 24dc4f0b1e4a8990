import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { item, table, widthOf, wrap } from './layout.ts';
import { coloured, paintFor, plain } from './paint.ts';
import { terminalFormat } from './terminal.ts';

const NBSP = '\u00a0';
const words = fc.array(fc.stringMatching(/^[a-zäöüß0-9]{1,30}$/), { minLength: 1, maxLength: 30 });

describe('wrap', () => {
  test('keeps every word in order and no line too wide', () => {
    fc.assert(
      fc.property(words, fc.integer({ min: 10, max: 100 }), (list, width) => {
        const lines = wrap(list.join(' '), width);
        expect(lines.join('').replaceAll(' ', '')).toBe(list.join(''));
        for (const line of lines) expect(widthOf(line)).toBeLessThanOrEqual(width);
      }),
    );
  });

  test('holds a number and its unit together where there is room', () => {
    expect(wrap(`gebraucht werden 220${NBSP}PT`, 20)).toEqual(['gebraucht werden', '220 PT']);
    expect(wrap(`1.234${NBSP}Projektwochen`, 14)).toEqual(['1.234', 'Projektwochen']);
    expect(wrap('eins\nzwei', 20)).toEqual(['eins', 'zwei']);
  });

  test('hangs the text of an item', () => {
    expect(item('1.', 'eins zwei drei', 10)).toEqual(['1. eins', '   zwei', '   drei']);
  });
});

describe('table', () => {
  test('aligns numbers right and wraps what may grow', () => {
    const columns = [
      { title: 'Team', grow: 1 },
      { title: 'PT', align: 'right' as const },
    ];
    expect(
      table(
        columns,
        [
          ['Programm und Leitung', '7'],
          ['IT', '1.234'],
        ],
        20,
      ),
    ).toEqual(['Team              PT', 'Programm und       7', 'Leitung', 'IT             1.234']);
  });

  test('shares the space, and columns that need little leave it to the others', () => {
    const [line = ''] = table([{ grow: 1 }, { grow: 1 }], [['ab', 'x'.repeat(30)]], 40);
    expect(line).toBe(`ab  ${'x'.repeat(30)}`);
  });

  test('styled cells do not disturb the columns', () => {
    const [first = '', second = ''] = table(
      [{}, {}],
      [
        [coloured.bad('rot'), 'a'],
        ['lang und breit', 'b'],
      ],
      40,
    );
    expect(first.endsWith('a') && second.endsWith('b')).toBe(true);
    expect(widthOf(first)).toBe(widthOf(second));
  });
});

test('colours only on a terminal that wants them', () => {
  expect(paintFor({ isTTY: true }, {})).toBe(coloured);
  for (const env of [{ NO_COLOR: '1' }, { TERM: 'dumb' }]) expect(paintFor({ isTTY: true }, env)).toBe(plain);
  expect(paintFor({}, {})).toBe(plain);
});

test('as wide as the terminal within reason, 80 columns elsewhere', () => {
  const width = (columns?: number) => terminalFormat({ isTTY: true, ...(columns ? { columns } : {}) }, 'de').width;
  expect([width(100), width(20), width(500), width()]).toEqual([100, 60, 120, 80]);
  expect(terminalFormat({ columns: 100 }, 'de').width).toBe(80);
});
