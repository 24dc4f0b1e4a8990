import { useQuery } from '@tanstack/react-query';
import type { ScenarioChange } from '../../agenda/index.ts';
import { loadQuery, partnersQuery } from '../api/queries.ts';
import { useLanguage } from '../language/context.tsx';

/** Says a change of a scenario in words, with the names of teams, budget lines and partners. */
export function useChangeText(): (change: ScenarioChange) => string {
  const { t, f } = useLanguage();
  const load = useQuery(loadQuery);
  const partners = useQuery(partnersQuery);
  const words = t.scenarios.change;
  return (change) => {
    switch (change.kind) {
      case 'posts': {
        const team = load.data?.rows.find((row) => row.team === change.team)?.shortName ?? change.team;
        const fte = `${change.fte > 0 ? '+' : ''}${f.number(change.fte, Number.isInteger(change.fte) ? 0 : 1)}`;
        return words.posts(team, fte, f.date(change.from));
      }
      case 'money': {
        const line = load.data?.budgetLines.find((one) => one.id === change.budgetLine)?.name ?? change.budgetLine;
        return words.money(line, change.year, f.signed(Math.round(change.cents / 100_000)));
      }
      case 'dropProject':
        return words.dropProject(change.project);
      case 'delayProject':
        return words.delayProject(change.project, f.date(change.earliestStart));
      case 'addProject':
        return words.addProject(change.project.name);
      case 'partnerLate': {
        const partner = partners.data?.records.find((one) => one.id === change.partner)?.title ?? change.partner;
        return words.partnerLate(partner, change.weeks);
      }
    }
  };
}
