import type { Text } from '../../agenda/index.ts';

/** Why a document could not be read. */
export type DocumentRefusalCode =
  | 'documentTooLarge'
  | 'documentUnknown'
  | 'documentBroken'
  | 'documentEncrypted'
  | 'documentWithoutText'
  | 'documentHostile'
  | 'documentTooSlow';

const TEXTS: Record<DocumentRefusalCode, Text> = {
  documentTooLarge: {
    de: 'Die Datei ist zu groß (höchstens 10 MB). Bitte den Text kopieren und einfügen.',
    en: 'The file is too large (at most 10 MB). Please copy the text and paste it.',
  },
  documentUnknown: {
    de: 'Das ist weder eine Word-Datei (DOCX) noch ein PDF. Bitte den Text kopieren und einfügen.',
    en: 'This is neither a Word file (DOCX) nor a PDF. Please copy the text and paste it.',
  },
  documentBroken: {
    de: 'Die Datei ist beschädigt und lässt sich nicht lesen. Bitte neu speichern oder den Text einfügen.',
    en: 'The file is damaged and cannot be read. Please save it anew or paste the text.',
  },
  documentEncrypted: {
    de: 'Die Datei ist mit einem Kennwort geschützt. Bitte ohne Kennwort speichern oder den Text einfügen.',
    en: 'The file is protected by a password. Please save it without one or paste the text.',
  },
  documentWithoutText: {
    de: 'Die Datei enthält keinen Text, nur Bilder (zum Beispiel ein Scan). Bitte den Text abtippen oder eine Datei mit Text verwenden.',
    en: 'The file holds no text, only images (for example a scan). Please type the text or use a file with text.',
  },
  documentHostile: {
    de: 'Die Datei ist so gebaut, dass sie beim Lesen unmäßig wächst oder Fremdes nachlädt; sie wird nicht gelesen. Bitte den Text einfügen.',
    en: 'The file is built to grow beyond measure or to load foreign content; it is not read. Please paste the text.',
  },
  documentTooSlow: {
    de: 'Das Lesen der Datei dauert zu lange und wurde beendet. Bitte den Text einfügen.',
    en: 'Reading the file takes too long and was stopped. Please paste the text.',
  },
};

/** A document from outside that is not read, with the reason and the way out. */
export class DocumentRefusal extends Error {
  readonly code: DocumentRefusalCode;
  readonly text: Text;

  constructor(code: DocumentRefusalCode, options?: ErrorOptions) {
    super(TEXTS[code].de, options);
    this.name = 'DocumentRefusal';
    this.code = code;
    this.text = TEXTS[code];
  }
}
