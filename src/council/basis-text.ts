import type { Text } from '../agenda/index.ts';
import type { Sentence } from './assessment.ts';
import type { Context } from './context.ts';
import { type Figure, figure } from './evidence.ts';
import { date, number } from './figures.ts';
import { list } from './grammar.ts';

/** What a person has chosen in place of the project as it is asked for, as a sentence; nothing without a choice. */
export function chosenBasis({ agenda, paper, asked, ledger }: Context): Sentence[] {
  const { basis } = paper;
  if (basis === undefined || asked === null) return [];
  const { kind, mode, choice } = basis;
  const { de, en } = ledger;
  const chosen = (key: string, value: Text): Figure =>
    figure({
      key: `basis:${key}`,
      value,
      derivation: {
        de: `als Grundlage gewählt von ${basis.by} am ${date(basis.on).de}`,
        en: `chosen as the basis by ${basis.by} on ${date(basis.on).en}`,
      },
      refs: [{ kind: 'paper', id: paper.id, field: 'basis' }],
      provenance: 'entered',
      illustrative: false,
    });
  switch (kind) {
    case 'smaller': {
      const names = asked.phases.filter((phase) => choice.without.includes(phase.id)).map((one) => `„${one.name}“`);
      const percent = `${choice.effortPercent}\u00a0%`;
      const part = chosen('part', { de: percent, en: percent });
      const without = { de: `ohne ${list(names)}`, en: `without ${list(names, 'en')}` };
      const most = choice.effortPercent < 100;
      const what: Sentence[] = [
        ...(names.length > 0 ? [{ de: de`${without.de}`, en: en`${without.en}` }] : []),
        ...(most
          ? [{ de: de`mit ${part} des Aufwands und der Kosten`, en: en`with ${part} of effort and costs` }]
          : []),
      ];
      const [first = { de: [], en: [] }, second] = what;
      const both = second ? { de: de`${first} und ${second}`, en: en`${first} and ${second}` } : first;
      return [
        {
          de: de`Zugrunde liegt eine kleinere Fassung des Vorhabens: ${both}.`,
          en: en`It rests on a smaller version of the project: ${both}.`,
        },
      ];
    }
    case 'partner': {
      const name = asked.modes.find((one) => one.id === mode)?.name ?? mode;
      const way = chosen('mode', { de: `„${name}“`, en: `“${name}”` });
      return [{ de: de`Zugrunde liegt der Umsetzungsweg ${way}.`, en: en`It rests on the delivery mode ${way}.` }];
    }
    case 'posts': {
      const team = agenda.teams.find((one) => one.id === choice.posts?.team)?.name ?? '';
      const fte = number(choice.posts?.fte ?? 0, 1);
      const posts = chosen('posts', { de: `${fte.de}\u00a0VZÄ`, en: `${fte.en}\u00a0FTE` });
      const from = chosen('from', date(choice.posts?.from ?? ''));
      return [
        {
          de: de`Zugrunde liegen ${posts} mehr für ${team} ab dem ${from}; sie sind noch nicht bewilligt.`,
          en: en`It rests on ${posts} more for ${team} from ${from}; they have not been granted yet.`,
        },
      ];
    }
  }
}
