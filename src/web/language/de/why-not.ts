/** Why a missed deadline cannot be met, and ways out. */
export const whyNot = {
  whyNot: {
    title: 'Warum geht es nicht?',
    ask: 'Gründe suchen',
    notMissed: 'Im Plan, auf dem dies beruht, ist keine Frist versäumt.',
    deadline: (date: string) => `Frist ${date}`,
    together: 'Zusammen widersprechen der Frist, wenn die anderen ihre Zusagen halten:',
    byItself:
      'Die Frist liegt vor dem frühesten Ende, das die Dauer der Phasen zulässt, auch bei unbegrenzter Kapazität.',
    notProven:
      'Nicht bewiesen: Es wurde kein Plan gefunden, der die Frist hält; einen zu finden ist nicht ausgeschlossen.',
    facts: {
      teamCapacity: (names: string) => `Kapazität von ${names}`,
      budget: (names: string) => `Mittel: ${names}`,
      fixedStart: (names: string) => `fester Beginn: ${names}`,
      earliestStart: (names: string) => `frühester Beginn oder Voraussetzung: ${names}`,
      dependency: (names: string) => `wartet auf andere Projekte: ${names}`,
      deadlines: (names: string) => `Zusagen an ${names}`,
    },
    proof: {
      windows: 'Bewiesen allein aus Terminen und Dauern.',
      prices:
        'Bewiesen: Kapazität und Geld reichen zusammen nicht; ein unabhängiger Rechenweg hat das Zertifikat geprüft.',
      search: 'Bewiesen durch vollständige Suche; ein unabhängiger Rechenweg hat den Beweis geprüft.',
    },
    notSmallest: 'Vielleicht ist einer der Gründe entbehrlich.',
    ways: 'Auswege; jeder für sich genügt, während alles andere im Plan bleibt, wie es ist:',
    later: (date: string, weeks: string) => `Frist auf den ${date} legen (${weeks} Wochen später).`,
    withdraw: (project: string) => `${project} zurückziehen.`,
    days: (team: string, days: string) => `${team} ${days} Personentage`,
    money: (line: string, thousands: string) => `${line} ${thousands} T€`,
    add: (parts: string) => `Zusätzlich bereitstellen: ${parts}.`,
    room: 'Ohne Unterbrechung so spät wie möglich beginnen: Dafür reicht die Kapazität.',
  },
};
