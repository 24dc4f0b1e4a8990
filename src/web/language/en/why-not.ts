import type { whyNot as german } from '../de/why-not.ts';

export const whyNot: typeof german = {
  whyNot: {
    title: 'Why is this impossible?',
    ask: 'Look for reasons',
    notMissed: 'The plan that this rests on misses no deadline.',
    deadline: (date: string) => `Deadline ${date}`,
    together: 'Together these contradict the deadline while the others keep their promises:',
    byItself:
      'The deadline lies before the earliest end that the length of the phases allows, even with unlimited capacity.',
    possible: (project: string, date: string) =>
      `It is possible: another plan meets this deadline and every promise that the present one keeps. ${project} ends in it on ${date}. Plan the agenda anew.`,
    open: 'Open: within the time allowed neither a plan was found that meets the deadline, nor a proof that there is none.',
    facts: {
      teamCapacity: (names: string) => `capacity of ${names}`,
      budget: (names: string) => `money: ${names}`,
      commitments: (names: string) => `commitment authorisation: ${names}`,
      start: (names: string) => `fixed or earliest start, also by prerequisites: ${names}`,
      dependency: (names: string) => `waits for other projects: ${names}`,
      deadlines: (names: string) => `promises to ${names}`,
    },
    proof: {
      windows: 'Proven from dates and lengths alone.',
      prices: 'Proven: capacity and money together are not enough; an independent check accepted the certificate.',
      search: 'Proven by complete search; an independent check accepted the proof.',
    },
    shortDays: (team: string, from: string, until: string, needed: string, available: string, projects: string) =>
      `${team} is full: from ${from} to ${until} at least ${needed} person-days are needed for ${projects}; there are ${available}.`,
    shortMoney: (line: string, until: string, needed: string, available: string, projects: string) =>
      `${line}: by ${until} at least ${needed} T€ are needed for ${projects}; there are ${available} T€.`,
    verified: 'Each fact was left out once: without it the others no longer contradict the deadline.',
    notVerified: 'Not every fact could be checked by leaving it out; one may be dispensable.',
    ways: 'Ways out; each of them is enough while everything else of the plan stays as it is:',
    later: (date: string, weeks: string) => `Move the deadline to ${date} (${weeks} weeks later).`,
    withdraw: (project: string) => `Withdraw ${project}.`,
    days: (team: string, days: string) => `${team} ${days} person-days`,
    money: (line: string, thousands: string) => `${line} €${thousands}k`,
    authorisation: (line: string, thousands: string) => `commitment authorisation ${line} €${thousands}k`,
    add: (parts: string) => `Add: ${parts}.`,
    room: 'Start as late as possible without a break: there is capacity for that.',
  },
};
