import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { expect, test } from 'vitest';
import { pictures } from '../../scripts/pictures.ts';

const FOLDER = join(import.meta.dirname, '..', '..', 'docs', 'handbook');
const files = (pattern: string): string[] => globSync(pattern, { cwd: FOLDER }).sort();
const readme = readFileSync(join(FOLDER, 'README.md'), 'utf8');

test('the handbook lists every chapter', () => {
  const linked = [...readme.matchAll(/\]\(([a-z-]+\.md)\)/g)].map(([, file = '']) => file);
  expect(linked.sort()).toEqual(files('*.md').filter((file) => file !== 'README.md'));
});

test('every picture is taken from the app, lies in the folder, and is shown with words for who cannot see it', () => {
  const shown = files('*.md').flatMap((file) => [
    ...readFileSync(join(FOLDER, file), 'utf8').matchAll(/!\[([^\]]*)\]\(bilder\/([a-z-]+)\.png\)/g),
  ]);
  expect(shown.filter(([, words]) => words === '')).toEqual([]);
  const names = [...new Set(shown.map(([, , name = '']) => name))].sort();
  expect(names).toEqual(Object.keys(pictures).sort());
  expect(names).toEqual(
    files('bilder/*.png')
      .map((file) => basename(file, '.png'))
      .sort(),
  );
});
