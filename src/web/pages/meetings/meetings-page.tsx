import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import type { Meeting } from '../../../council/index.ts';
import { sendJson } from '../../api/client.ts';
import { deskQuery } from '../../api/council.ts';
import { type MeetingAnswer, meetingsQuery, organizationsQuery } from '../../api/meetings.ts';
import { meQuery } from '../../api/queries.ts';
import { useDraft } from '../../form/draft.ts';
import { Faults } from '../../form/faults.tsx';
import { SaveBar } from '../../form/save-bar.tsx';
import { useSave } from '../../form/use-save.ts';
import { useLanguage } from '../../language/context.tsx';
import { parseDay } from '../../language/parse.ts';
import { buttonClass } from '../../ui/button.tsx';
import { DayInput } from '../../ui/day-input.tsx';
import { ChoiceInput, FieldRow, TextInput } from '../../ui/form.tsx';
import { PageHead } from '../../ui/heading.tsx';
import { German } from '../../ui/marks.tsx';
import { Section } from '../../ui/section.tsx';
import { Loaded } from '../../ui/states.tsx';
import { type Column, DataTable } from '../../ui/table.tsx';
import { Bodies } from './bodies.tsx';
import { meetingId } from './draft.ts';

/** Names of the bodies that may meet; the council always may. */
function useBodies(): string[] {
  const { data } = useQuery(organizationsQuery);
  const names = [
    ...(data?.organizations ?? [])
      .filter(({ organization }) => organization.kind !== 'faction')
      .map(({ organization }) => organization.name),
    ...(data?.unlisted ?? []),
  ];
  return names.includes('Stadtrat') ? names : ['Stadtrat', ...names];
}

/** A new meeting: body and day are enough, the agenda follows on its own page. */
function Add() {
  const { t } = useLanguage();
  const navigate = useNavigate();
  const bodies = useBodies();
  const saving = useSave();
  const [{ body, on, time }, setDraft, forget] = useDraft('new meeting', { body: 'Stadtrat', on: '', time: '' });
  const change = (part: { body?: string; on?: string; time?: string }): void =>
    setDraft((old) => ({ ...old, ...part }));
  const day = parseDay(on);
  const add = async (): Promise<void> => {
    if (on.trim() === '') return saving.refuse([{ pointer: '/on', detail: t.form.missing }]);
    if (day === null) return saving.refuse();
    const meeting: Meeting = {
      id: meetingId(body, day),
      body,
      on: day,
      ...(time.trim() ? { time: time.trim() } : {}),
      items: [],
    };
    const made = await saving.run(
      () => sendJson<MeetingAnswer>('POST', '/meetings', meeting),
      ['/meetings', '/council-desk'],
    );
    if (!made) return;
    forget();
    await navigate({ to: '/ratspost/sitzungen/$id', params: { id: made.meeting.id } });
  };
  return (
    <Section title={t.meetings.add} gap>
      <form
        className="fp-form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void add();
        }}
      >
        <Faults problem={saving.problem} />
        <FieldRow>
          <ChoiceInput
            label={t.meetings.body}
            value={body}
            choices={bodies.map((value) => ({ value, label: value }))}
            onChange={(chosen) => change({ body: chosen })}
          />
          <DayInput
            label={t.meetings.on}
            value={on}
            error={saving.errorAt('/on')}
            onChange={(typed) => change({ on: typed })}
          />
          <TextInput
            label={t.meetings.time}
            value={time}
            letters={8}
            hint={t.meetings.timeHint}
            error={saving.errorAt('/time')}
            onChange={(typed) => change({ time: typed })}
          />
        </FieldRow>
        <SaveBar saving={saving} />
      </form>
    </Section>
  );
}

function List({ title, rows }: { title: string; rows: readonly Meeting[] }) {
  const { t, f } = useLanguage();
  const columns: Column<Meeting>[] = [
    {
      key: 'on',
      label: t.meetings.meeting,
      rowHeader: true,
      cell: (row) => (
        <Link to="/ratspost/sitzungen/$id" params={{ id: row.id }}>
          {f.date(row.on)} <German>{row.body}</German>
        </Link>
      ),
    },
    { key: 'time', label: t.meetings.time, cell: (row) => row.time ?? '–' },
    { key: 'place', label: t.meetings.place, cell: (row) => <German>{row.place ?? '–'}</German> },
    { key: 'items', label: t.meetings.items, cell: (row) => t.meetings.itemCount(row.items.length) },
    {
      key: 'results',
      label: t.meetings.result,
      cell: (row) => t.meetings.results(row.items.filter((item) => item.result !== undefined).length),
    },
  ];
  if (rows.length === 0) return null;
  return (
    <Section title={title} gap>
      {(titleId) => <DataTable labelledBy={titleId} columns={columns} rows={rows} rowKey={(row) => row.id} />}
    </Section>
  );
}

/** When the bodies meet, what they dealt with, and which bodies there are. */
export function MeetingsPage() {
  const { t } = useLanguage();
  const query = useQuery(meetingsQuery);
  const { data: desk } = useQuery(deskQuery);
  const { data: me } = useQuery(meQuery);
  const mayWrite = me?.permissions.includes('writePapers') ?? false;
  return (
    <div className="fp-page">
      <PageHead title={t.meetings.title} lead={t.meetings.lead}>
        <Link to="/ratspost/beschluesse" className={buttonClass('quiet')}>
          {t.resolutions.title}
        </Link>
      </PageHead>
      <Loaded query={query}>
        {({ meetings }) => {
          const all = meetings.map((one) => one.meeting);
          const today = desk?.today ?? '';
          return (
            <>
              {all.length === 0 && <p className="fp-note">{t.meetings.none}</p>}
              <List title={t.meetings.coming} rows={all.filter((one) => one.on >= today).reverse()} />
              <List title={t.meetings.past} rows={all.filter((one) => one.on < today)} />
            </>
          );
        }}
      </Loaded>
      {mayWrite && <Add />}
      <Bodies mayWrite={mayWrite} />
    </div>
  );
}
