import { expect, test } from 'vitest';

test('tests run on the Node that the product runs on', () => {
  expect(process.version).toMatch(/^v24\./);
});
