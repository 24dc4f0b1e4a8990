import { useState } from 'react';
import { problemIn, sendJson } from '../../api/client.ts';
import type { Problem } from '../../api/types.ts';
import { useLanguage } from '../../language/context.tsx';
import { parseDay, typedDay } from '../../language/parse.ts';
import { Button } from '../../ui/button.tsx';
import { ChoiceInput, FieldGroup, FieldRow, TextInput } from '../../ui/form.tsx';
import { German } from '../../ui/marks.tsx';
import { Section } from '../../ui/section.tsx';
import { Failure } from '../../ui/states.tsx';
import { Exclusions } from './exclusions.tsx';
import { NumberInput } from './number-input.tsx';
import {
  type Candidate,
  type ExaminationView,
  type Exclusion,
  excludedBy,
  withExcluded,
  withoutCandidate,
  withWork,
} from './state.ts';

interface Signed {
  view: ExaminationView;
  signature: { by: string; on: string };
}

type Phase = Candidate['phases'][number];
type Work = Phase['work'][string];

/** Weeks, effort per team and cost of one phase in one delivery mode. */
function WorkFields(props: Signed & { phase: Phase; mode: string; work: Work; set: (part: Partial<Work>) => void }) {
  const { view, phase, mode, work, set } = props;
  const { t } = useLanguage();
  const teams = view.teams.filter((team) => !(team.id in work.effortTenths));
  return (
    <div role="group" aria-label={phase.name}>
      <p className="fp-strong">
        <German>{phase.name}</German>
      </p>
      <FieldRow
        end={
          work.costs.length === 0 &&
          view.budgetLines[0] && (
            <Button
              onPress={() => set({ costs: [{ budgetLine: view.budgetLines[0]?.id ?? '', cents: 0, spread: 'even' }] })}
            >
              {t.examination.addCost}
            </Button>
          )
        }
      >
        <NumberInput
          label={t.examination.weeks}
          value={work.weeks}
          scale={1}
          least={1}
          error={t.examination.numberWrong}
          onChange={(weeks) => set({ weeks })}
        />
        {Object.entries(work.effortTenths).map(([team, tenths]) => (
          <NumberInput
            key={`${mode} ${team}`}
            label={t.examination.effort(team)}
            value={tenths}
            scale={10}
            error={t.examination.numberWrong}
            onChange={(value) => set({ effortTenths: { ...work.effortTenths, [team]: value } })}
          />
        ))}
        {work.costs.map((cost, index) => (
          <NumberInput
            // biome-ignore lint/suspicious/noArrayIndexKey: costs of a phase have no key and keep their order.
            key={index}
            label={t.examination.cost(view.budgetLines.find((one) => one.id === cost.budgetLine)?.name ?? '')}
            value={cost.cents}
            scale={100}
            error={t.examination.numberWrong}
            onChange={(cents) => set({ costs: work.costs.with(index, { ...cost, cents }) })}
          />
        ))}
        {teams.length > 0 && (
          <ChoiceInput
            label={t.examination.addTeam}
            value=""
            choices={[{ value: '', label: '–' }, ...teams.map((one) => ({ value: one.id, label: one.name }))]}
            onChange={(team) => team !== '' && set({ effortTenths: { ...work.effortTenths, [team]: 10 } })}
          />
        )}
      </FieldRow>
    </div>
  );
}

