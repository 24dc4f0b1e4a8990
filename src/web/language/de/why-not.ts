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
    possible: (project: string, date: string) =>
      `Es geht: Ein anderer Plan hält diese Frist und alle Zusagen, die der jetzige hält. ${project} endet darin am ${date}. Planen Sie die Agenda neu.`,
    open: 'Offen: In der vorgesehenen Rechenzeit wurde weder ein Plan gefunden, der die Frist hält, noch bewiesen, dass es keinen gibt.',
    facts: {
      teamCapacity: (names: string) => `Kapazität von ${names}`,
      budget: (names: string) => `Mittel: ${names}`,
      commitments: (names: string) => `Verpflichtungsermächtigung: ${names}`,
      start: (names: string) => `fester oder frühester Beginn, auch durch Voraussetzungen: ${names}`,
      dependency: (names: string) => `wartet auf andere Projekte: ${names}`,
      deadlines: (names: string) => `Zusagen an ${names}`,
    },
    proof: {
      windows: 'Bewiesen allein aus Terminen und Dauern.',
      prices:
        'Bewiesen: Kapazität und Geld reichen zusammen nicht; ein unabhängiger Rechenweg hat das Zertifikat geprüft.',
      search: 'Bewiesen durch vollständige Suche; ein unabhängiger Rechenweg hat den Beweis geprüft.',
    },
    shortDays: (team: string, from: string, until: string, needed: string, available: string, projects: string) =>
      `${team} ist voll: Vom ${from} bis zum ${until} brauchen ${projects} mindestens ${needed} Personentage, da sind ${available}.`,
    shortMoney: (line: string, until: string, needed: string, available: string, projects: string) =>
      `${line}: Bis zum ${until} brauchen ${projects} mindestens ${needed} T€, da sind ${available} T€.`,
    verified: 'Jeder Grund wurde einzeln weggelassen: Die übrigen widersprechen der Frist dann nicht mehr.',
    notVerified: 'Nicht jeder Grund konnte einzeln geprüft werden; vielleicht ist einer entbehrlich.',
    ways: 'Auswege; jeder für sich genügt, während alles andere im Plan bleibt, wie es ist:',
    later: (date: string, weeks: string) => `Frist auf den ${date} legen (${weeks} Wochen später).`,
    withdraw: (project: string) => `${project} zurückziehen.`,
    days: (team: string, days: string) => `${team} ${days} Personentage`,
    money: (line: string, thousands: string) => `${line} ${thousands} T€`,
    authorisation: (line: string, thousands: string) => `Verpflichtungsermächtigung ${line} ${thousands} T€`,
    add: (parts: string) => `Zusätzlich bereitstellen: ${parts}.`,
    room: 'Ohne Unterbrechung so spät wie möglich beginnen: Dafür reicht die Kapazität.',
  },
};
