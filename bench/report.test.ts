import { expect, test } from 'vitest';
import { markdownTable } from './markdown.ts';
import { withChapter } from './report.ts';

const chapter = { key: 'a', title: 'A', command: 'npm run -s bench -- a', notes: ['seed 1'], body: 'first' };

test('a chapter is added at the end, and a later run takes the place of the one before', () => {
  const once = withChapter('# Benchmarks\n', chapter, '2026-01-01');
  expect(once).toBe(
    '# Benchmarks\n\n<!-- begin a -->\n## A\n\nMeasured on 2026-01-01 with\n\n```\nnpm run -s bench -- a\n```\n\n- seed 1\n\nfirst\n<!-- end a -->\n',
  );
  const both = withChapter(once, { ...chapter, key: 'b', body: 'other' }, '2026-01-01');
  const again = withChapter(both, { ...chapter, body: 'second' }, '2026-02-01');
  expect(again).toContain('second');
  expect(again).not.toContain('first');
  expect(again.indexOf('second')).toBeLessThan(again.indexOf('other'));
});

test('columns of a table are aligned', () => {
  expect(markdownTable(['a', 'long'], [['xyz', '1']])).toBe('| a   | long |\n|-----|------|\n| xyz | 1    |');
});
