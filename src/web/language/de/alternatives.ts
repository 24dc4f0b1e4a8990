/** Ways to do what a paper asks, side by side, and what has changed since the answer before. */
export const alternatives = {
  alternatives: {
    title: 'Alternativen im Vergleich',
    lead: 'Wie beantragt, später, kleiner, mit einem Partner, mit mehr Stellen: jede Zeile ist gerechnet. „Kleiner“ und „mehr Stellen“ brauchen Ihre Wahl.',
    compute: 'Alternativen berechnen',
    smaller: 'Kleiner',
    smallerNote: 'Was weggelassen wird, entscheidet ein Mensch; ohne Wahl gibt es diese Zeile nicht.',
    leaveOut: 'ohne',
    effortPercent: 'Aufwand und Kosten, % des Beantragten',
    percentWrong: 'Bitte eine Zahl von 10 bis 100 eingeben.',
    posts: 'Mit mehr Stellen',
    team: 'Team',
    number: 'Stellen (VZÄ)',
    from: 'ab Tag',
    way: 'Weg',
    kinds: {
      asked: 'wie beantragt',
      later: 'später, ohne dass eine Zusage leidet',
      smaller: 'kleiner',
      partner: (mode: string): string => `mit anderem Umsetzungsweg: ${mode}`,
      posts: 'mit mehr Stellen',
    },
    finish: 'Ende',
    whatSlips: 'Was rutscht',
    nothing: 'nichts',
    movesOnly: (count: number): string =>
      count === 1 ? 'keine Zusage; 1 Vorhaben endet später' : `keine Zusage; ${count} Vorhaben enden später`,
    slips: (named: string, more: number, statutory: number): string =>
      [
        `Wochen nach der Frist: ${named}`,
        ...(more > 0 ? [`und ${more} weitere`] : []),
        ...(statutory > 0 ? [`(davon ${statutory} nach einer gesetzlichen Frist)`] : []),
      ].join(' '),
    effort: 'Personentage',
    costs: 'Kosten, T€',
    extra: 'Zusätzlich nötig',
    postsFrom: (fte: string, team: string, from: string): string => `${fte} VZÄ ${team} ab ${from}`,
    insteadOfSlips: (needs: string): string => `damit nichts rutscht: ${needs}`,
    notInHorizon: 'nicht im Planungszeitraum',
    cards: {
      date: (asked: boolean, quality: string): string =>
        asked
          ? `Beginn zum gewünschten Tag, andere Vorhaben geben nach, Pflichten zuletzt (${quality})`
          : `frühestes Ende, bei dem jede Zusage des Plans gehalten wird, für diesen Weg gerechnet (${quality})`,
      effort: (mode: string, parts: string): string =>
        `Summe der Phasen im Umsetzungsweg „${mode}“, Personentage: ${parts}`,
      costs: (mode: string, parts: string): string => `Summe der Phasen im Umsetzungsweg „${mode}“, T€: ${parts}`,
      slips: (each: string): string => `Wochen nach der Frist oder Zusage, je Vorhaben: ${each}`,
      moves: 'Diese Vorhaben enden später als geplant, ohne dass eine Zusage verfehlt wird.',
      posts: 'Stellen, die für diesen Weg angenommen sind; sie sind nicht bewilligt.',
      extra: 'was zusammen mit dem genehmigten Plan fehlt, wenn nichts verschoben wird',
    },
    basis: 'Grundlage',
    chosen: 'gewählt',
    choose: 'Als Grundlage wählen',
    rule: 'Später, kleiner, anderer Umsetzungsweg und mehr Stellen: frühestes Ende, bei dem jede Zusage des Plans gehalten wird. Wie beantragt: Beginn zum gewünschten Tag, Pflichten zuletzt verschoben. Auf der gewählten Grundlage werden Antwort und Stellungnahme neu gerechnet; sie nennen die Wahl.',
  },
  answerDifference: {
    title: 'Was sich seit der vorigen Antwort geändert hat',
    since: (before: string, after: string): string => `Antwort vom ${after}, verglichen mit der vom ${before}.`,
    none: 'Die neue Rechnung sagt dasselbe.',
    what: 'Worum es geht',
    before: 'Zuvor',
    after: 'Neu',
    by: 'Unterschied',
    gone: 'Bindet nicht mehr',
    fresh: 'Bindet jetzt',
    peers: 'Vergleichsstädte',
  },
};
