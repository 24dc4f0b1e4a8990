import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { KEY_FILE, readSecretKey } from './secret-key.ts';

function folder(): string {
  const path = mkdtempSync(join(tmpdir(), 'fahrplan-key-'));
  onTestFinished(() => rmSync(path, { recursive: true, force: true }));
  return path;
}

test('beside the embedded database lies a key, made once and readable for its owner alone', async () => {
  const config = { secretKey: null, databaseUrl: null, dataFolder: folder() };
  const [key, same] = await Promise.all([readSecretKey(config), readSecretKey(config)]);
  expect(key).toHaveLength(32);
  expect(same).toEqual(key);
  expect(await readSecretKey(config)).toEqual(key);
  const file = join(config.dataFolder, KEY_FILE);
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(readFileSync(file, 'utf8')).toBe(`${key?.toString('hex')}\n`);
});

test('a key of the environment comes first; a database of one’s own has none without it', async () => {
  const config = { secretKey: 'ab'.repeat(32), databaseUrl: 'postgres://db', dataFolder: '/nonexistent' };
  expect(await readSecretKey(config)).toEqual(Buffer.alloc(32, 0xab));
  expect(await readSecretKey({ ...config, secretKey: null })).toBeNull();
});

test('a key that is none is refused with where it stands, never with what stands there', async () => {
  const config = { secretKey: 'geheim', databaseUrl: null, dataFolder: folder() };
  await expect(readSecretKey(config)).rejects.toMatchObject({
    text: { de: expect.stringMatching(/^FAHRPLAN_SECRET_KEY muss ein Schlüssel aus 64(?!.*geheim)/) },
  });
  writeFileSync(join(config.dataFolder, KEY_FILE), 'kurz');
  await expect(readSecretKey({ ...config, secretKey: null })).rejects.toMatchObject({
    text: { en: expect.stringMatching(/secret\.key must be a key(?!.*kurz)/) },
  });
});
