import type { Project } from '../../../agenda/index.ts';
import type { AlternativeChoice } from '../../../planning/index.ts';
import { useLanguage } from '../../language/context.tsx';
import { parseDay } from '../../language/parse.ts';
import { DayInput } from '../../ui/day-input.tsx';
import { CheckInput, ChoiceInput, FieldGroup, FieldRow } from '../../ui/form.tsx';
import { German } from '../../ui/marks.tsx';
import { NumberInput } from '../examination/number-input.tsx';

/** What is typed: a day may be unfinished. */
export interface AlternativeDraft {
  without: string[];
  effortPercent: number;
  team: string;
  fteTenths: number;
  from: string;
}

/** The choice that a form means; posts count when team, number and day are there. */
export function choiceOf({ without, effortPercent, team, fteTenths, from }: AlternativeDraft): AlternativeChoice {
  const day = parseDay(from);
  const posts = team !== '' && fteTenths > 0 && day !== null ? { team, fte: fteTenths / 10, from: day } : null;
  return { without, effortPercent, posts };
}

/** What a person has to choose before smaller and better staffed alternatives can be computed. */
export function AlternativeForm(props: {
  project: Project;
  teams: readonly { id: string; name: string }[];
  draft: AlternativeDraft;
  onChange: (draft: AlternativeDraft) => void;
}) {
  const { project, teams, draft, onChange } = props;
  const { t } = useLanguage();
  const words = t.alternatives;
  const set = (part: Partial<AlternativeDraft>): void => onChange({ ...draft, ...part });
  return (
    <>
      <FieldGroup legend={words.smaller} note={words.smallerNote}>
        {project.phases.length > 1 &&
          project.phases.map(({ id, name }) => (
            <CheckInput
              key={id}
              label={
                <>
                  {words.leaveOut} <German>{name}</German>
                </>
              }
              value={draft.without.includes(id)}
              onChange={(out) =>
                set({ without: out ? [...draft.without, id] : draft.without.filter((one) => one !== id) })
              }
            />
          ))}
        <NumberInput
          label={words.effortPercent}
          value={draft.effortPercent}
          scale={1}
          least={10}
          error={words.percentWrong}
          onChange={(percent) => set({ effortPercent: Math.min(100, percent) })}
        />
      </FieldGroup>
      <FieldGroup legend={words.posts}>
        <FieldRow>
          <ChoiceInput
            label={words.team}
            value={draft.team}
            choices={[{ value: '', label: '–' }, ...teams.map(({ id, name }) => ({ value: id, label: name }))]}
            onChange={(team) => set({ team })}
          />
          <NumberInput
            label={words.number}
            value={draft.fteTenths}
            scale={10}
            error={t.examination.numberWrong}
            onChange={(fteTenths) => set({ fteTenths })}
          />
          <DayInput label={words.from} value={draft.from} onChange={(from) => set({ from })} />
        </FieldRow>
      </FieldGroup>
    </>
  );
}
