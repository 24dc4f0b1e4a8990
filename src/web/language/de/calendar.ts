/** A month of the council desk. */
export const calendar = {
  calendar: {
    title: 'Kalender',
    monthView: 'Monatsansicht',
    weekdays: ['Montag', 'Dienstag', 'Mittwoch', 'Donnerstag', 'Freitag', 'Samstag', 'Sonntag'],
    weekdaysShort: ['Mo', 'Di', 'Mi', 'Do', 'Fr', 'Sa', 'So'],
    week: 'Woche',
    today: 'heute',
    thisMonth: 'Zum heutigen Tag',
    before: (month: string) => `Vorheriger Monat: ${month}`,
    after: (month: string) => `Nächster Monat: ${month}`,
    shown: 'Einträge',
    all: 'Alle',
    own: 'Die meines Amtes',
    kinds: {
      owed: 'Frist',
      passes: 'läuft ab',
      consultation: 'Termin',
      meeting: 'Sitzung',
      promise: 'Zusage',
      resolution: 'Beschluss',
    },
    late: 'überfällig',
    task: (kind: string) => `Aufgabe: ${kind}`,
    none: 'In diesem Monat steht nichts an.',
    noneOwn: 'Für Ihr Amt steht in diesem Monat nichts an.',
  },
};
