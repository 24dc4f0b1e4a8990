import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { inflateSync } from 'node:zlib';

/**
 * The fonts of the PDF files: Noto Sans (SIL Open Font License 1.1), as KERN ships it. It comes packed for browsers;
 * the PDF compiler wants it unpacked.
 */
export function readFonts(): Buffer[] {
  const kern = dirname(createRequire(import.meta.url).resolve('@kern-ux/native/package.json'));
  const folder = join(kern, 'dist', 'fonts', 'noto-sans');
  return ['NotoSans-Regular.woff', 'NotoSans-Bold.woff'].map((name) => unpacked(readFileSync(join(folder, name))));
}

/** A table of a font: its name, check sum and bytes. */
interface FontTable {
  tag: number;
  checksum: number;
  bytes: Buffer;
}

/** WOFF 1.0 (W3C Recommendation, 2012) to the font inside: the same tables, each unpacked. */
function unpacked(woff: Buffer): Buffer {
  const count = woff.readUInt16BE(12);
  const tables = Array.from({ length: count }, (_, index): FontTable => {
    const entry = 44 + 20 * index;
    const [start, packed, length] = [4, 8, 12].map((offset) => woff.readUInt32BE(entry + offset)) as [
      number,
      number,
      number,
    ];
    const bytes = woff.subarray(start, start + packed);
    return {
      tag: woff.readUInt32BE(entry),
      checksum: woff.readUInt32BE(entry + 16),
      bytes: packed < length ? inflateSync(bytes) : bytes,
    };
  });
  return assembled(woff.readUInt32BE(4), tables);
}

/** Directory and tables of a font file (ISO/IEC 14496-22, section 4.5), each table at a multiple of four bytes. */
function assembled(flavor: number, tables: readonly FontTable[]): Buffer {
  const directory = Buffer.alloc(12 + 16 * tables.length);
  const powers = Math.floor(Math.log2(tables.length));
  directory.writeUInt32BE(flavor, 0);
  [tables.length, 2 ** powers * 16, powers, (tables.length - 2 ** powers) * 16].forEach((value, index) => {
    directory.writeUInt16BE(value, 4 + 2 * index);
  });
  const parts: Buffer[] = [directory];
  let at = directory.length;
  tables.forEach(({ tag, checksum, bytes }, index) => {
    [tag, checksum, at, bytes.length].forEach((value, field) => {
      directory.writeUInt32BE(value, 12 + 16 * index + 4 * field);
    });
    const padding = Buffer.alloc(-bytes.length & 3);
    parts.push(bytes, padding);
    at += bytes.length + padding.length;
  });
  return Buffer.concat(parts);
}

/** Code points that a font has a glyph for: its character map for the basic plane (`cmap`, format 4). */
export function coverageOf(font: Buffer): Set<number> {
  const map = tableAt(font, 'cmap');
  const count = font.readUInt16BE(map + 2);
  const records = Array.from({ length: count }, (_, index) => map + 4 + 8 * index);
  const windows = records.find((at) => font.readUInt16BE(at) === 3 && font.readUInt16BE(at + 2) === 1);
  if (windows === undefined) throw new Error('font without a Unicode character map');
  const start = map + font.readUInt32BE(windows + 4);
  const segments = font.readUInt16BE(start + 6) / 2;
  const covered = new Set<number>();
  for (let segment = 0; segment < segments; segment++) {
    const last = font.readUInt16BE(start + 14 + 2 * segment);
    const first = font.readUInt16BE(start + 16 + 2 * (segments + segment));
    const delta = font.readUInt16BE(start + 16 + 2 * (2 * segments + segment));
    const rangeAt = start + 16 + 2 * (3 * segments + segment);
    const range = font.readUInt16BE(rangeAt);
    for (let code = first; code <= last && code < 0xffff; code++) {
      const glyph = range === 0 ? code + delta : font.readUInt16BE(rangeAt + range + 2 * (code - first));
      if ((glyph & 0xffff) !== 0) covered.add(code);
    }
  }
  return covered;
}

function tableAt(font: Buffer, name: string): number {
  for (let index = 0; index < font.readUInt16BE(4); index++) {
    const entry = 12 + 16 * index;
    if (font.toString('latin1', entry, entry + 4) === name) return font.readUInt32BE(entry + 8);
  }
  throw new Error(`font without the table ${name}`);
}
