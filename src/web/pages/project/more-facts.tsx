import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { choicesQuery } from '../../api/queries.ts';
import type { ProjectAnswer } from '../../api/types.ts';
import { capital, fieldLabel } from '../../fields/field-labels.ts';
import { wordOf } from '../../fields/value-words.ts';
import { useLanguage } from '../../language/context.tsx';
import { PaperLink } from '../../plan/paper-link.tsx';
import { German } from '../../ui/marks.tsx';
import { Section } from '../../ui/section.tsx';

/** A part of the fact sheet that is left out while it holds nothing. */
function Part({ title, items }: { title: string; items: readonly { key: string; content: ReactNode }[] }) {
  if (items.length === 0) return null;
  return (
    <Section title={title}>
      <ul className="fp-list">
        {items.map((item) => (
          <li key={item.key}>{item.content}</li>
        ))}
      </ul>
    </Section>
  );
}

/** What the project serves, and what has been promised about it. */
export function Aims({ answer }: { answer: ProjectAnswer }) {
  const { t, f, language } = useLanguage();
  const { data: choices } = useQuery(choicesQuery);
  const { project, commitments } = answer;
  const title = (field: string): string => capital(fieldLabel(field, language));
  const word = (value: string): string => wordOf(value, language) ?? value;
  const nameOf = (kind: string, id: string): string => choices?.[kind]?.find((one) => one.id === id)?.name ?? id;
  const named = (kind: string, ids: readonly string[]) =>
    ids.map((id) => ({ key: id, content: <German>{nameOf(kind, id)}</German> }));
  return (
    <>
      <Part title={title('goals')} items={named('goal', project.goals)} />
      <Part title={title('strategies')} items={named('strategy', project.strategies)} />
      <Part
        title={t.edit.commitments}
        items={commitments.map((one) => ({
          key: one.id,
          content: (
            <>
              <PaperLink paper={one.paper} />: <German>{one.text}</German>{' '}
              {one.due.kind === 'date' ? f.date(one.due.on) : <German>{one.due.event}</German>} ({word(one.status)})
            </>
          ),
        }))}
      />
    </>
  );
}

/** What may go wrong, how mature the service is, where it is used already, and what was reported. */
export function Progress({ answer }: { answer: ProjectAnswer }) {
  const { t, f, language } = useLanguage();
  const { project, units } = answer;
  const title = (field: string): string => capital(fieldLabel(field, language));
  return (
    <>
      <Part
        title={title('risks')}
        items={project.risks.map((one) => ({
          key: one.id,
          content: (
            <>
              <German>{one.name}</German>: {t.edit.risk(one.likelihood, one.impact)}.{' '}
              {one.response && <German>{one.response}</German>}
            </>
          ),
        }))}
      />
      <Part
        title={title('maturity')}
        items={project.maturity.map((one) => ({
          key: `${one.scheme} ${one.version} ${one.assessedOn}`,
          content: `${one.scheme} ${one.version}: ${one.level} (${f.date(one.assessedOn)})`,
        }))}
      />
      <Part
        title={title('rollout')}
        items={project.rollout.map((one) => ({
          key: one.unit,
          content: (
            <>
              <German>{units[one.unit] ?? one.unit}</German>: {f.percent(one.percent)}
              {one.on && `, ${f.date(one.on)}`}
            </>
          ),
        }))}
      />
      <Part
        title={title('reports')}
        items={project.reports.toReversed().map((one) => ({
          key: `${one.on} ${one.status} ${one.reason ?? ''}`,
          content: (
            <>
              {f.date(one.on)} {t.statuses[one.status]}
              {one.reason && (
                <>
                  : <German>{one.reason}</German>
                </>
              )}
              {one.by && ` (${one.by})`}
            </>
          ),
        }))}
      />
    </>
  );
}
