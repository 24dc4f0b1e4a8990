import { Link } from '@tanstack/react-router';
import type { NeedProject, NeedRow } from '../../../planning/index.ts';
import { useLanguage } from '../../language/context.tsx';
import { German, Ill, Signal } from '../../ui/marks.tsx';

const shapes = { inProject: 'run', answered: 'done', open: 'off' } as const;

/** Where a need stands, as shape and word. */
export function NeedSignal({ need }: { need: NeedRow }) {
  const { t } = useLanguage();
  return <Signal shape={shapes[need.state]}>{t.needs.states[need.state]}</Signal>;
}

/** How heavy a need is. */
export function Weight({ need }: { need: NeedRow }) {
  const { t } = useLanguage();
  return <Ill when={need.illustrative}>{t.needs.weightOf(need.weight)}</Ill>;
}

function ProjectLine({ project }: { project: NeedProject }) {
  const { t, f } = useLanguage();
  const { start, finish, status } = project;
  return (
    <>
      <Link to="/projekte/$id" params={{ id: project.id }}>
        <German>{project.name}</German>
      </Link>
      <br />
      <span className="fp-muted">
        {t.statuses[status]},{' '}
        {start && finish ? t.needs.planned(f.date(start), f.date(finish)) : finish ? f.date(finish) : t.needs.undated}
      </span>
    </>
  );
}

/** What becomes of a need: its projects with their dates, the answer, or that nothing has been said yet. */
export function Outcome({ need }: { need: NeedRow }) {
  const { t, f } = useLanguage();
  if (need.state === 'open') return <span className="fp-muted">{t.needs.waiting}</span>;
  return (
    <>
      {need.projects.map((project) => (
        <p key={project.id}>
          <ProjectLine project={project} />
        </p>
      ))}
      {need.answer && (
        <p>
          <German>{need.answer}</German>
          {need.answeredOn && <span className="fp-muted"> ({t.needs.answeredOn(f.date(need.answeredOn))})</span>}
        </p>
      )}
    </>
  );
}
