import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import type { Meeting } from '../../../council/index.ts';
import { getJson, change as send, sendJson } from '../../api/client.ts';
import { type MeetingAnswer, meetingPath, meetingQuery } from '../../api/meetings.ts';
import { meQuery, papersQuery } from '../../api/queries.ts';
import { FormHead } from '../../form/kept-draft.tsx';
import { Rows } from '../../form/rows.tsx';
import { SaveBar } from '../../form/save-bar.tsx';
import { type Stored, useStored } from '../../form/use-stored.ts';
import { useLanguage } from '../../language/context.tsx';
import { parseDay } from '../../language/parse.ts';
import { Button, buttonClass } from '../../ui/button.tsx';
import { DayInput } from '../../ui/day-input.tsx';
import { FieldGroup, FieldRow, TextInput } from '../../ui/form.tsx';
import { PageHead } from '../../ui/heading.tsx';
import { German } from '../../ui/marks.tsx';
import { Section } from '../../ui/section.tsx';
import { Loaded, Missing } from '../../ui/states.tsx';
import { type Column, DataTable } from '../../ui/table.tsx';
import { notify } from '../../ui/toast.tsx';
import { draftOf, emptyItem, type MeetingDraft, meetingOf, tidied, votesOf } from './draft.ts';
import { ItemFields } from './item-fields.tsx';

/** What a change of a meeting is seen in besides itself. */
const TOUCHED = ['/meetings', '/council-desk', '/papers', '/resolutions'];

/** Who meets, when and where. */
function When(props: {
  draft: MeetingDraft;
  change: (part: Partial<MeetingDraft>) => void;
  errorAt: (pointer: string) => string | undefined;
}) {
  const { draft, change, errorAt } = props;
  const { t } = useLanguage();
  return (
    <FieldRow>
      <TextInput label={t.meetings.body} value={draft.body} lang="de" onChange={(body) => change({ body })} />
      <DayInput label={t.meetings.on} value={draft.on} error={errorAt('/on')} onChange={(on) => change({ on })} />
      <TextInput
        label={t.meetings.time}
        value={draft.time}
        letters={8}
        hint={t.meetings.timeHint}
        error={errorAt('/time')}
        onChange={(time) => change({ time })}
      />
      <TextInput label={t.meetings.place} value={draft.place} lang="de" onChange={(place) => change({ place })} />
    </FieldRow>
  );
}

const asStored = ({ meeting, version }: MeetingAnswer): Stored<Meeting> => ({ body: meeting, version });

function Form({ answer }: { answer: MeetingAnswer }) {
  const { t } = useLanguage();
  const navigate = useNavigate();
  const { data } = useQuery(papersQuery);
  const { id } = answer.meeting;
  const path = meetingPath(id);
  const form = useStored<Meeting, MeetingDraft>({
    name: `meeting ${id}`,
    stored: asStored(answer),
    draftOf,
    read: async () => asStored(await getJson<MeetingAnswer>(path)),
  });
  const { draft, saving } = form;
  const version = form.version ?? 0;
  const change = (part: Partial<MeetingDraft>): void => form.setDraft((before) => ({ ...before, ...part }));
  const sound = parseDay(draft.on) !== null && draft.items.every((row) => votesOf(row) !== null);
  const save = async (): Promise<void> => {
    if (!sound) return saving.refuse(draft.on.trim() === '' ? [{ pointer: '/on', detail: t.form.missing }] : []);
    const clean = tidied(draft);
    form.setDraft(() => clean);
    const write = (): Promise<MeetingAnswer> => sendJson<MeetingAnswer>('PUT', path, meetingOf(clean, id), version);
    if (await form.save(async () => asStored(await write()), [...TOUCHED, path])) notify(t.meetings.saved);
  };
  const remove = async (): Promise<void> => {
    const gone = await saving.run(() => send<object>('DELETE', path, { version }), TOUCHED);
    if (!gone) return;
    form.discard();
    await navigate({ to: '/ratspost/sitzungen' });
  };
  return (
    <form
      className="fp-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <FormHead form={form} />
      <When draft={draft} change={change} errorAt={saving.errorAt} />
      <FieldGroup legend={t.meetings.items} note={t.meetings.resultsGoOn}>
        <Rows
          rows={draft.items}
          nameOf={(row) => t.meetings.item(row.number)}
          onChange={(items) => change({ items })}
          add={{ label: t.meetings.addItem, make: () => emptyItem(String(draft.items.length + 1)) }}
        >
          {(row, index, changeRow) => (
            <ItemFields
              row={row}
              papers={data?.papers ?? []}
              change={changeRow}
              errorAt={(field) => saving.errorAt(`/items/${index}/${field}`)}
            />
          )}
        </Rows>
      </FieldGroup>
      <SaveBar saving={saving} disabled={form.conflict !== null}>
        <Link to="/ratspost/sitzungen" className={buttonClass('quiet')}>
          {t.paperForm.cancel}
        </Link>
        {answer.meeting.items.every((item) => item.result === undefined) && (
          <Button look="plain" onPress={() => void remove()}>
            {t.meetings.remove}
          </Button>
        )}
      </SaveBar>
    </form>
  );
}

type Item = MeetingAnswer['meeting']['items'][number];

/** The meeting as everybody may read it. */
function Agenda({ items }: { items: readonly Item[] }) {
  const { t } = useLanguage();
  const columns: Column<Item>[] = [
    { key: 'number', label: t.meetings.number, rowHeader: true, noWrap: true, cell: (item) => item.number },
    {
      key: 'title',
      label: t.meetings.subject,
      cell: (item) =>
        item.paper ? (
          <Link to="/ratspost/$id" params={{ id: item.paper }}>
            <German>{item.title}</German>
          </Link>
        ) : (
          <German>{item.title}</German>
        ),
    },
    {
      key: 'result',
      label: t.meetings.result,
      cell: (item) => (
        <>
          {item.result ? t.meetings.itemResults[item.result] : t.meetings.noResult}
          {item.resultNote && (
            <>
              , <German>{item.resultNote}</German>
            </>
          )}
        </>
      ),
    },
    { key: 'text', label: t.meetings.resolutionText, cell: (item) => <German>{item.resolutionText ?? '–'}</German> },
  ];
  return (
    <Section title={t.meetings.items}>
      {(titleId) => <DataTable labelledBy={titleId} columns={columns} rows={items} rowKey={(item) => item.number} />}
    </Section>
  );
}

/** One meeting: agenda and results, as a form for the council office, as a table for everybody else. */
export function MeetingPage() {
  const { t, f } = useLanguage();
  const { id } = useParams({ from: '/ratspost/sitzungen/$id' });
  const { data: me } = useQuery(meQuery);
  const query = useQuery({ ...meetingQuery(id), staleTime: 0, refetchOnWindowFocus: false });
  const found = query.data?.meeting;
  const mayWrite = me?.permissions.includes('writePapers') ?? false;
  return (
    <div className="fp-page">
      <PageHead title={found ? `${found.body}, ${f.date(found.on)}` : t.meetings.meeting} />
      <Loaded query={query} missing={<Missing>{t.meetings.missing}</Missing>}>
        {(answer) => (mayWrite ? <Form key={id} answer={answer} /> : <Agenda items={answer.meeting.items} />)}
      </Loaded>
    </div>
  );
}
