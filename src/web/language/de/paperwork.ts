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
  reports: {
    title: 'Berichte',
    lead: 'Geschrieben aus den Daten von heute, als Word-Datei auf dem Briefkopf der Stadt, als barrierefreies PDF und als HTML-Datei. Die Berichte sind deutsche Amtstexte.',
    kinds: {
      committee: {
        title: 'Ausschussbericht',
        lead: 'Plan gegen Prognose für Zeit, Ergebnis und Haushalt; zu gefährdeten Vorhaben Ursachen und was zu entscheiden ist.',
      },
      faction: {
        title: 'Kurzinformation für Fraktionen',
        lead: 'Auf einer Seite: Stand, Gefährdetes, nächste Termine, anstehende Entscheidungen und die eigenen Anträge.',
      },
      resolutions: {
        title: 'Beschlüsse und Zusagen',
        lead: 'Je Beschluss eine Ampel mit ihrer Regel in Worten und höchstens drei Sätze; dazu alle Zusagen.',
      },
      openMotions: {
        title: 'Offene Anträge und Beschlüsse',
        lead: 'Zu jeder Sitzung eines Gremiums: was noch offen ist, von wem, wer zuständig ist, Stand, Frist und warum es dauert.',
      },
      year: {
        title: 'Jahresübersicht',
        lead: 'Was aus den Beschlüssen, Anträgen und Zusagen eines Jahres wurde.',
      },
      staff: {
        title: 'Personal je Vorhaben',
        lead: 'Welche Rolle arbeitet wann mit wie viel Aufwand an welchem Vorhaben, Partner eingeschlossen.',
      },
    },
    roadmap: 'PDF (A3)',
    options: {
      body: { label: 'Gremium', all: 'alle Gremien' },
      faction: { label: 'Fraktion', all: 'keine' },
      year: { label: 'Jahr', all: 'ohne Einschränkung' },
    },
    formats: {
      pdf: 'PDF-Datei',
      docx: 'Word-Datei',
      html: 'HTML-Datei',
      csv: 'Tabelle (CSV)',
      xlsx: 'Tabelle (Excel)',
    },
  },
};
