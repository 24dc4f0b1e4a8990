/** Comments on records, following them, and the news that come of it. */
export const discussion = {
  discussion: {
    title: 'Kommentare',
    none: 'Noch kein Kommentar.',
    label: 'Kommentar',
    hint: 'Mit „Erwähnen“ geben Sie jemandem Bescheid.',
    send: 'Kommentieren',
    mention: 'Erwähnen',
    nobody: 'niemanden',
    mentioned: 'erwähnt werden',
    delete: 'Löschen',
    deleteNamed: (by: string) => `Kommentar von ${by} löschen`,
    deleted: 'Der Kommentar ist gelöscht.',
    watch: 'Beobachten',
    unwatch: 'Nicht mehr beobachten',
    watching: 'Sie bekommen Bescheid, wenn jemand hier etwas ändert oder schreibt.',
    watchers: (count: number) => (count === 1 ? '1 Person beobachtet das' : `${count} Personen beobachten das`),
  },
  since: {
    title: 'Seit Ihrem letzten Besuch',
    nothing: 'Andere haben seitdem nichts geändert.',
    what: {
      insert: (by: string, changes: number) =>
        changes > 1 ? `angelegt und geändert, zuletzt von ${by}` : `angelegt von ${by}`,
      update: (by: string, changes: number) =>
        changes > 1 ? `${changes} Mal geändert, zuletzt von ${by}` : `geändert von ${by}`,
      delete: (by: string, _changes: number) => `gelöscht von ${by}`,
    },
  },
  notifications: {
    title: 'Mitteilungen',
    bell: (unread: number) => (unread === 0 ? 'Mitteilungen' : `Mitteilungen, ${unread} ungelesen`),
    lead: 'Was andere dort getan haben, wo Sie erwähnt sind oder beobachten.',
    none: 'Noch keine Mitteilung.',
    noneAdvice:
      'Beobachten Sie ein Projekt, eine Pflicht, ein Ratspapier oder einen Bedarf: Dann steht hier, was andere daran ändern.',
    what: {
      mention: (by: string) => `${by} hat Sie erwähnt`,
      comment: (by: string) => `${by} hat kommentiert`,
      change: (by: string) => `${by} hat etwas geändert`,
    },
    gone: (id: string) => `${id} (gelöscht)`,
    subject: 'Worum es geht',
    event: 'Was geschehen ist',
    when: 'Wann',
    state: 'Stand',
    unread: 'ungelesen',
    read: 'gelesen',
    readAll: 'Alle als gelesen kennzeichnen',
    digest: 'Einmal am Tag eine E-Mail mit dem, was neu und ungelesen ist',
    noMail: 'E-Mails sind nicht möglich: Der Server hat keinen Mailserver, oder Sie sind ohne Konto angemeldet.',
  },
};
