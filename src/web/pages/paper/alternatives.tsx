import { useQuery } from '@tanstack/react-query';
import type { Paper, PaperBasis } from '../../../council/index.ts';
import type { Alternative, Alternatives } from '../../../planning/index.ts';
import { type AssessRun, useAssess } from '../../api/assess.ts';
import { sendJson } from '../../api/client.ts';
import { choicesQuery, meQuery } from '../../api/queries.ts';
import { useDraft } from '../../form/draft.ts';
import { useSave } from '../../form/use-save.ts';
import { useLanguage } from '../../language/context.tsx';
import { Asked } from '../../plan/asked.tsx';
import { useNames } from '../../plan/names.ts';
import { Button } from '../../ui/button.tsx';
import { ScrollArea, Section } from '../../ui/section.tsx';
import { Failure } from '../../ui/states.tsx';
import { type Column, DataTable } from '../../ui/table.tsx';
import { alternativeColumns } from './alternative-columns.tsx';
import { type AlternativeDraft, AlternativeForm, choiceOf } from './alternative-form.tsx';
import { AssessProgress } from './assess-progress.tsx';

type Row = Alternative & { key: string };

const isBasis = (row: Alternative, basis: PaperBasis | undefined): boolean =>
  basis !== undefined && basis.kind === row.kind && (row.kind !== 'partner' || basis.mode === row.mode);

/** Choosing what answer and statement rest on; both are then computed again. */
function useBasis(paper: Paper, version: number, run: AssessRun) {
  const { problem, run: save } = useSave();
  const choose = async (basis: Omit<PaperBasis, 'by' | 'on'> | null): Promise<void> => {
    const path = `/papers/${encodeURIComponent(paper.id)}`;
    if (await save(() => sendJson<object>('PUT', `${path}/basis`, { basis }, version), [path])) run.start();
  };
  return { problem, choose };
}

function AlternativeTable(props: { paper: Paper; version: number; found: Alternatives; titleId: string }) {
  const { paper, version, found, titleId } = props;
  const language = useLanguage();
  const words = language.t.alternatives;
  const { data: me } = useQuery(meQuery);
  const run = useAssess(paper.id);
  const { problem, choose } = useBasis(paper, version, run);
  const project = paper.candidates.find((one) => one.id === found.candidate);
  const columns = alternativeColumns(language, {
    candidate: found.candidate,
    modeName: (id) => project?.modes.find((one) => one.id === id)?.name ?? id,
  });
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
  const [draft, setDraft] = useDraft<AlternativeDraft>(`alternatives ${paper.id}`, {
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