function Fields(props: Signed & { candidate: Candidate; onChange: (candidate: Candidate) => void }) {
  const { view, candidate, onChange, signature } = props;
  const { t } = useLanguage();
  const [start, setStart] = useState(typedDay(candidate.earliestStart));
  const wrong = start.trim() !== '' && parseDay(start) === null;
  return (
    <>
      <TextInput
        label={t.examination.candidateName}
        value={candidate.name}
        lang="de"
        onChange={(name) => onChange({ ...candidate, name })}
      />
      <FieldRow>
        <ChoiceInput
          label={t.examination.actionField}
          value={candidate.actionField}
          choices={view.actionFields.map((one) => ({ value: one.id, label: one.name }))}
          onChange={(actionField) => onChange({ ...candidate, actionField })}
        />
        <TextInput
          label={t.examination.earliestStart}
          value={start}
          placeholder={t.paperForm.dayHint}
          error={wrong ? t.paperForm.dayWrong : undefined}
          onChange={(typed) => {
            setStart(typed);
            const { earliestStart: _before, ...rest } = candidate;
            const day = parseDay(typed);
            if (day !== null || typed.trim() === '') onChange(day ? { ...rest, earliestStart: day } : rest);
          }}
        />
      </FieldRow>
      {candidate.modes.map((mode) => (
        <FieldGroup key={mode.id} legend={`${t.examination.mode}: ${mode.name}`}>
          {candidate.phases.map((phase) => {
            const work = phase.work[mode.id];
            if (!work) return null;
            return (
              <WorkFields
                key={phase.id}
                view={view}
                signature={signature}
                phase={phase}
                mode={mode.id}
                work={work}
                set={(part) => onChange(withWork(candidate, phase.id, mode.id, part, signature))}
              />
            );
          })}
        </FieldGroup>
      ))}
    </>
  );
}

/** A further new project, made of a template. */
function Adding(props: {
  view: ExaminationView;
  candidates: readonly Candidate[];
  onAdd: (candidate: Candidate) => void;
}) {
  const { view, candidates, onAdd } = props;
  const { t } = useLanguage();
  const [template, setTemplate] = useState(view.templates[0]?.id ?? '');
  const [actionField, setActionField] = useState(view.actionFields[0]?.id ?? '');
  const [problem, setProblem] = useState<Problem | null>(null);
  const add = (): void => {
    setProblem(null);
    const body = { template, actionField, taken: candidates.map((one) => one.id) };
    sendJson<{ candidate: Candidate }>('POST', `/papers/${encodeURIComponent(view.paper.id)}/candidate`, body).then(
      ({ candidate }) => onAdd(candidate),
      (error: unknown) => setProblem(problemIn(error)),
    );
  };
  const choices = (list: readonly { id: string; name: string }[]) =>
    list.map((one) => ({ value: one.id, label: one.name }));
  return (
    <>
      {view.templates.length > 0 && (
        <FieldRow end={<Button onPress={add}>{t.examination.addCandidate}</Button>}>
          <ChoiceInput
            label={t.examination.template}
            value={template}
            choices={choices(view.templates)}
            onChange={setTemplate}
          />
          <ChoiceInput
            label={t.examination.actionField}
            value={actionField}
            choices={choices(view.actionFields)}
            onChange={setActionField}
          />
        </FieldRow>
      )}
      {problem && <Failure problem={problem} />}
    </>
  );
}

/** New projects that the paper needs: made of a template, with effort and cost that the examiner can change. */
export function CandidateEditor(
  props: Signed & {
    candidates: readonly Candidate[];
    onChange: (candidates: Candidate[]) => void;
    alternatives: readonly Exclusion[];
    onExclude: (alternatives: Exclusion[]) => void;
  },
) {
  const { view, candidates, onChange, alternatives, onExclude, signature } = props;
  const { t } = useLanguage();
  return (
    <Section title={t.examination.candidates} gap>
      <p className="fp-note">{t.examination.candidatesNote}</p>
      <ul className="fp-form__list">
        {candidates.map((candidate, index) => (
          <li key={candidate.id}>
            <div className="fp-form" role="group" aria-label={candidate.name}>
              <Fields
                view={view}
                signature={signature}
                candidate={candidate}
                onChange={(changed) => onChange(candidates.with(index, changed).slice())}
              />
              <Exclusions
                candidate={candidate}
                projects={[...view.excludable, ...candidates]}
                excluded={excludedBy(alternatives, candidate.id)}
                onChange={(ids) => onExclude(withExcluded(alternatives, candidate, ids))}
              />
            </div>
            <Button
              look="quiet"
              aria-label={t.paperForm.remove(candidate.name)}
              onPress={() => {
                onExclude(withoutCandidate(alternatives, candidate.id));
                onChange(candidates.filter((one) => one !== candidate));
              }}
            >
              {t.paperForm.removeShort}
            </Button>
          </li>
        ))}
      </ul>
      <Adding view={view} candidates={candidates} onAdd={(candidate) => onChange([...candidates, candidate])} />
    </Section>
  );
}
