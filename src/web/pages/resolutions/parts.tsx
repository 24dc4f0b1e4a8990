import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ResolutionRow } from '../../api/meetings.ts';
import { choicesQuery } from '../../api/queries.ts';
import { Rows } from '../../form/rows.tsx';
import { useLanguage } from '../../language/context.tsx';
import { Button } from '../../ui/button.tsx';
import { DayInput } from '../../ui/day-input.tsx';
import { ChoiceInput, FieldGroup, FieldRow, TextInput } from '../../ui/form.tsx';
import { German } from '../../ui/marks.tsx';
import { emptyTask, type ResolutionDraft } from './draft.ts';

export interface PartProps {
  draft: ResolutionDraft;
  change: (part: Partial<ResolutionDraft>) => void;
  errorAt: (pointer: string) => string | undefined;
}

/** Units that can be made responsible, nobody first. */
export function useUnitChoices(): { value: string; label: string }[] {
  const { t } = useLanguage();
  const { data } = useQuery(choicesQuery);
  const units = (data?.unit ?? []).map((one) => ({ value: one.id, label: one.name }));
  return [{ value: '', label: t.resolutions.nobody }, ...units];
}

/** What the resolution makes somebody do, with day and unit. */
export function TasksPart({ draft, change, errorAt }: PartProps) {
  const { t } = useLanguage();
  const units = useUnitChoices();
  return (
    <FieldGroup legend={t.resolutions.tasks}>
      <Rows
        rows={draft.tasks}
        nameOf={(row, index) => row.text || `${t.resolutions.task} ${index + 1}`}
        onChange={(tasks) => change({ tasks })}
        add={{ label: t.resolutions.addTask, make: emptyTask }}
      >
        {(row, index, changeRow) => (
          <div role="group" aria-label={row.text || `${t.resolutions.task} ${index + 1}`}>
            <TextInput
              label={t.resolutions.task}
              value={row.text}
              lang="de"
              error={errorAt(`/tasks/${index}/text`)}
              onChange={(text) => changeRow({ text })}
            />
            <FieldRow>
              <ChoiceInput
                label={t.resolutions.responsible}
                value={row.responsible}
                choices={units}
                error={errorAt(`/tasks/${index}/responsible`)}
                onChange={(responsible) => changeRow({ responsible })}
              />
              <DayInput label={t.resolutions.dueOn} value={row.dueOn} onChange={(dueOn) => changeRow({ dueOn })} />
              <DayInput label={t.resolutions.doneOn} value={row.doneOn} onChange={(doneOn) => changeRow({ doneOn })} />
            </FieldRow>
          </div>
        )}
      </Rows>
    </FieldGroup>
  );
}

/** When a linked project ends by the plan. */
export function Finish({ project }: { project: ResolutionRow['projects'][number] }) {
  const { t, f } = useLanguage();
  if (project.finishesOn === null) return t.resolutions.noDate;
  return project.finished
    ? t.resolutions.finished(f.date(project.finishesOn))
    : t.resolutions.finishes(f.date(project.finishesOn));
}

/** Projects of the agenda that carry the resolution out; existing ones are linked here. */
export function ProjectsPart({ draft, change, row }: Omit<PartProps, 'errorAt'> & { row: ResolutionRow }) {
  const { t } = useLanguage();
  const { data: choices } = useQuery(choicesQuery);
  const all = choices?.project ?? [];
  const free = all.filter((one) => !draft.projects.includes(one.id));
  return (
    <FieldGroup legend={t.resolutions.projects}>
      {draft.projects.length === 0 ? (
        <p className="fp-note">{t.resolutions.noProjects}</p>
      ) : (
        <ul className="fp-list">
          {draft.projects.map((id) => {
            const name = all.find((one) => one.id === id)?.name ?? id;
            const linked = row.projects.find((one) => one.id === id);
            return (
              <li key={id}>
                <Link to="/projekte/$id" params={{ id }}>
                  {id} <German>{name}</German>
                </Link>
                {linked && (
                  <>
                    {', '}
                    <Finish project={linked} />
                  </>
                )}{' '}
                <Button
                  look="quiet"
                  aria-label={t.resolutions.unlink(name)}
                  onPress={() => change({ projects: draft.projects.filter((one) => one !== id) })}
                >
                  {t.resolutions.unlinkShort}
                </Button>
              </li>
            );
          })}
        </ul>
      )}
      <ChoiceInput
        label={t.resolutions.link}
        value=""
        choices={[
          { value: '', label: t.resolutions.choose },
          ...free.map((one) => ({ value: one.id, label: `${one.id} ${one.name}` })),
        ]}
        onChange={(id) => id && change({ projects: [...draft.projects, id] })}
      />
    </FieldGroup>
  );
}
