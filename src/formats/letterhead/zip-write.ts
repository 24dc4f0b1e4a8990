import { crc32, deflateRawSync } from 'node:zlib';

/** 1980-01-01, the first day that the format knows: equal parts give equal bytes. */
const DAY = (1 << 5) | 1;
/** Version 2.0 of the format; names are UTF-8. */
const VERSION = 20;
const UTF8 = 0x800;

/** A zip archive of these parts in this order (PKWARE APPNOTE 6.3, §§ 4.3.7, 4.3.12, 4.3.16). */
export function writeZip(parts: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const locals: Buffer[] = [];
  const entries: Buffer[] = [];
  let offset = 0;
  for (const [path, bytes] of parts) {
    const name = Buffer.from(path);
    const packed = deflateRawSync(bytes);
    const common = Buffer.alloc(26);
    for (const [index, value] of [VERSION, UTF8, 8, 0, DAY].entries()) common.writeUInt16LE(value, 2 * index);
    const sizes = [crc32(bytes), packed.length, bytes.length];
    for (const [index, value] of sizes.entries()) common.writeUInt32LE(value, 10 + 4 * index);
    common.writeUInt16LE(name.length, 22);
    const local = Buffer.concat([Buffer.from([0x50, 0x4b, 3, 4]), common, name, packed]);
    const entry = Buffer.concat([Buffer.from([0x50, 0x4b, 1, 2, VERSION, 0]), common, Buffer.alloc(14), name]);
    entry.writeUInt32LE(offset, 42);
    locals.push(local);
    entries.push(entry);
    offset += local.length;
  }
  const directory = Buffer.concat(entries);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(parts.size, 8);
  end.writeUInt16LE(parts.size, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return new Uint8Array(Buffer.concat([...locals, directory, end]));
}
