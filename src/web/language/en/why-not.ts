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
    notProven: 'Not proven: no plan was found that meets the deadline; one may exist.',
    facts: {
      teamCapacity: (names: string) => `capacity of ${names}`,
      budget: (names: string) => `money: ${names}`,
      fixedStart: (names: string) => `fixed start: ${names}`,
      earliestStart: (names: string) => `earliest start or prerequisite: ${names}`,
      dependency: (names: string) => `waits for other projects: ${names}`,
      deadlines: (names: string) => `promises to ${names}`,
    },
    proof: {
      windows: 'Proven from dates and lengths alone.',
      prices: 'Proven: capacity and money together are not enough; an independent check accepted the certificate.',
      search: 'Proven by complete search; an independent check accepted the proof.',
    },
    notSmallest: 'One of the facts may be dispensable.',
    ways: 'Ways out; each of them is enough while everything else of the plan stays as it is:',
    later: (date: string, weeks: string) => `Move the deadline to ${date} (${weeks} weeks later).`,
    withdraw: (project: string) => `Withdraw ${project}.`,
    days: (team: string, days: string) => `${team} ${days} person-days`,
    money: (line: string, thousands: string) => `${line} €${thousands}k`,
    add: (parts: string) => `Add: ${parts}.`,
    room: 'Start as late as possible without a break: there is capacity for that.',
  },
};
