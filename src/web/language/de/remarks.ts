/** Comments on a statement, and what happens to text that is being written. */
export const remarks = {
  remarks: {
    short: (number: number): string => `A${number}`,
    number: (number: number): string => `Anmerkung ${number}`,
    place: 'Stelle',
    wholeBlock: 'der ganze Abschnitt',
    onMarked: 'Markierte Stelle anmerken',
    on: 'zu',
    wordsGone: 'steht so nicht mehr im Text',
    reply: 'Antworten',
    answer: 'Antwort',
    sendAnswer: 'Antwort speichern',
    settledBy: (name: string): string => `erledigt von ${name}`,
    unsaved: 'nicht gespeichert',
    goOn: 'Weiterschreiben',
    restored: 'Hier steht wieder, was noch nicht gespeichert war.',
    merged:
      'Inzwischen hat jemand anderes diesen Abschnitt geändert. Beides steht jetzt im Text; bitte ansehen und speichern.',
    conflict: 'Inzwischen hat jemand anderes diesen Abschnitt an derselben Stelle geändert.',
    conflictAdvice: 'So ist er gespeichert; Ihr Text steht unten im Editor. Welcher soll gelten?',
    takeMine: 'Mit meinem Text weiterschreiben',
    takeStored: 'Den gespeicherten Text nehmen',
    throwAway: 'Was Sie geschrieben haben, ist nicht gespeichert. Verwerfen?',
    renewed:
      'Inzwischen hat jemand anderes die Stellungnahme geändert. Hier steht jetzt der neue Stand; bitte den Schritt wiederholen.',
  },
};
