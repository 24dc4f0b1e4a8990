import { Visitor } from 'oxc-parser';
import { isTest, place, readSources, type SourceFile } from './source.ts';

/** Folders whose functions give the same result for the same arguments: clock, seed and callbacks come in from outside. */
const PURE_FOLDERS: readonly string[] = ['agenda', 'solver', 'planning', 'council'];

/** Global names with a clock, chance, or input and output behind them. */
const BANNED = new Set(
  `Date Temporal performance process globalThis crypto console fetch require setTimeout setInterval setImmediate
  queueMicrotask Worker window document`.split(/\s+/),
);

/** Members that depend on chance or on the machine's language settings. */
const BANNED_MEMBERS = new Set(['Math.random', 'Intl.DateTimeFormat']);

/** Uses of banned names in one file, as `place: sentence`. Property names and object keys of the same name are fine. */
function bansIn(file: SourceFile): string[] {
  const faults: string[] = [];
  const harmless = new Set<number>();
  const report = (offset: number, name: string): void => {
    faults.push(`${place(file, offset)}: ${name} is banned here; take clock, seed and callbacks as arguments`);
  };
  new Visitor({
    MemberExpression(node) {
      if (node.computed || node.property.type !== 'Identifier') return;
      harmless.add(node.property.start);
      const name = node.object.type === 'Identifier' ? `${node.object.name}.${node.property.name}` : '';
      if (BANNED_MEMBERS.has(name)) report(node.start, name);
    },
    Property(node) {
      if (!node.computed && !node.shorthand) harmless.add(node.key.start);
    },
    TSPropertySignature(node) {
      if (!node.computed) harmless.add(node.key.start);
    },
    Identifier(node) {
      if (BANNED.has(node.name) && !harmless.has(node.start)) report(node.start, node.name);
    },
    ImportExpression(node) {
      report(node.start, 'import()');
    },
  }).visit(file.parsed.program);
  return faults;
}

/** Every use of clock, chance, or input and output in the pure folders below `root`/src; tests are left out. */
export function purityFaults(root: string): string[] {
  return PURE_FOLDERS.flatMap((folder) => readSources(root, `src/${folder}`))
    .filter((file) => !isTest(file.path))
    .flatMap(bansIn);
}
