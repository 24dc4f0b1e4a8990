import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { extractText, getDocumentProxy } from 'unpdf';
import { expect, test } from 'vitest';
import type { Run, Statement } from '../council/index.ts';
import { documentToDocx } from './docx/write.ts';
import { documentToHtml } from './html.ts';
import { documentToPdf } from './pdf/write.ts';
import { statementToText } from './plain-text.ts';
import { statementDocument } from './statement-document.ts';
import { goldenStatement, unzipped } from './testing.ts';

/** One text with everything that the editor can write: what each format makes of it stands in its golden file. */
const words = (text: string, marks: { bold?: true; italic?: true } = {}): Run => ({ kind: 'words', text, ...marks });
const draft = goldenStatement();
const [evidence] = draft.evidence;
if (!evidence) throw new Error('the golden statement has no evidence');
const figure = { kind: 'figure' as const, text: evidence.value.de, evidence: evidence.id, illustrative: true };
const statement: Statement = {
  ...draft,
  blocks: [
    {
      id: 'verdict',
      title: 'Ergebnis der Prüfung',
      paragraphs: [
        {
          kind: 'text',
          runs: [words('Der Antrag ist '), words('derzeit', { bold: true }), words(' nicht umsetzbar.')],
        },
        { kind: 'heading', runs: [words('Zum Verfahren <1> & weiter')] },
        {
          kind: 'text',
          runs: [words('Schräg über ', { italic: true }), words('beides', { bold: true, italic: true })],
        },
        { kind: 'item', runs: [words('Es gilt '), { ...figure, bold: true }, words('.')] },
        { kind: 'item', runs: [words('zweiter Strich')] },
        { kind: 'numbered', runs: [words('zuerst')] },
        { kind: 'numbered', runs: [words('dann')] },
        { kind: 'text', runs: [words('Dazwischen.')] },
        { kind: 'numbered', runs: [words('wieder von vorn')] },
      ],
      missing: [],
    },
  ],
  evidence: [{ ...evidence, restsOn: [] }],
  footnotes: draft.footnotes.slice(0, 1),
};
const document = statementDocument(statement);

function golden(name: string, text: string): void {
  const path = join(import.meta.dirname, 'golden', name);
  mkdirSync(dirname(path), { recursive: true });
  if (process.env.UPDATE_GOLDEN) writeFileSync(path, text);
  expect(text).toBe(readFileSync(path, 'utf8'));
}

test('as HTML', async () => golden('formatted-text.html.txt', await documentToHtml(document)));

test('as plain text', () => golden('formatted-text.txt', statementToText(statement)));

test('as a Word file: styles, character formats and lists of Word', async () => {
  const xml = unzipped(await documentToDocx(document)).get('word/document.xml')?.text ?? '';
  const paragraphs = xml.match(/<w:p>.*?<\/w:p>/gs) ?? [];
  golden('formatted-text.docx.xml', `${paragraphs.slice(1, 12).join('\n')}\n`);
});

test('as a PDF file, accepted as PDF/UA-1; slanted words can be read and searched', async () => {
  const bytes = await documentToPdf(document);
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(bytes)));
  golden('formatted-text.pdf.txt', `${text.join('\n')}\n`);
  expect(Buffer.from(bytes).toString('latin1')).toMatch(/<pdfuaid:part>1<\/pdfuaid:part>/);
});
