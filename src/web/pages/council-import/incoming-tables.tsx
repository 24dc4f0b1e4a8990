import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { problemIn } from '../../api/client.ts';
import {
  type IncomingMeeting,
  type IncomingPaper,
  incomingMeetingsQuery,
  takeMeeting,
} from '../../api/council-import.ts';
import { meetingsQuery } from '../../api/meetings.ts';
import type { Problem } from '../../api/types.ts';
import { useLanguage } from '../../language/context.tsx';
import { Button, buttonClass } from '../../ui/button.tsx';
import { German } from '../../ui/marks.tsx';
import { Failure } from '../../ui/states.tsx';
import { type Column, DataTable } from '../../ui/table.tsx';

const isOpen = (one: { state: string }): boolean => one.state === 'new' || one.state === 'differs';

/** What was read and is not here yet; with `all` everything. */
export const shownOf = <T extends { state: string }>(rows: readonly T[], all: boolean): T[] =>
  rows.filter((one) => all || isOpen(one));

/** How a paper there stands to the register, with what is different. */
function PaperState({ row }: { row: IncomingPaper }) {
  const { t, text } = useLanguage();
  return (
    <>
      {t.councilImport.paperStates[row.state]}
      {row.differences.map((one) => (
        <span key={one.de} className="fp-note">
          <br />
          {text(one)}
        </span>
      ))}
    </>
  );
}

/** The way to take a paper over, or to bring the one in the register up to date. */
function TakePaper({ row }: { row: IncomingPaper }) {
  const { t } = useLanguage();
  const name = row.reference ?? row.name;
  const look = buttonClass('quiet');
  if (row.state === 'new') {
    const label = `${t.councilImport.take}: ${name}`;
    return (
      <Link to="/ratspost/neu" search={{ ratsinfo: row.key }} className={look} aria-label={label}>
        {t.councilImport.take}
      </Link>
    );
  }
  if (row.state !== 'differs' || row.paper === null) return null;
  const label = `${t.councilImport.compare}: ${name}`;
  return (
    <Link to="/ratspost/$id/bearbeiten" params={{ id: row.paper }} className={look} aria-label={label}>
      {t.councilImport.compare}
    </Link>
  );
}

function PaperNumber({ row }: { row: IncomingPaper }) {
  if (row.paper === null) return row.reference ?? '–';
  return (
    <Link to="/ratspost/$id" params={{ id: row.paper }}>
      {row.reference}
    </Link>
  );
}

function FirstStatement({ row }: { row: IncomingPaper }) {
  const [first] = row.statements;
  if (!first?.url) return '–';
  return (
    <a href={first.url}>
      <German>{first.name}</German>
    </a>
  );
}

/** Papers there: each is taken over in the form, by a person. */
export function IncomingPapers(props: { titleId: string; papers: readonly IncomingPaper[]; mayWrite: boolean }) {
  const { titleId, papers, mayWrite } = props;
  const { t, f } = useLanguage();
  const columns: Column<IncomingPaper>[] = [
    { key: 'reference', label: t.papers.paper, noWrap: true, cell: (row) => <PaperNumber row={row} /> },
    {
      key: 'kind',
      label: t.roadmap.kind,
      cell: (row) => (row.kind ? t.paperKinds[row.kind] : <German>{row.paperType ?? '–'}</German>),
    },
    { key: 'name', label: t.papers.subject, rowHeader: true, cell: (row) => <German>{row.name}</German> },
    {
      key: 'on',
      label: t.paperForm.receivedOn,
      noWrap: true,
      cell: (row) => (row.receivedOn ? f.date(row.receivedOn) : '–'),
    },
    { key: 'state', label: t.councilImport.state, cell: (row) => <PaperState row={row} /> },
    { key: 'statement', label: t.councilImport.statement, cell: (row) => <FirstStatement row={row} /> },
    {
      key: 'take',
      label: t.councilImport.take,
      hiddenLabel: true,
      cell: (row) => mayWrite && <TakePaper row={row} />,
    },
  ];
  return <DataTable labelledBy={titleId} columns={columns} rows={papers} rowKey={(row) => row.key} />;
}

/** Meetings there: a new one is taken over as it is, a known one gets what is missing. */
export function IncomingMeetings(props: { titleId: string; meetings: readonly IncomingMeeting[]; mayWrite: boolean }) {
  const { titleId, meetings, mayWrite } = props;
  const { t, f, text } = useLanguage();
  const client = useQueryClient();
  const [problem, setProblem] = useState<Problem | null>(null);
  const take = async (row: IncomingMeeting): Promise<void> => {
    setProblem(null);
    await takeMeeting(row.key).catch((error: unknown) => setProblem(problemIn(error)));
    for (const { queryKey } of [incomingMeetingsQuery, meetingsQuery]) await client.invalidateQueries({ queryKey });
  };
  const nameOf = (row: IncomingMeeting): string =>
    row.meeting ? `${row.meeting.body}, ${f.date(row.meeting.on)}` : row.address;
  const columns: Column<IncomingMeeting>[] = [
    { key: 'name', label: t.meetings.meeting, rowHeader: true, cell: (row) => <German>{nameOf(row)}</German> },
    {
      key: 'items',
      label: t.meetings.items,
      cell: (row) => (row.meeting ? t.meetings.itemCount(row.meeting.items.length) : '–'),
    },
    {
      key: 'state',
      label: t.councilImport.state,
      cell: (row) => [t.councilImport.paperStates[row.state], ...row.hints.map(text)].join('. '),
    },
    {
      key: 'take',
      label: t.councilImport.take,
      hiddenLabel: true,
      cell: (row) => {
        if (!mayWrite || !isOpen(row)) return null;
        const label = row.state === 'new' ? t.councilImport.take : t.councilImport.takeMissing;
        return (
          <Button look="quiet" aria-label={`${label}: ${nameOf(row)}`} onPress={() => void take(row)}>
            {label}
          </Button>
        );
      },
    },
  ];
  return (
    <>
      {problem && <Failure problem={problem} />}
      <DataTable labelledBy={titleId} columns={columns} rows={meetings} rowKey={(row) => row.key} />
    </>
  );
}
