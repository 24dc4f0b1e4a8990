import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { loadQuery, partnersQuery, projectsQuery } from '../../api/queries.ts';
import { useLanguage } from '../../language/context.tsx';
import { DayInput } from '../../ui/day-input.tsx';
import { ChoiceInput, FieldRow, TextInput } from '../../ui/form.tsx';
import type { ChangeDraft } from './draft.ts';

interface Choices {
  teams: { value: string; label: string }[];
  lines: { value: string; label: string }[];
  years: (line: string) => { value: string; label: string }[];
  projects: { value: string; label: string }[];
  areas: { value: string; label: string }[];
  partners: { value: string; label: string }[];
}

const none = { value: '', label: '–' };

/** What a change can name. */
function useChoices(): Choices {
  const load = useQuery(loadQuery).data;
  const projects = useQuery(projectsQuery).data?.projects ?? [];
  const partners = useQuery(partnersQuery).data?.records ?? [];
  const areas = new Map(projects.map(({ actionField }) => [actionField.id, actionField.name]));
  return {
    teams: [none, ...(load?.rows ?? []).map((row) => ({ value: row.team, label: `${row.shortName} ${row.name}` }))],
    lines: [none, ...(load?.budgetLines ?? []).map((line) => ({ value: line.id, label: line.name }))],
    years: (line) => [
      none,
      ...(load?.budgetLines.find(({ id }) => id === line)?.years ?? []).map(({ year }) => ({
        value: String(year),
        label: String(year),
      })),
    ],
    projects: [none, ...projects.map((one) => ({ value: one.id, label: `${one.id} ${one.shortName}` }))],
    areas: [none, ...[...areas].map(([value, label]) => ({ value, label }))],
    partners: [none, ...partners.map((one) => ({ value: one.id, label: one.title }))],
  };
}

interface Props {
  draft: ChangeDraft;
  /** Fields in which something is missing or wrong. */
  wrong: readonly (keyof ChangeDraft)[];
  onChange: (draft: ChangeDraft) => void;
}

/** One field of a change, by how it is filled in. */
function useFields({ draft, wrong, onChange }: Props) {
  const { t } = useLanguage();
  const words = t.scenarios;
  const common = (key: keyof ChangeDraft) => ({
    value: draft[key],
    error: !wrong.includes(key) ? undefined : draft[key].trim() === '' ? t.form.missing : words.numberWrong,
    onChange: (value: string) => onChange({ ...draft, [key]: value }),
  });
  return {
    choice: (key: keyof ChangeDraft, label: string, choices: Choices['teams']): ReactNode => (
      <ChoiceInput {...common(key)} label={label} choices={choices} />
    ),
    line: (key: keyof ChangeDraft, label: string, hint?: string): ReactNode => (
      <TextInput {...common(key)} label={label} hint={hint} inputMode="decimal" />
    ),
    text: (key: keyof ChangeDraft, label: string): ReactNode => <TextInput {...common(key)} label={label} />,
    day: (label: string): ReactNode => <DayInput {...common('day')} label={label} />,
  };
}

/** The fields that a change of this kind needs. */
export function ChangeFields(props: Props) {
  const { draft } = props;
  const { t } = useLanguage();
  const words = t.scenarios;
  const choices = useChoices();
  const { choice, line, text, day } = useFields(props);
  const fields: Record<ChangeDraft['kind'], ReactNode> = {
    posts: (
      <>
        {choice('team', words.team, choices.teams)}
        {line('number', words.fte, words.fteHint)}
        {day(words.since)}
      </>
    ),
    money: (
      <>
        {choice('budgetLine', words.budgetLine, choices.lines)}
        {choice('year', t.year, choices.years(draft.budgetLine))}
        {line('number', words.amount)}
      </>
    ),
    dropProject: choice('project', words.project, choices.projects),
    delayProject: (
      <>
        {choice('project', words.project, choices.projects)}
        {day(words.earliest)}
      </>
    ),
    partnerLate: (
      <>
        {choice('partner', words.partner, choices.partners)}
        {line('number', words.weeks)}
      </>
    ),
    addProject: (
      <>
        {text('name', words.projectName)}
        {choice('area', words.area, choices.areas)}
        {line('number', words.weeks)}
        {choice('team', words.team, choices.teams)}
        {line('days', words.days)}
        {choice('budgetLine', words.budgetLine, choices.lines)}
        {line('cost', words.cost)}
      </>
    ),
  };
  return <FieldRow>{fields[draft.kind]}</FieldRow>;
}
