import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { changedFields, conflictOf, merge, same, settled, spoken } from './merge.ts';
import { moved } from './moved.ts';
import { pointerOf, valueAt, withValue } from './path.ts';
import { readDate, readNumber, showDate, showNumber } from './values.ts';

describe('what people type', () => {
  test.each([
    ['31.08.2020', '2020-08-31'],
    ['1.9.20', '2020-09-01'],
    ['2020-08-31', '2020-08-31'],
    [' ', undefined],
    ['bald', 'bald'],
  ])('the day %j is read as %j', (typed, value) => expect(readDate(typed)).toBe(value));

  test.each([
    ['1.234', 1, 1234],
    ['1.234,5', 10, 12_345],
    ['12,5', 10, 125],
    ['12.5', 10, 125],
    ['1 380', 1, 1380],
    ['\u22123', 1, -3],
    ['', 1, undefined],
    ['viel', 1, 'viel'],
    ['1,2,3', 1, '1,2,3'],
  ])('the number %j times %j is read as %j', (typed, scale, value) => expect(readNumber(typed, scale)).toBe(value));

  test('what is shown is read back as the same', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e12 }), fc.constantFrom(1, 10, 100_000), (value, scale) => {
        expect(readNumber(showNumber(value, scale, true), scale)).toBe(value);
        expect(readNumber(showNumber(value, scale, false), scale, false)).toBe(value);
      }),
    );
    expect(readDate(showDate('2020-08-31'))).toBe('2020-08-31');
  });
});

describe('places', () => {
  test('a value is set where it belongs and nothing else moves', () => {
    const record = { a: [{ b: 1, c: 2 }, { b: 3 }] };
    const changed = withValue(record, ['a', 0, 'b'], 9);
    expect(changed).toEqual({ a: [{ b: 9, c: 2 }, { b: 3 }] });
    expect(changed.a[1]).toBe(record.a[1]);
    expect(withValue(record, ['a', 0, 'c'], undefined)).toEqual({ a: [{ b: 1 }, { b: 3 }] });
    expect(withValue({}, ['x', 'y', 0], 1)).toEqual({ x: { y: [1] } });
    expect(valueAt(changed, ['a', 0, 'b'])).toBe(9);
    expect(pointerOf(['work', 'a/b~c', 0])).toBe('/work/a~1b~0c/0');
  });
});

describe('two editors', () => {
  test('what only one has changed is taken from that one, what both have changed is asked', () => {
    const base = { a: 1, b: 1, c: 1, d: [] };
    const { merged, clashes } = merge(base, { a: 2, b: 1, c: 2 }, { a: 1, b: 3, c: 4, d: [] });
    expect(merged).toEqual({ a: 2, b: 3, c: 2, d: [] });
    expect(clashes).toEqual([{ field: 'c', base: 1, mine: 2, theirs: 4 }]);
  });

  test('lists are taken item by item, and an item field by field', () => {
    const base = {
      items: [
        { number: '1', title: 'a' },
        { number: '2', title: 'b' },
      ],
    };
    const mine = {
      items: [
        { number: '1', title: 'a', result: 'adopted' },
        { number: '2', title: 'b' },
      ],
    };
    const theirs = {
      items: [
        { number: '1', title: 'A' },
        { number: '2', title: 'b' },
        { number: '3', title: 'c' },
      ],
    };
    const { merged, clashes } = merge(base, mine, theirs);
    expect(clashes).toEqual([]);
    expect(merged).toEqual({
      items: [
        { number: '1', title: 'A', result: 'adopted' },
        { number: '2', title: 'b' },
        { number: '3', title: 'c' },
      ],
    });
  });

  test('what one takes away and the other changes is asked, as is the same item in two wordings', () => {
    const base = {
      tasks: [
        { id: 'x', text: 'a' },
        { id: 'y', text: 'b' },
      ],
    };
    const without = { tasks: [{ id: 'y', text: 'b' }] };
    const reworded = {
      tasks: [
        { id: 'x', text: 'A' },
        { id: 'y', text: 'b' },
      ],
    };
    expect(merge(base, without, reworded).clashes).toHaveLength(1);
    expect(merge(base, without, { tasks: [...base.tasks, { id: 'z', text: 'c' }] }).merged).toEqual({
      tasks: [
        { id: 'y', text: 'b' },
        { id: 'z', text: 'c' },
      ],
    });
    const other = {
      tasks: [
        { id: 'x', text: 'anders' },
        { id: 'y', text: 'b' },
      ],
    };
    const [clash] = merge(base, reworded, other).clashes;
    expect(spoken(clash?.mine, clash?.theirs)).toEqual([{ id: 'x', text: 'A' }]);
  });

  test('the key of a row and what the form hides of it are no change, and are not shown', () => {
    const row = (key: number, title: string) => ({ key, number: '1', title, base: { number: '1' } });
    expect(same({ rows: [row(1, 'a')] }, { rows: [row(9, 'a')] })).toBe(true);
    expect(merge({ rows: [row(1, 'a')] }, { rows: [row(1, 'b')] }, { rows: [row(7, 'a')] }).clashes).toEqual([]);
    expect(spoken([row(1, 'b')], [row(7, 'a')])).toEqual([{ number: '1', title: 'b' }]);
  });

  test('a settled conflict holds theirs where a person chose it, mine elsewhere, and what only one has changed', () => {
    const base = { a: 1, b: 1, c: 1, d: 1 };
    const [mine, theirs] = [
      { ...base, a: 2, b: 2, c: 2 },
      { ...base, a: 3, b: 3, d: 3 },
    ];
    expect(conflictOf(base, mine, theirs)).toMatchObject({ clashes: [{ field: 'a' }, { field: 'b' }], taken: ['d'] });
    expect(settled(base, mine, theirs, new Set(['b']))).toEqual({ a: 2, b: 3, c: 2, d: 3 });
  });

  test('law: lists of which only one has changed anything come out as that one has left them', () => {
    const list = fc.uniqueArray(fc.record({ id: fc.constantFrom('a', 'b', 'c', 'd'), n: fc.nat(2) }), {
      selector: ({ id }) => id,
    });
    fc.assert(
      fc.property(list, list, (before, after) => {
        const [base, other] = [{ list: before }, { list: after }];
        expect(merge(base, other, base)).toEqual({ merged: other, clashes: [] });
        expect(same(merge(base, base, other).merged, other)).toBe(true);
      }),
    );
  });

  test('laws: nobody else changed, mine stays; I changed nothing, theirs comes; the same change is no clash', () => {
    const record = fc.dictionary(fc.constantFrom('a', 'b', 'c', 'd'), fc.jsonValue({ maxDepth: 1 }));
    fc.assert(
      fc.property(record, record, (base, other) => {
        expect(changedFields(merge(base, other, base).merged, other)).toEqual([]);
        expect(changedFields(merge(base, base, other).merged, other)).toEqual([]);
        expect(merge(base, other, other).clashes).toEqual([]);
        expect(merge(base, other, base).clashes).toEqual([]);
      }),
    );
    expect(same({ x: 1, y: 2 }, { y: 2, x: 1 })).toBe(true);
  });
});

test('an item moves one place; beyond the ends nothing moves', () => {
  expect(moved(['a', 'b', 'c'], 1, -1)).toEqual(['b', 'a', 'c']);
  expect(moved(['a', 'b', 'c'], 1, 1)).toEqual(['a', 'c', 'b']);
  expect(moved(['a', 'b', 'c'], 0, -1)).toEqual(['a', 'b', 'c']);
  expect(moved(['a', 'b', 'c'], 2, 1)).toEqual(['a', 'b', 'c']);
});
