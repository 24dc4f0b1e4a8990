/** Letterhead and reports. */
export const paperwork = {
  letterhead: {
    title: 'Briefkopf',
    lead: 'Word-Dateien der Stadt entstehen auf diesem Briefkopf: Kopf- und Fußzeile, Seite und Formatvorlagen bleiben, der Text steht an der Stelle der Marke {{Inhalt}}; fehlt sie, ersetzt er den Text der Vorlage.',
    none: 'Noch kein Briefkopf: Word-Dateien haben das einfache Aussehen.',
    present: (name: string): string => `In Gebrauch: ${name}`,
    choose: 'Word-Datei wählen (DOCX)',
    replace: 'Andere Word-Datei wählen',
    download: 'Briefkopf herunterladen',
    remove: 'Ohne Briefkopf schreiben',
  },
};
