import { expect, test } from 'vitest';
import { withKey } from './typed-ahead.tsx';

const key = (name: string, held: object = {}) => ({
  key: name,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  isComposing: false,
  ...held,
});

test('letters, spaces and a correction are kept in their order; other keys type nothing', () => {
  const typed = ['f', 'ä', 'x', 'Backspace', ' ', '1'].reduce((text, one) => withKey(text, key(one)) ?? text, '');
  expect(typed).toBe('fä 1');
  expect(withKey('', key('Backspace'))).toBe('');
  for (const one of ['Enter', 'Escape', 'ArrowDown', 'Shift', 'F5']) expect(withKey('a', key(one))).toBeNull();
  expect(withKey('a', key('k', { ctrlKey: true }))).toBeNull();
});
