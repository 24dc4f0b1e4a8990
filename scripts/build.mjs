// Builds the web app into dist/web if its sources changed since the last build, and compresses its files beside
// themselves, so that the server sends them as they lie there. Part of `npm start`.
import { createHash } from 'node:crypto';
import { existsSync, globSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

const root = join(import.meta.dirname, '..');
const out = join(root, 'dist', 'web');
const stamp = join(out, '.sources.sha256');

/** What goes into the web app: its own sources, the types it shares, its settings and the locked packages. */
const SOURCES = ['src/web/**/*', 'vite.config.ts', 'package-lock.json', 'scripts/build.mjs'];
const COMPRESSIBLE = /\.(js|css|svg|json|html|webmanifest)$/;

function hashOfSources() {
  const hash = createHash('sha256');
  for (const path of SOURCES.flatMap((pattern) => globSync(pattern, { cwd: root })).sort()) {
    if (/\.test\.tsx?$/.test(path)) continue;
    const file = join(root, path);
    try {
      hash.update(`${path}\0`).update(readFileSync(file));
    } catch (error) {
      if (error.code !== 'EISDIR') throw error;
    }
  }
  return hash.digest('hex');
}

function compress() {
  for (const path of globSync('**/*', { cwd: out }).filter((one) => COMPRESSIBLE.test(one))) {
    const file = join(out, path);
    const bytes = readFileSync(file);
    writeFileSync(
      `${file}.br`,
      brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } }),
    );
    writeFileSync(`${file}.gz`, gzipSync(bytes, { level: 9 }));
  }
}

const wanted = hashOfSources();
const built = existsSync(stamp) ? readFileSync(stamp, 'utf8') : '';
if (built !== wanted || process.argv.includes('--force')) {
  console.error('Die Oberfläche wird gebaut … / Building the web app …');
  const { build } = await import('vite');
  rmSync(stamp, { force: true }); // a build that is cut off half-way must not count as done
  process.chdir(root); // vite.config.ts names its folders from here
  await build({ logLevel: 'warn' });
  compress();
  writeFileSync(`${stamp}.new`, wanted);
  renameSync(`${stamp}.new`, stamp);
}
