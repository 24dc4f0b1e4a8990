import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { NeedRow } from '../../../planning/index.ts';
import { needsQuery } from '../../api/needs.ts';
import { choicesQuery, projectQuery } from '../../api/queries.ts';
import type { Choices, ProjectAnswer } from '../../api/types.ts';
import { notifyWithUndo } from '../../api/undo.ts';
import { RecordFields } from '../../form/record-fields.tsx';
import { useRecordForm } from '../../form/use-record-form.ts';
import { useLanguage } from '../../language/context.tsx';
import { useMayEdit } from '../../plan/may-edit.ts';
import { PageHead } from '../../ui/heading.tsx';
import { German } from '../../ui/marks.tsx';
import { Loaded, Missing, NotAllowed } from '../../ui/states.tsx';
import { projectParts } from './parts.ts';
import { PhasesField } from './phases-field.tsx';

/** The form itself. `answer` null: a new project, made of a need or of nothing. */
function ProjectForm({ answer, choices, need }: { answer: ProjectAnswer | null; choices: Choices; need?: NeedRow }) {
  const { t } = useLanguage();
  const client = useQueryClient();
  const navigate = useNavigate();
  const form = useRecordForm(
    'project',
    answer?.project.id ?? null,
    answer?.project ?? { ...blank(t.modeKinds.own), ...(need && madeOf(need)) },
    answer?.version ?? null,
    need?.id,
  );
  const parts = projectParts(t, answer === null).map((part) =>
    part.id === 'phasen' ? { ...part, content: <PhasesField /> } : part,
  );
  const open = (id: string): void => void navigate({ to: '/projekte/$id', params: { id } });
  const save = async (): Promise<void> => {
    const written = await form.save();
    if (written === null) return;
    const { name = written.id } = written.body as { name?: string };
    open(written.id);
    notifyWithUndo(client, t, t.form.saved(name), [written.entry]);
  };
  const cancel = (): void => {
    if (answer === null) void navigate({ to: '/projekte' });
    else open(answer.project.id);
  };
  return <RecordFields form={form} choices={choices} parts={parts} onSave={() => void save()} onCancel={cancel} />;
}

/** What a new project begins with. */
const blank = (ownStaff: string): Record<string, unknown> => ({
  commitmentClass: 'optional',
  status: 'suggested',
  modes: [{ id: 'own', name: ownStaff, kind: 'own' }],
  phases: [],
});

/** What a project takes over from the need that it is made of. */
const madeOf = ({ id, name, description, units }: NeedRow): Record<string, unknown> => ({
  name,
  ...(description === null ? {} : { purpose: description }),
  leadUnit: units[0]?.id,
  participants: units.slice(1).map((unit) => unit.id),
  needs: [id],
});

/** The form, for those who may change this project: nobody is to type what cannot be saved. */
function Editable({ project, children }: { project: ProjectAnswer['project']; children: ReactNode }) {
  return useMayEdit(project) ? children : <NotAllowed titled />;
}

export function ProjectEditPage() {
  const { t } = useLanguage();
  const { id } = useParams({ from: '/projekte/$id/bearbeiten' });
  const query = useQuery(projectQuery(id));
  const choices = useQuery(choicesQuery);
  const title = t.edit.title(id);
  return (
    <div className="fp-page">
      <PageHead title={title} lead={query.data && <German>{query.data.project.name}</German>} />
      <Loaded query={query} missing={<Missing>{t.sheet.missing(id)}</Missing>}>
        {(answer) => (
          <Editable project={answer.project}>
            <Loaded query={choices}>{(names) => <ProjectForm key={id} answer={answer} choices={names} />}</Loaded>
          </Editable>
        )}
      </Loaded>
    </div>
  );
}

export function NewProjectPage() {
  const { t } = useLanguage();
  const { bedarf } = useSearch({ from: '/projekt-anlegen' });
  const choices = useQuery(choicesQuery);
  const needs = useQuery({ ...needsQuery, enabled: bedarf !== undefined });
  const need = needs.data?.needs.find(({ id }) => id === bedarf);
  const form = (
    <Loaded query={choices}>{(names) => <ProjectForm answer={null} choices={names} {...(need && { need })} />}</Loaded>
  );
  return (
    <div className="fp-page">
      <PageHead title={t.edit.newTitle} lead={need && t.needs.projectOf(need.name)} />
      {bedarf === undefined ? form : <Loaded query={needs}>{() => form}</Loaded>}
    </div>
  );
}
