import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { change } from '../api/client.ts';
import { choicesQuery, projectQuery } from '../api/queries.ts';
import { afterSaving } from '../api/saved.ts';
import type { WrittenRecord } from '../api/types.ts';
import { notifyWithUndo } from '../api/undo.ts';
import { Chooser } from '../form/chooser.tsx';
import { useFormAction } from '../form/form-action.ts';
import { useLanguage } from '../language/context.tsx';
import { Button } from '../ui/button.tsx';
import { German } from '../ui/marks.tsx';
import { StepProblem } from '../ui/notice.tsx';
import { Section } from '../ui/section.tsx';
import { useMayEdit } from './may-edit.ts';

/** Lists of a project that name what it is linked with from the other side. */
type LinkField = 'serviceBundles' | 'prerequisites';

interface LinkWords {
  linkTitle: string;
  none: string;
  link: string;
  linked: (project: string) => string;
  unlinked: (project: string) => string;
}

/** The projects that name a record. The link stands in the project, so it is the project that is changed. */
export function LinkedProjects(props: {
  field: LinkField;
  id: string;
  projects: readonly { id: string; name: string }[];
  words: LinkWords;
}) {
  const { field, id: target, projects, words } = props;
  const { t } = useLanguage();
  const client = useQueryClient();
  const action = useFormAction();
  const mayEdit = useMayEdit();
  const { data: choices } = useQuery(choicesQuery);
  const write = (id: string, link: boolean): void => {
    void action.run(async () => {
      const { project, version } = await client.fetchQuery({ ...projectQuery(id), staleTime: 0 });
      const others = project[field].filter((key) => key !== target);
      const body = { ...project, [field]: link ? [...others, target] : others };
      const path = `/records/project/${encodeURIComponent(id)}`;
      const written = await change<WrittenRecord>('PUT', path, { body, version });
      await afterSaving(client);
      notifyWithUndo(client, t, link ? words.linked(id) : words.unlinked(id), [written.entry]);
    });
  };
  const linked = new Set(projects.map(({ id }) => id));
  return (
    <Section title={words.linkTitle}>
      <StepProblem problem={action.problem} />
      {projects.length === 0 && <p className="fp-muted">{words.none}</p>}
      <ul className="fp-bullets">
        {projects.map(({ id, name }) => (
          <li key={id}>
            <Link to="/projekte/$id" params={{ id }}>
              <German>{`${id} ${name}`}</German>
            </Link>{' '}
            {mayEdit && (
              <Button
                look="quiet"
                aria-label={t.catalogue.unlinkOf(id)}
                isDisabled={action.busy}
                onPress={() => write(id, false)}
              >
                {t.catalogue.unlink}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {mayEdit && (
        <div className="fp-input">
          <label className="fp-input__label" htmlFor="verknuepfen">
            {words.link}
          </label>
          <Chooser
            label={words.link}
            input={{ id: 'verknuepfen' }}
            choices={(choices?.project ?? []).filter(({ id }) => !linked.has(id))}
            value={null}
            onChange={(id) => {
              if (id !== null) write(id, true);
            }}
          />
        </div>
      )}
    </Section>
  );
}
