import { expect, test } from 'vitest';
import { limitFaults, MAX_LINES } from './limits.ts';
import { ROOT, withTree } from './source.ts';

test('files are short and finished', () => {
  expect(limitFaults(ROOT)).toEqual([]);
});

test('a file that is too long is found, and so is an exception that nobody needs', () => {
  const long = 'export {};\n'.repeat(MAX_LINES + 1);
  withTree({ 'src/agenda/a.ts': long, 'src/agenda/b.ts': long, 'src/agenda/c.ts': 'export {};' }, (root) =>
    expect(limitFaults(root, { 'src/agenda/b.ts': 'a table', 'src/agenda/c.ts': 'was long once' })).toEqual([
      expect.stringContaining('src/agenda/a.ts: 301 lines'),
      expect.stringContaining('src/agenda/c.ts: is named in LONGER'),
    ]),
  );
});

test('a mark of unfinished work is found', () => {
  const mark = ['TO', 'DO'].join('');
  withTree({ 'src/agenda/a.ts': `// ${mark}: later\n` }, (root) => expect(limitFaults(root, {})).toHaveLength(1));
});
