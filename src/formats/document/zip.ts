import { inflateRawSync } from 'node:zlib';
import { limits } from '../limits.ts';
import { DocumentRefusal } from './refusal.ts';

/** An entry of a zip archive as its central directory tells it (PKWARE APPNOTE 6.3, §§ 4.3.7, 4.3.12, 4.3.16). */
interface Entry {
  method: number;
  flags: number;
  packed: number;
  offset: number;
}

const END = 0x06054b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;
const ENCRYPTED = 0x1;

/**
 * Reads single entries of a zip archive in memory. Nothing is ever written to a disk, so that names in it cannot
 * point outside; sizes are bounded before anything is unpacked. Throws {@link DocumentRefusal}.
 */
export function openZip(bytes: Uint8Array): { names: string[]; read: (name: string) => Uint8Array | null } {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries = guarded(() => directory(view));
  return {
    names: [...entries.keys()],
    read: (name) => {
      const entry = entries.get(name);
      return entry ? guarded(() => unpack(view, entry)) : null;
    },
  };
}

/** Positions in a broken archive point anywhere: reading beyond the end is a fault of the file, not of ours. */
function guarded<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (error instanceof DocumentRefusal) throw error;
    throw new DocumentRefusal('documentBroken', { cause: error });
  }
}

function directory(view: Buffer): Map<string, Entry> {
  const end = view.subarray(Math.max(0, view.length - 65_557)).lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]));
  if (end < 0) throw new DocumentRefusal('documentBroken');
  const at = Math.max(0, view.length - 65_557) + end;
  if (view.readUInt32LE(at) !== END) throw new DocumentRefusal('documentBroken');
  const count = view.readUInt16LE(at + 10);
  if (count > limits.zipEntries) throw new DocumentRefusal('documentHostile');
  const entries = new Map<string, Entry>();
  let position = view.readUInt32LE(at + 16);
  for (let index = 0; index < count; index++) {
    if (view.readUInt32LE(position) !== CENTRAL) throw new DocumentRefusal('documentBroken');
    const [nameLength, extraLength, commentLength] = [28, 30, 32].map((offset) => view.readUInt16LE(position + offset));
    const name = view.toString('utf8', position + 46, position + 46 + (nameLength ?? 0));
    // A name that comes twice reads differently in every program.
    if (entries.has(name)) throw new DocumentRefusal('documentHostile');
    entries.set(name, {
      flags: view.readUInt16LE(position + 8),
      method: view.readUInt16LE(position + 10),
      packed: view.readUInt32LE(position + 20),
      offset: view.readUInt32LE(position + 42),
    });
    position += 46 + (nameLength ?? 0) + (extraLength ?? 0) + (commentLength ?? 0);
  }
  return entries;
}

function unpack(view: Buffer, entry: Entry): Uint8Array {
  if (entry.flags & ENCRYPTED) throw new DocumentRefusal('documentEncrypted');
  if (view.readUInt32LE(entry.offset) !== LOCAL) throw new DocumentRefusal('documentBroken');
  const start = entry.offset + 30 + view.readUInt16LE(entry.offset + 26) + view.readUInt16LE(entry.offset + 28);
  if (start + entry.packed > view.length) throw new DocumentRefusal('documentBroken');
  const packed = view.subarray(start, start + entry.packed);
  if (entry.method === 0) return packed;
  if (entry.method !== 8) throw new DocumentRefusal('documentBroken');
  // The size in the directory may lie: the unpacker itself stops at the limit.
  const most = Math.min(limits.zipEntryBytes, Math.max(100_000, entry.packed * limits.zipRatio));
  try {
    return inflateRawSync(packed, { maxOutputLength: most });
  } catch (error) {
    const tooLarge = error instanceof RangeError && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE';
    throw new DocumentRefusal(tooLarge ? 'documentHostile' : 'documentBroken', { cause: error });
  }
}
