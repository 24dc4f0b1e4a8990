import { existsSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { Visitor } from 'oxc-parser';
import { isTest, readSources, type SourceFile } from './source.ts';

/** One row `| German | identifier | meaning | source |` of GLOSSARY.md; several identifiers are divided by `,` or `/`. */
export type Row = { german: string; identifiers: string[]; wordOnly: boolean; line: number };

/** Folders whose exported nouns are the language of the product. */
const SPEAKING = ['agenda', 'council'];

const lowerFirst = (name: string): string => name.charAt(0).toLowerCase() + name.slice(1);

/** The rows of all four-column tables of a glossary; head and divider lines are left out. */
export function glossaryRows(markdown: string): Row[] {
  return markdown.split('\n').flatMap((text, index) => {
    const cells = text.startsWith('|') ? text.split(/(?<!\\)\|/).slice(1, -1) : [];
    const [german = '', identifier = ''] = cells.map((cell) => cell.trim());
    if (cells.length !== 4 || /^:?-+:?$/.test(german) || /^identifier$/i.test(identifier)) return [];
    const identifiers = identifier
      .replace(/\(.*?\)/g, '')
      .split(/[,/]/)
      .map((one) => one.replace(/[`*]/g, '').trim())
      .filter((one) => one !== '');
    return [{ german, identifiers, wordOnly: text.includes('(word only)'), line: index + 1 }];
  });
}

/** Names that the border of a folder exports, followed through its re-exports: `offerSchema`, `Offer`. */
function exportedNames(files: Map<string, SourceFile>, path: string, seen = new Set<string>()): string[] {
  const file = files.get(path);
  if (file === undefined || seen.has(path)) return [];
  seen.add(path);
  return file.parsed.module.staticExports
    .flatMap((one) => one.entries)
    .flatMap((entry) => {
      if (entry.exportName.name) return [entry.exportName.name];
      const from = entry.moduleRequest?.value;
      return from ? exportedNames(files, posix.join(posix.dirname(path), from), seen) : [];
    });
}

/** Nouns that need a row: every exported type (`Offer`) and schema (`offerSchema`), as `offer`, with its folder. */
function exportedNouns(root: string): Map<string, string> {
  const nouns = new Map<string, string>();
  for (const folder of SPEAKING) {
    const files = new Map(readSources(root, `src/${folder}`).map((file) => [file.path, file]));
    for (const name of exportedNames(files, `src/${folder}/index.ts`)) {
      const noun = name.replace(/Schema$/, '');
      if (noun !== name || /^[A-Z][a-zA-Z0-9]*[a-z]/.test(name)) nouns.set(lowerFirst(noun), folder);
    }
  }
  return nouns;
}

/** Every identifier, type name, and literal that looks like one (`'municipalCompany'`) in the product's code. */
function wordsInCode(root: string): Set<string> {
  const words = new Set<string>();
  const add = (name: string): void => {
    words.add(lowerFirst(name));
    words.add(lowerFirst(name.replace(/Schema$/, '')));
  };
  for (const file of readSources(root).filter((one) => !isTest(one.path))) {
    new Visitor({
      Identifier(node) {
        add(node.name);
      },
      Literal(node) {
        if (typeof node.value === 'string' && /^[a-zA-Z][a-zA-Z0-9]*$/.test(node.value)) add(node.value);
      },
    }).visit(file.parsed.program);
  }
  return words;
}

/** What GLOSSARY.md and the code disagree about, each with what to do. */
export function glossaryFaults(root: string): string[] {
  const path = join(root, 'GLOSSARY.md');
  if (!existsSync(path))
    return ['GLOSSARY.md is missing: a table with rows | German | identifier | meaning | source |'];
  const rows = glossaryRows(readFileSync(path, 'utf8'));
  if (rows.length === 0) return ['GLOSSARY.md has no row | German | identifier | meaning | source |'];
  const explained = new Set(rows.flatMap((row) => row.identifiers.map(lowerFirst)));
  const words = wordsInCode(root);
  const faults: string[] = [];
  for (const [noun, folder] of exportedNouns(root)) {
    if (!explained.has(noun))
      faults.push(`src/${folder}/index.ts exports "${noun}": add a row | German | \`${noun}\` | meaning | source |`);
  }
  for (const row of rows.filter((one) => !one.wordOnly)) {
    if (row.identifiers.length === 0) faults.push(`GLOSSARY.md:${row.line}: "${row.german}" has no identifier`);
    for (const name of row.identifiers.filter((one) => !words.has(lowerFirst(one))))
      faults.push(
        `GLOSSARY.md:${row.line}: "${name}" is not in src; use the code's name, or write "(word only)" behind it`,
      );
  }
  return faults;
}
