import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Paper, PaperBasis } from '../../../council/index.ts';
import type { Alternative, Alternatives } from '../../../planning/index.ts';
import { type AssessRun, useAssess } from '../../api/assess.ts';
import { problemIn, sendJson } from '../../api/client.ts';
import { choicesQuery, meQuery, paperQuery } from '../../api/queries.ts';
import type { Problem } from '../../api/types.ts';
import { useLanguage } from '../../language/context.tsx';
import { Asked } from '../../plan/asked.tsx';
import { useNames } from '../../plan/names.ts';
import { Button } from '../../ui/button.tsx';
import { ScrollArea, Section } from '../../ui/section.tsx';
import { Failure } from '../../ui/states.tsx';
import { type Column, DataTable } from '../../ui/table.tsx';
import { type AlternativeDraft, AlternativeForm, choiceOf } from './alternative-form.tsx';
import { AssessProgress } from './assess-progress.tsx';

/** Projects named in a cell; the others are counted. */
const NAMED = 3;

type Row = Alternative & { key: string };

const isBasis = (row: Alternative, basis: PaperBasis | undefined): boolean =>
  basis !== undefined && basis.kind === row.kind && (row.kind !== 'partner' || basis.mode === row.mode);

/** Which projects slip, and by how much after what was promised. */
function Slips({ row }: { row: Alternative }) {
  const { t, f } = useLanguage();
  const words = t.alternatives;
  const late = row.displaced.filter((one) => one.lateWeeks > 0);
  if (row.dates === null) return '–';
  if (late.length === 0) return row.displaced.length === 0 ? words.nothing : words.movesOnly(row.displaced.length);
  const named = late.slice(0, NAMED).map((one) => `${one.project} +${f.number(one.lateWeeks)}`);
  return words.slips(
    named.join(', '),
    Math.max(0, late.length - NAMED),
    late.filter((one) => one.statutoryMissed).length,
  );
}

/** Staff and money that come on top of what there is: posts of the row, or what would keep the plan as it is. */
function Extra({ row }: { row: Alternative }) {
  const { t, f } = useLanguage();
  const words = t.alternatives;
  const [change] = row.changes;
  if (change?.kind === 'posts') return words.postsFrom(f.number(change.fte, 1), change.team, f.date(change.from));
  if (row.kind !== 'asked' || row.displaced.every((one) => one.lateWeeks === 0)) return '–';
  if (row.extra === null) return words.notInHorizon;
  const teams = row.extra.teams.map(({ team, tenths }) => `${team} ${f.days(tenths)}\u00a0${t.units.personDays}`);
  const cents = row.extra.money.reduce((sum, one) => sum + one.cents, 0);
  const money = cents > 0 ? [t.paper.money(f.thousands(cents))] : [];
  return teams.length + money.length > 0 ? words.insteadOfSlips([...teams, ...money].join(', ')) : '–';
}

function useColumns(modeName: (id: string) => string): Column<Row>[] {
  const { t, f } = useLanguage();
  const words = t.alternatives;
  const day = (row: Row, field: 'start' | 'finish'): string =>
    row.dates ? f.date(row.dates[field]) : words.notInHorizon;
  return [
    {
      key: 'way',
      label: words.way,
      rowHeader: true,
      cell: (row) => (row.kind === 'partner' ? words.kinds.partner(modeName(row.mode)) : words.kinds[row.kind]),
    },
    { key: 'start', label: t.start, numeric: true, illustrative: true, cell: (row) => day(row, 'start') },
    { key: 'finish', label: words.finish, numeric: true, illustrative: true, cell: (row) => day(row, 'finish') },
    { key: 'slips', label: words.whatSlips, illustrative: true, cell: (row) => <Slips row={row} /> },
    {
      key: 'effort',
      label: words.effort,
      numeric: true,
      illustrative: true,
      cell: (row) => f.days(row.effort.reduce((sum, one) => sum + one.tenths, 0)),
    },
    {
      key: 'costs',
      label: words.costs,
      numeric: true,
      illustrative: true,
      cell: (row) => f.thousands(row.costs.reduce((sum, one) => sum + one.cents, 0)),
    },
    { key: 'extra', label: words.extra, illustrative: true, cell: (row) => <Extra row={row} /> },
    { key: 'quality', label: t.paper.qualityShort, cell: (row) => t.quality[row.quality] },
  ];
}

