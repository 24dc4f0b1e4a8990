import { useId } from 'react';
import type { WhyNot as Answer, Shortages, WhyNotFact, WhyNotRepair } from '../../../planning/index.ts';
import { useLanguage } from '../../language/context.tsx';
import { Asked } from '../../plan/asked.tsx';
import { useNames } from '../../plan/names.ts';

function Conflict({ conflict }: { conflict: NonNullable<Answer['conflict']> }) {
  const { t, f } = useLanguage();
  const nameOf = useNames();
  const words = t.whyNot;
  const named = ({ kind, ids }: WhyNotFact): string => {
    if (kind === 'teamCapacity') return f.list(ids.map((id) => nameOf('team', id)));
    return f.list(kind === 'budget' || kind === 'commitments' ? ids.map((id) => nameOf('budgetLine', id)) : ids);
  };
  const days = ({ team, from, until, neededTenths, availableTenths, projects }: Shortages['teams'][number]): string =>
    words.shortDays(
      nameOf('team', team),
      f.date(from),
      f.date(until),
      f.days(neededTenths, true),
      f.days(availableTenths, true),
      f.list(projects),
    );
  const money = ({ budgetLine, until, neededCents, availableCents, projects }: Shortages['money'][number]): string =>
    words.shortMoney(
      nameOf('budgetLine', budgetLine),
      f.date(until),
      f.thousands(neededCents),
      f.thousands(availableCents),
      f.list(projects),
    );
  return (
    <>
      <p>{conflict.facts.length === 0 ? words.byItself : words.together}</p>
      <ul className="fp-bullets">
        {conflict.facts.map((fact) => (
          <li key={fact.kind}>
            {words.facts[fact.kind](named(fact))}
            {fact.kind === 'teamCapacity' && conflict.shortages.teams.map((one) => <p key={one.team}>{days(one)}</p>)}
            {fact.kind === 'budget' && conflict.shortages.money.map((one) => <p key={one.budgetLine}>{money(one)}</p>)}
          </li>
        ))}
      </ul>
      <p className="fp-muted">
        {words.proof[conflict.proof]}{' '}
        {conflict.facts.length > 0 && (conflict.verified ? words.verified : words.notVerified)}
      </p>
    </>
  );
}

function Way({ repair }: { repair: WhyNotRepair }) {
  const { t, f } = useLanguage();
  const nameOf = useNames();
  const words = t.whyNot;
  if (repair.kind === 'later') return words.later(f.date(repair.finish), f.number(repair.weeks));
  if (repair.kind === 'withdraw') return words.withdraw(repair.project);
  const parts = [
    ...repair.teams.map(({ team, tenths }) => words.days(nameOf('team', team), f.days(tenths, true))),
    ...repair.money.map(({ budgetLine, cents }) => words.money(nameOf('budgetLine', budgetLine), f.thousands(cents))),
    ...(repair.authorisations ?? []).map(({ budgetLine, cents }) =>
      words.authorisation(nameOf('budgetLine', budgetLine), f.thousands(cents)),
    ),
  ];
  return parts.length === 0 ? words.room : words.add(f.list(parts));
}

/** What is known where no conflict is proven. */
function Otherwise({ project, otherFinish }: { project: string; otherFinish: string | null }) {
  const { t, f } = useLanguage();
  return <p>{otherFinish === null ? t.whyNot.open : t.whyNot.possible(project, f.date(otherFinish))}</p>;
}

/** "Warum geht es nicht?": facts that contradict a missed deadline, as far as that is proven, and ways out. */
export function WhyNot({ project }: { project: string }) {
  const { t, f } = useLanguage();
  const titleId = useId();
  const words = t.whyNot;
  return (
    <section className="fp-sec fp-gap" aria-labelledby={titleId}>
      <h3 id={titleId} className="fp-h2">
        {words.title}
      </h3>
      <Asked<Answer> path={`/projects/${encodeURIComponent(project)}/why-not`} action={words.ask}>
        {({ deadline, conflict, otherFinish, repairs }) =>
          deadline === null ? (
            <p>{words.notMissed}</p>
          ) : (
            <>
              <p className="fp-strong">{words.deadline(f.date(deadline))}</p>
              {conflict ? <Conflict conflict={conflict} /> : <Otherwise project={project} otherFinish={otherFinish} />}
              <p>{words.ways}</p>
              <ul className="fp-bullets">
                {repairs.map((repair) => (
                  <li key={repair.kind === 'withdraw' ? repair.project : repair.kind}>
                    <Way repair={repair} />
                  </li>
                ))}
              </ul>
            </>
          )
        }
      </Asked>
    </section>
  );
}
