import { expect, test } from 'vitest';
import { mainPages } from '../app/pages.ts';
import { de } from '../language/de.ts';
import { type Begun, characterKeys, commandOf } from './shortcuts.ts';

const key = (name: string, held: object = {}) => ({
  key: name,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  ...held,
});
const on = { at: 1_000, characters: true };

test('Ctrl+K and ⌘K open the commands, whether or not single characters are on', () => {
  for (const characters of [true, false])
    for (const held of [{ ctrlKey: true }, { metaKey: true }])
      for (const name of ['k', 'K'])
        expect(commandOf(key(name, held), null, { at: 0, characters })).toEqual({ command: 'palette' });
  expect(commandOf(key('k'), null, on)).toEqual({ begun: null });
});

test('single characters can be switched off, and never count with a held key', () => {
  expect(commandOf(key('?'), null, on)).toEqual({ command: 'help' });
  expect(commandOf(key('?'), null, { ...on, characters: false })).toEqual({ begun: null });
  expect(commandOf(key('?', { altKey: true }), null, on)).toEqual({ begun: null });
});

test('g and a letter go to a page, if they come together', () => {
  const first = commandOf(key('g'), null, on) as { begun: Begun };
  expect(first.begun).toEqual({ key: 'g', at: 1_000 });
  expect(commandOf(key('p'), first.begun, { ...on, at: 2_000 })).toEqual({ command: { page: '/projekte' } });
  expect(commandOf(key('p'), first.begun, { ...on, at: 9_000 })).toEqual({ begun: null });
  expect(commandOf(key('x'), first.begun, on)).toEqual({ begun: null });
});

test('every page of the navigation has its keys, and no keys are given twice', () => {
  const pages = characterKeys.flatMap(({ command }) => (typeof command === 'object' ? [command.page] : []));
  expect(pages.sort()).toEqual(
    mainPages(de)
      .map((page) => page.to)
      .sort(),
  );
  expect(new Set(characterKeys.map((one) => one.keys)).size).toBe(characterKeys.length);
});
