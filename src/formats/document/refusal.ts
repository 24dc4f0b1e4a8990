import type { Text } from '../../agenda/index.ts';

/** Why a document could not be read. */
export type DocumentRefusalCode =
  | 'documentTooLarge'
  | 'documentUnknown'
  | 'documentOld'
  | 'documentBroken'
  | 'documentEncrypted'
  | 'documentWithoutText'
  | 'documentHostile'
  | 'documentTooSlow'
  | 'templateUnknown'
  | 'templateTooLarge'
  | 'templateMacros'
  | 'templateEmbedded'
  | 'templateExternal'
  | 'templateMarks'
  | 'templateMarkPlace';

const TEXTS: Record<DocumentRefusalCode, Text> = {
  documentTooLarge: {
    de: 'Die Datei ist zu groß (höchstens 10 MB). Bitte den Text kopieren und einfügen.',
    en: 'The file is too large (at most 10 MB). Please copy the text and paste it.',
  },
  documentUnknown: {
    de: 'Das ist weder eine Word-Datei (DOCX) noch ein PDF. Bitte den Text kopieren und einfügen.',
    en: 'This is neither a Word file (DOCX) nor a PDF. Please copy the text and paste it.',
  },
  documentOld: {
    de: 'Das ist eine Datei im alten Word-Format (DOC). Bitte in Word als DOCX speichern oder den Text einfügen.',
    en: 'This is a file in the old Word format (DOC). Please save it as DOCX in Word or paste the text.',
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
  templateUnknown: {
    de: 'Die Vorlage ist keine Word-Datei (DOCX), wie Word sie speichert. Bitte in Word als „Word-Dokument (*.docx)“ speichern, nicht als „Strict Open XML“.',
    en: 'The template is no Word file (DOCX) as Word saves it. Please save it in Word as “Word Document (*.docx)”, not as “Strict Open XML”.',
  },
  templateTooLarge: {
    de: 'Die Vorlage ist zu groß (höchstens 4 MB). Bitte Bilder im Briefkopf verkleinern.',
    en: 'The template is too large (at most 4 MB). Please make the images of the letterhead smaller.',
  },
  templateMacros: {
    de: 'Die Vorlage enthält Makros. Bitte in Word als „Word-Dokument (*.docx)“ ohne Makros speichern.',
    en: 'The template holds macros. Please save it in Word as “Word Document (*.docx)” without macros.',
  },
  templateEmbedded: {
    de: 'In die Vorlage sind andere Dateien eingebettet (zum Beispiel eine Tabelle). Bitte entfernen oder als Bild einfügen.',
    en: 'Other files are embedded in the template (for example a sheet). Please remove them or insert them as an image.',
  },
  templateExternal: {
    de: 'Die Vorlage lädt beim Öffnen etwas von anderswo nach (verknüpftes Bild oder Feld). Bitte Bilder einbetten und solche Felder entfernen.',
    en: 'The template fetches something from elsewhere when it is opened (linked image or field). Please embed images and remove such fields.',
  },
  templateMarks: {
    de: 'Die Marke {{Inhalt}} steht mehrmals in der Vorlage. Bitte nur einmal setzen.',
    en: 'The mark {{Inhalt}} stands in the template more than once. Please set it only once.',
  },
  templateMarkPlace: {
    de: 'Die Marke {{Inhalt}} muss allein in einem Absatz des Textes stehen, nicht in einer Tabelle oder neben anderen Worten.',
    en: 'The mark {{Inhalt}} has to stand alone in a paragraph of the text, not in a table or beside other words.',
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
