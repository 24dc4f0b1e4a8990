import { execFile, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { extractText, getDocumentProxy } from 'unpdf';
import { expect, test } from 'vitest';
import { documentToDocx } from './docx/write.ts';
import { eachDocument } from './testing.ts';

/** Opens every Word file that we write; where LibreOffice is not installed, the test says that it was skipped. */
const LONG = process.env.LONG === '1';
const OFFICE = LONG && spawnSync('soffice', ['--version']).status === 0;

const DOCUMENTS = eachDocument();

test.skipIf(!OFFICE).each(DOCUMENTS)(
  'LibreOffice opens the Word file of %s and shows its title (skipped without LONG=1 and soffice)',
  async (name, document) => {
    const folder = mkdtempSync(join(tmpdir(), 'fahrplan-office-'));
    try {
      const file = join(folder, `${name}.docx`);
      writeFileSync(file, await documentToDocx(document));
      const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
      await promisify(execFile)('soffice', [profile, '--headless', '--convert-to', 'pdf', '--outdir', folder, file]);
      const pdf = await getDocumentProxy(new Uint8Array(readFileSync(join(folder, `${name}.pdf`))));
      const { text } = await extractText(pdf);
      const bare = (words: string): string => words.replace(/\s+/g, '');
      expect(bare(text.join(''))).toContain(bare(document.title));
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
);
