import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { choicesQuery } from '../../api/queries.ts';
import type { ProjectAnswer } from '../../api/types.ts';
import { useLanguage } from '../../language/context.tsx';
import { German } from '../../ui/marks.tsx';
import { Section } from '../../ui/section.tsx';

/** What the project waits for, and what waits for it. */
export function Dependencies({ answer }: { answer: ProjectAnswer }) {
  const { t, f } = useLanguage();
  const { project, successors } = answer;
  const { data: choices } = useQuery(choicesQuery);
  const nameOf = (id: string): string => choices?.prerequisite?.find((one) => one.id === id)?.name ?? id;
  const nothing = project.dependencies.length + project.prerequisites.length === 0 && !project.earliestStart;
  return (
    <>
      <Section title={t.sheet.waitsFor}>
        {nothing ? (
          <p className="fp-note">{t.sheet.waitsForNothing}</p>
        ) : (
          <ul className="fp-list">
            {project.dependencies.map((one) => (
              <li key={one.predecessor}>
                <Link to="/projekte/$id" params={{ id: one.predecessor }}>
                  {one.predecessor}
                </Link>{' '}
                {t.dependencyTypes[one.type]}
                {one.lagWeeks !== 0 && `, ${t.sheet.lag(f.signed(one.lagWeeks))}`}
                {one.note && (
                  <>
                    {', '}
                    <German>{one.note}</German>
                  </>
                )}
              </li>
            ))}
            {project.prerequisites.map((id) => (
              <li key={id}>
                {t.recordKinds.prerequisite}{' '}
                <Link to="/belege/$kind/$id" params={{ kind: 'prerequisite', id }}>
                  <German>{nameOf(id)}</German>
                </Link>
              </li>
            ))}
            {project.earliestStart && (
              <li>
                {t.sheet.notBefore} {f.date(project.earliestStart)}
              </li>
            )}
          </ul>
        )}
      </Section>
      <Section title={t.sheet.waitForIt}>
        {successors.length === 0 ? (
          <p className="fp-note">{t.sheet.nothingWaits}</p>
        ) : (
          <ul className="fp-list">
            {successors.map((one) => (
              <li key={one.id}>
                <span className="fp-id">{one.id}</span>
                <Link to="/projekte/$id" params={{ id: one.id }}>
                  <German>{one.name}</German>
                </Link>
              </li>
            ))}
          </ul>
        )}
      </Section>
    </>
  );
}
