import { useQuery } from '@tanstack/react-query';
import type { Commitment } from '../../agenda/index.ts';
import { choicesQuery } from '../api/queries.ts';
import { useLanguage } from '../language/context.tsx';
import { ChoiceInput } from '../ui/form.tsx';

/** What tells of the event of a promise: a project that ends, or a prerequisite that is met. */
export type Tie = Pick<Commitment, 'project' | 'prerequisite'>;

const keyOf = ({ project, prerequisite }: Tie): string =>
  prerequisite ? `prerequisite ${prerequisite}` : project ? `project ${project}` : '';

function tieOf(value: string): Tie {
  const [kind = '', id = ''] = value.split(' ');
  if (kind === 'prerequisite') return { prerequisite: id };
  return kind === 'project' ? { project: id } : {};
}

/** Chooses the record whose end tells that the event has come; without one nobody would notice. */
export function TieInput({ tie, onChange }: { tie: Tie; onChange: (tie: Tie) => void }) {
  const { t } = useLanguage();
  const { data } = useQuery(choicesQuery);
  const choices = [
    { value: '', label: t.promises.untied },
    ...(data?.prerequisite ?? []).map((one) => ({
      value: `prerequisite ${one.id}`,
      label: t.promises.whenMet(one.name),
    })),
    ...(data?.project ?? []).map((one) => ({ value: `project ${one.id}`, label: t.promises.whenFinished(one.name) })),
  ];
  return (
    <ChoiceInput
      label={t.promises.tie}
      value={keyOf(tie)}
      choices={choices}
      onChange={(value) => onChange(tieOf(value))}
    />
  );
}