/** Choosing what answer and statement rest on; both are then computed again. */
function useBasis(paper: Paper, version: number, run: AssessRun) {
  const client = useQueryClient();
  const [problem, setProblem] = useState<Problem | null>(null);
  const choose = async (basis: Omit<PaperBasis, 'by' | 'on'> | null): Promise<void> => {
    setProblem(null);
    try {
      await sendJson('PUT', `/papers/${encodeURIComponent(paper.id)}/basis`, { basis }, version);
      await client.invalidateQueries({ queryKey: paperQuery(paper.id).queryKey });
      run.start();
    } catch (error) {
      setProblem(problemIn(error));
    }
  };
  return { problem, choose };
}

function AlternativeTable(props: { paper: Paper; version: number; found: Alternatives; titleId: string }) {
  const { paper, version, found, titleId } = props;
  const { t } = useLanguage();
  const words = t.alternatives;
  const { data: me } = useQuery(meQuery);
  const run = useAssess(paper.id);
  const { problem, choose } = useBasis(paper, version, run);
  const project = paper.candidates.find((one) => one.id === found.candidate);
  const columns = useColumns((id) => project?.modes.find((one) => one.id === id)?.name ?? id);
  const may = ['writePapers', 'assess'].every((one) => me?.permissions.some((other) => other === one));
  const chooseColumn: Column<Row> = {
    key: 'basis',
    label: words.basis,
    cell: (row) => {
      const { kind, mode } = row;
      const usual = kind === 'asked' || kind === 'later';
      const chosen = usual ? kind === 'later' && paper.basis === undefined : isBasis(row, paper.basis);
      if (chosen) return <strong>{words.chosen}</strong>;
      if (!may || kind === 'asked') return '–';
      const basis = usual ? null : { kind, mode, choice: found.choice };
      return (
        <Button look="quiet" isDisabled={run.running} onPress={() => void choose(basis)}>
          {words.choose}
        </Button>
      );
    },
  };
  const rows = found.rows.map((row): Row => ({ ...row, key: `${row.kind} ${row.mode}` }));
  return (
    <>
      {problem && <Failure problem={problem} />}
      <AssessProgress run={run} />
      <ScrollArea labelledBy={titleId}>
        <DataTable
          labelledBy={titleId}
          columns={[...columns, chooseColumn]}
          rows={rows}
          rowKey={(row) => row.key}
          tight
        />
      </ScrollArea>
      <p className="fp-note">{words.rule}</p>
    </>
  );
}

/** The ways to do what the paper asks, side by side; one of them may become what answer and statement rest on. */
export function AlternativesSection({
  paper,
  version,
  bottleneck,
}: {
  paper: Paper;
  version: number;
  bottleneck: string | null;
}) {
  const { t } = useLanguage();
  const words = t.alternatives;
  const { data: choices } = useQuery(choicesQuery);
  const nameOf = useNames();
  const wanted = paper.pointDecisions.find((one) => one.candidate)?.candidate;
  const project = paper.candidates.find((one) => one.id === wanted);
  const [draft, setDraft] = useState<AlternativeDraft>({
    without: [],
    effortPercent: 100,
    team: bottleneck ?? '',
    fteTenths: 0,
    from: '',
  });
  if (!project) return null;
  const teams = (choices?.team ?? []).map(({ id }) => ({ id, name: nameOf('team', id) }));
  return (
    <Section title={words.title} gap>
      {(titleId) => (
        <>
          <p className="fp-muted">{words.lead}</p>
          <Asked<Alternatives>
            path={`/papers/${encodeURIComponent(paper.id)}/alternatives`}
            action={words.compute}
            body={{ choice: choiceOf(draft) }}
            form={<AlternativeForm project={project} teams={teams} draft={draft} onChange={setDraft} />}
          >
            {(found) => <AlternativeTable paper={paper} version={version} found={found} titleId={titleId} />}
          </Asked>
        </>
      )}
    </Section>
  );
}
