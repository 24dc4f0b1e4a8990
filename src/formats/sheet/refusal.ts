import type { Text } from '../../agenda/index.ts';

/** Why a table could not be read. */
export type SheetRefusalCode =
  | 'sheetTooLarge'
  | 'sheetUnknown'
  | 'sheetBroken'
  | 'sheetEncrypted'
  | 'sheetHostile'
  | 'sheetTooSlow'
  | 'sheetEmpty'
  | 'sheetTooLong';

const TEXTS: Record<SheetRefusalCode, Text> = {
  sheetTooLarge: {
    de: 'Die Datei ist zu groß (höchstens 10 MB). Bitte Bilder und Blätter entfernen, die nicht gebraucht werden.',
    en: 'The file is too large (at most 10 MB). Please remove images and sheets that are not needed.',
  },
  sheetUnknown: {
    de: 'Das ist weder eine Excel-Datei (XLSX) noch CSV. Eine alte XLS-Datei bitte in Excel als XLSX speichern.',
    en: 'This is neither an Excel file (XLSX) nor CSV. Please save an old XLS file as XLSX in Excel.',
  },
  sheetBroken: {
    de: 'Die Datei ist beschädigt und lässt sich nicht lesen. Bitte neu speichern.',
    en: 'The file is damaged and cannot be read. Please save it anew.',
  },
  sheetEncrypted: {
    de: 'Die Datei ist mit einem Kennwort geschützt oder eine alte XLS-Datei. Bitte ohne Kennwort als XLSX speichern.',
    en: 'The file is protected by a password or is an old XLS file. Please save it without one as XLSX.',
  },
  sheetHostile: {
    de: 'Die Datei ist so gebaut, dass sie beim Lesen unmäßig wächst; sie wird nicht gelesen. Bitte als CSV speichern.',
    en: 'The file is built to grow beyond measure; it is not read. Please save it as CSV.',
  },
  sheetTooSlow: {
    de: 'Das Lesen der Datei dauert zu lange und wurde beendet. Bitte als CSV speichern.',
    en: 'Reading the file takes too long and was stopped. Please save it as CSV.',
  },
  sheetEmpty: {
    de: 'In der Datei steht keine Tabelle. Erwartet werden eine Zeile mit Überschriften und darunter je Projekt eine Zeile.',
    en: 'The file holds no table. Expected are a line with headings and below it one line per project.',
  },
  sheetTooLong: {
    de: 'Die Tabelle ist zu groß (höchstens 5.000 Zeilen und 200 Spalten). Bitte aufteilen.',
    en: 'The table is too large (at most 5,000 lines and 200 columns). Please divide it.',
  },
};

/** A table from outside that is not read, with the reason and the way out. */
export class SheetRefusal extends Error {
  readonly code: SheetRefusalCode;
  readonly text: Text;

  constructor(code: SheetRefusalCode, options?: ErrorOptions) {
    super(TEXTS[code].de, options);
    this.name = 'SheetRefusal';
    this.code = code;
    this.text = TEXTS[code];
  }
}
