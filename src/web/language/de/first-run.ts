/** Beginning with the own city, and the way to the first plan. */
export const firstRun = {
  ownCity: {
    title: 'Mit der eigenen Stadt beginnen',
    lead: 'Das Beispiel Chemnitz bleibt daneben erhalten. Ihre Stadt bekommt einen eigenen, getrennten Bestand.',
    invite: 'Sie sehen die Beispielstadt. Wenn Sie so weit sind, legen Sie Ihre eigene Stadt an.',
    how: 'Womit möchten Sie beginnen?',
    ways: {
      empty: 'Mit einer leeren Agenda: Sie geben alles selbst ein',
      list: 'Mit der Projektliste, die Sie schon haben (Excel oder CSV)',
      file: 'Mit einer Agenda-Datei (agenda.json), zum Beispiel aus einer anderen Installation',
      example: 'Noch gar nicht: erst das Beispiel ansehen',
    },
    listNote: 'Zuerst legen Sie die Stadt an; gleich danach wählen Sie die Liste aus.',
    city: 'Die Stadt',
    name: 'Name der Stadt',
    nameHint: 'So, wie er auf Dokumenten steht, zum Beispiel „Stadt Musterstadt“.',
    agsKey: 'Gemeindeschlüssel (AGS)',
    agsKeyHint: 'Acht Ziffern, zum Beispiel 14511000. Er ist zugleich die Kennung der Stadt im Programm.',
    firstYear: 'Erstes Planungsjahr',
    firstYearHint: 'Geplant wird ab dem ersten Montag dieses Jahres.',
    budgetRhythm: 'Haushalt',
    rhythms: { annual: 'jährlich', biennial: 'Doppelhaushalt, der mit dem ersten Planungsjahr beginnt' },
    begin: 'Stadt anlegen',
    beginWithList: 'Stadt anlegen und Liste auswählen',
    beginning: 'Die Stadt wird angelegt …',
    toExample: 'Zum Beispiel',
    chooseFile: 'Agenda-Datei wählen',
    checking: 'Die Datei wird geprüft …',
    noJson: 'Die Datei enthält kein gültiges JSON. Bitte wählen Sie eine Agenda-Datei aus.',
    sound: (name: string, projects: number, teams: number, duties: number) =>
      `Die Datei ist fehlerfrei. Sie enthält die Agenda von ${name}: Projekte ${projects}, Teams ${teams}, Pflichten ${duties}.`,
    faults: (count: number) => (count === 1 ? 'Die Datei hat einen Fehler' : `Die Datei hat ${count} Fehler`),
    faultsAdvice:
      'Es wurde nichts gespeichert. Berichtigen Sie die Datei und wählen Sie sie noch einmal. Dieselbe Prüfung gibt es im Terminal: fahrplan check agenda.json',
    place: 'Stelle',
    message: 'Was nicht stimmt',
    whole: 'ganze Datei',
    moreFaults: (count: number) => `und ${count} weitere`,
    backup:
      'Nichts geht verloren. Eine Sicherung aller Städte schreibt der Befehl „fahrplan backup“; das Beispiel erreichen Sie später mit „fahrplan sign-in-link --city chemnitz“. Konten, die in der Beispielstadt angelegt wurden, gelten nur dort.',
    notHere:
      'Die eigene Stadt ist schon angelegt, oder Sie arbeiten bereits in ihr. Weitere Agenden übernimmt, wer das Programm betreibt.',
  },
  firstSteps: {
    title: 'Fünf Schritte zum ersten Plan',
    progress: (done: number, all: number) => `${done} von ${all} erledigt`,
    done: 'erledigt',
    next: 'als Nächstes',
    open: 'offen',
    steps: {
      capacity: 'Ämter und Teams mit ihrer Kapazität eintragen',
      budget: 'Haushaltsmittel eintragen',
      projects: 'Projekte mit Phasen und Aufwand eintragen oder als Liste übernehmen',
      conditions: 'Pflichten und Voraussetzungen eintragen',
      plan: 'Neu planen lassen und den Plan ansehen',
    },
    counts: {
      capacity: (count: number) => (count === 1 ? '1 Team' : `${count} Teams`),
      budget: (count: number) => (count === 1 ? '1 Haushaltsansatz' : `${count} Haushaltsansätze`),
      projects: (count: number) => (count === 1 ? '1 Projekt mit Phasen' : `${count} Projekte mit Phasen`),
      conditions: (count: number) => (count === 1 ? '1 Eintrag' : `${count} Einträge`),
      plan: (count: number) => (count === 1 ? '1 Phase mit Termin' : `${count} Phasen mit Termin`),
    },
  },
  nextStep: {
    toProjects: 'Zu den Projekten',
    roadmap:
      'Der Zeitplan zeigt Projekte mit ihren Phasen. Legen Sie das erste an, oder übernehmen Sie Ihre Projektliste.',
    areas: 'Hier steht der Fortschritt je Handlungsfeld, sobald es Projekte gibt.',
    duties: 'Tragen Sie zuerst die Vorschriften ein, die für Ihre Stadt eine Frist setzen.',
    strategies: 'Tragen Sie die Strategien ein, die Ihre Stadt binden, mit ihren Zielen.',
    coverage:
      'Die Abdeckung zeigt, welches Projekt welcher Pflicht dient. Beginnen Sie mit einer Pflicht oder Strategie.',
    papers: 'Nehmen Sie das erste Papier auf: Text einfügen oder als Word- oder PDF-Datei wählen.',
    load: 'Legen Sie zuerst das Amt an, dann das Team mit seiner Kapazität, dann die Haushaltsmittel.',
    ranking: 'Die Rangfolge entsteht aus den Projekten. Legen Sie das erste an, oder übernehmen Sie Ihre Projektliste.',
    offices: 'Noch ist kein Amt erfasst.',
    officesAdvice:
      'Legen Sie die Ämter an, mit deren Leitungen Sie sprechen; was aus ihren Wünschen wird, steht dann hier.',
    talks:
      'Führen Sie das erste Gespräch mit einer Amtsleitung nach dem Leitfaden und halten Sie es mit „Neues Gespräch“ fest.',
    toPartners: 'Zu den Partnern',
    toTalks: 'Zu den Gesprächen',
    onlyOnePlan: 'Ein zweiter Plan entsteht, wenn Sie neu planen, einen Plan genehmigen oder ein Szenario rechnen.',
    toPlans: 'Zu den Plänen',
  },
  terms: {
    title: 'Begriffe',
    lead: 'Was die Wörter auf den Seiten bedeuten. Ein „?“ hinter einem Wort zeigt dasselbe an Ort und Stelle.',
    what: (word: string) => `Was heißt „${word}“?`,
    nothing: 'Dazu gibt es keinen Begriff.',
  },
};
