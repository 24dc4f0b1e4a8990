/** What a plan may leave out, and projects that exclude each other. */
export const choice = {
  choice: {
    dropped: 'Nicht in diesem Plan',
    droppedLead: (count: number) =>
      count === 1 ? 'Ein Projekt entfällt in diesem Plan.' : `${count} Projekte entfallen in diesem Plan.`,
    why: 'Warum',
    state: 'Wahl',
    states: {
      entfaellt: 'entfällt',
      kann: 'kann entfallen',
      alternative: 'steht zur Wahl',
      fest: 'fest eingeplant',
    },
    formTitle: 'Muss das Projekt in jeden Plan?',
    loss: 'Kann entfallen: Gewicht des Verzichts',
    lossHint:
      '1 bis 100; leer: Das Projekt steht in jedem Plan. Wo es eng wird, entfällt zuerst, was wenig wiegt. Pflichten und Voraussetzungen können nicht entfallen.',
    latestFinish: 'Nur sinnvoll bis',
    latestFinishHint: 'Leer: bis zum Ende des letzten Haushaltsjahres, für das Mittel eingetragen sind.',
    grounds: 'Wer hat bestimmt, dass es entfallen darf?',
    groundsHint:
      'Nötig, wenn das Projekt beschlossen oder auf einen Tag zugesagt ist, zum Beispiel „BA-012/2020, Nummer 3“.',
  },
  exclusive: {
    title: 'Alternativen',
    lead: 'Projekte, die sich ausschließen: Der Plan nimmt genau eines davon, oder höchstens eines. Ist eines begonnen, festgelegt oder fertig, ist die Wahl gefallen.',
    add: 'Neue Alternative',
    none: 'Es sind noch keine Alternativen erfasst.',
    noneAdvice: 'Legen Sie eine an, wenn von zwei oder mehr Projekten nur eines umgesetzt werden soll.',
    name: 'Worum es geht',
    choice: 'Regel',
    choices: { exactlyOne: 'genau eines', atMostOne: 'höchstens eines' },
    projects: 'Zur Wahl stehen',
    planned: 'im Plan',
    notPlanned: 'nicht im Plan',
    what: 'Welche Projekte schließen sich aus?',
  },
};
