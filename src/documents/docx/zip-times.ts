/**
 * Sets the time of every entry of a ZIP file to 1980-01-01, the first that the format knows, so that equal content
 * gives equal bytes (PKWARE APPNOTE 6.3.10, sections 4.3.7, 4.3.12, 4.3.16).
 */

const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const END_SIZE = 22;
/** Hours, minutes and seconds 0; day 1, month 1, year 1980. */
const TIME = 0;
const DATE = (1 << 5) | 1;

function endOfDirectory(view: DataView): number {
  for (let at = view.byteLength - END_SIZE; at >= 0; at--) {
    if (view.getUint32(at, true) === END_OF_DIRECTORY) return at;
  }
  throw new Error('Keine ZIP-Datei: das Ende des Verzeichnisses fehlt.');
}

/** Changes `bytes` in place and returns them. */
export function withoutZipTimes(bytes: Uint8Array): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endOfDirectory(view);
  const entries = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  for (let entry = 0; entry < entries; entry++) {
    if (view.getUint32(at, true) !== DIRECTORY_ENTRY) throw new Error('ZIP-Verzeichnis beschädigt.');
    const local = view.getUint32(at + 42, true);
    view.setUint16(at + 12, TIME, true);
    view.setUint16(at + 14, DATE, true);
    view.setUint16(local + 10, TIME, true);
    view.setUint16(local + 12, DATE, true);
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return bytes;
}
