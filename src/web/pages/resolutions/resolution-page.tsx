import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import type { Resolution } from '../../../council/index.ts';
import { getJson, sendJson } from '../../api/client.ts';
import { type ResolutionRow, resolutionPath, resolutionQuery } from '../../api/meetings.ts';
import { choicesQuery, meQuery } from '../../api/queries.ts';
import { FormHead } from '../../form/kept-draft.tsx';
import { SaveBar } from '../../form/save-bar.tsx';
import { type Stored, useStored } from '../../form/use-stored.ts';
import { useLanguage } from '../../language/context.tsx';
import { buttonClass } from '../../ui/button.tsx';
import { DayInput } from '../../ui/day-input.tsx';
import { ChoiceInput, FieldRow, TextInput } from '../../ui/form.tsx';
import { PageHead } from '../../ui/heading.tsx';
import { German } from '../../ui/marks.tsx';
import { Fact, Facts, Section } from '../../ui/section.tsx';
import { Loaded, Missing } from '../../ui/states.tsx';
import { notify } from '../../ui/toast.tsx';
import { draftOf, hasWrongDay, type ResolutionDraft, resolutionOf } from './draft.ts';
import { ResolutionLight } from './light.tsx';
import { NewProject } from './new-project.tsx';
import { Finish, ProjectsPart, TasksPart, useUnitChoices } from './parts.tsx';

function Summary({ row }: { row: ResolutionRow }) {
  const { t, f } = useLanguage();
  const { resolution } = row;
  return (
    <>
      <Facts inline>
        <Fact term={t.resolutions.resolved}>
          {resolution.meeting ? (
            <Link to="/ratspost/sitzungen/$id" params={{ id: resolution.meeting }}>
              {f.date(resolution.on)} <German>{resolution.body}</German>
            </Link>
          ) : (
            <>
              {f.date(resolution.on)} <German>{resolution.body}</German>
            </>
          )}
        </Fact>
        {resolution.paper && (
          <Fact term={t.papers.paper}>
            <Link to="/ratspost/$id" params={{ id: resolution.paper }}>
              {resolution.reference}
            </Link>
          </Fact>
        )}
        <Fact term={t.resolutions.light}>
          <ResolutionLight row={row} />
        </Fact>
      </Facts>
      <Section title={t.resolutions.text} gap>
        <p lang="de">{resolution.text}</p>
      </Section>
    </>
  );
}

const asStored = ({ resolution, version }: ResolutionRow): Stored<Resolution> => ({ body: resolution, version });

function Form({ row, mayAdd }: { row: ResolutionRow; mayAdd: boolean }) {
  const { t } = useLanguage();
  const { resolution } = row;
  const path = resolutionPath(resolution.id);
  const form = useStored<Resolution, ResolutionDraft>({
    name: `resolution ${resolution.id}`,
    stored: asStored(row),
    draftOf,
    read: async () => asStored(await getJson<ResolutionRow>(path)),
  });
  const { draft, saving } = form;
  const units = useUnitChoices();
  const change = (part: Partial<ResolutionDraft>): void => form.setDraft((before) => ({ ...before, ...part }));
  const save = async (): Promise<void> => {
    if (hasWrongDay(draft)) return saving.refuse();
    const body = resolutionOf(draft, form.body);
    const write = (): Promise<ResolutionRow> => sendJson<ResolutionRow>('PUT', path, body, form.version ?? 0);
    if (await form.save(async () => asStored(await write()), ['/resolutions', '/council-desk', path]))
      notify(t.resolutions.saved);
  };
  const statuses = Object.keys(t.resolutions.statuses) as ResolutionDraft['status'][];
  return (
    <>
      <form
        className="fp-form fp-gap"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <FormHead form={form} labels={{ dueOn: t.resolutions.dueOn, report: t.resolutions.report }} />
        <FieldRow>
          <ChoiceInput
            label={t.resolutions.responsible}
            value={draft.responsible}
            choices={units}
            onChange={(responsible) => change({ responsible })}
          />
          <DayInput label={t.resolutions.dueOn} value={draft.dueOn} onChange={(dueOn) => change({ dueOn })} />
          <ChoiceInput
            label={t.resolutions.status}
            value={draft.status}
            choices={statuses.map((value) => ({ value, label: t.resolutions.statuses[value] }))}
            onChange={(status) => change({ status })}
          />
        </FieldRow>
        <TasksPart draft={draft} change={change} errorAt={saving.errorAt} />
        <ProjectsPart draft={draft} change={change} row={row} />
        <TextInput
          label={t.resolutions.report}
          hint={t.resolutions.reportHint}
          value={draft.report}
          rows={3}
          lang="de"
          error={saving.errorAt('/report')}
          onChange={(report) => change({ report })}
        />
        <SaveBar saving={saving} disabled={form.conflict !== null}>
          <Link to="/ratspost/beschluesse" className={buttonClass('quiet')}>
            {t.paperForm.cancel}
          </Link>
        </SaveBar>
      </form>
      {mayAdd && <NewProject row={row} unsaved={form.dirty} />}
    </>
  );
}

/** The same for those who only read: tasks, projects and the last report. */
function ReadOnly({ row }: { row: ResolutionRow }) {
  const { t, f } = useLanguage();
  const { data: choices } = useQuery(choicesQuery);
  const { tasks, report } = row.resolution;
  const unitName = (id: string): string => choices?.unit?.find((one) => one.id === id)?.name ?? id;
  return (
    <>
      <Section title={t.resolutions.tasks} gap>
        <ul className="fp-list">
          {tasks.map((task) => (
            <li key={task.id}>
              <German>{task.text}</German>
              {task.responsible && (
                <>
                  , <German>{unitName(task.responsible)}</German>
                </>
              )}
              {task.dueOn && `, ${t.resolutions.dueOn} ${f.date(task.dueOn)}`}
              {task.doneOn && `, ${t.resolutions.doneOn} ${f.date(task.doneOn)}`}
            </li>
          ))}
        </ul>
      </Section>
      <Section title={t.resolutions.projects} gap>
        <ul className="fp-list">
          {row.projects.map((project) => (
            <li key={project.id}>
              <Link to="/projekte/$id" params={{ id: project.id }}>
                {project.id} <German>{project.name}</German>
              </Link>
              , <Finish project={project} />
            </li>
          ))}
        </ul>
      </Section>
      {report && (
        <Section title={t.resolutions.report} gap>
          <p lang="de">{report.text}</p>
          <p className="fp-note">{t.resolutions.reportedBy(report.by, f.date(report.on))}</p>
        </Section>
      )}
    </>
  );
}

/** One resolution: what was resolved, what it led to, and how it stands. */
export function ResolutionPage() {
  const { t } = useLanguage();
  const { id } = useParams({ from: '/ratspost/beschluesse/$id' });
  const { data: me } = useQuery(meQuery);
  const query = useQuery({ ...resolutionQuery(id), staleTime: 0, refetchOnWindowFocus: false });
  const found = query.data?.resolution;
  const may = (action: 'writePapers' | 'writeProjects'): boolean => me?.permissions.includes(action) ?? false;
  return (
    <div className="fp-page">
      <PageHead title={found ? `${found.reference}: ${found.name}` : t.resolutions.resolution} />
      <Loaded query={query} missing={<Missing>{t.resolutions.missing}</Missing>}>
        {(row) => (
          <>
            <Summary row={row} />
            {may('writePapers') ? <Form key={id} row={row} mayAdd={may('writeProjects')} /> : <ReadOnly row={row} />}
          </>
        )}
      </Loaded>
    </div>
  );
}
