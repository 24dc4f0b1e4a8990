import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { stdin, stdout } from 'node:process';
import { buffer } from 'node:stream/consumers';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { coverageOf, readFonts } from './fonts.ts';
import { printable } from './letters.ts';

/**
 * A process of its own that makes one PDF: the document comes as JSON on standard input, the file leaves on standard
 * output. The compiler is asked for PDF/UA-1 (ISO 14289-1) and refuses what is not accessible.
 */
const fonts = readFonts();
const [first, ...others] = fonts.map(coverageOf);
const covered = new Set([...(first ?? [])].filter((code) => others.every((other) => other.has(code))));

const content: unknown = JSON.parse((await buffer(stdin)).toString('utf8'), (_, value: unknown) =>
  typeof value === 'string' ? printable(value, covered) : value,
);
const compiler = NodeCompiler.create({ workspace: import.meta.dirname, fontArgs: [{ fontBlobs: fonts }] });
const compiled = compiler.compile({
  mainFileContent: readFileSync(join(import.meta.dirname, 'document.typ'), 'utf8'),
  inputs: { document: JSON.stringify(content) },
});
const { result } = compiled;
if (result === null) {
  const error = compiled.takeError();
  throw new Error(error ? JSON.stringify(compiler.fetchDiagnostics(error)) : 'nothing compiled');
}
stdout.end(compiler.pdf(result, { pdfStandard: 'ua-1' }));
