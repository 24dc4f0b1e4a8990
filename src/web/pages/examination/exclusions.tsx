import { useLanguage } from '../../language/context.tsx';
import { Button } from '../../ui/button.tsx';
import { ChoiceInput } from '../../ui/form.tsx';
import { German } from '../../ui/marks.tsx';
import type { Candidate, Named } from './state.ts';

/** Projects of which none is carried out if the new one is. */
export function Exclusions(props: {
  candidate: Candidate;
  /** Projects of the agenda and other new ones that can be named. */
  projects: readonly Named[];
  excluded: readonly string[];
  onChange: (excluded: string[]) => void;
}) {
  const { candidate, projects, excluded, onChange } = props;
  const { t } = useLanguage();
  const nameOf = (id: string) => projects.find((one) => one.id === id)?.name ?? id;
  const open = projects.filter(({ id }) => id !== candidate.id && !excluded.includes(id));
  if (open.length + excluded.length === 0) return null;
  return (
    <div role="group" aria-label={t.examination.excludes}>
      <p className="fp-strong">{t.examination.excludes}</p>
      <p className="fp-note">{t.examination.excludesNote}</p>
      {excluded.length > 0 && (
        <ul className="fp-form__list">
          {excluded.map((id) => (
            <li key={id}>
              <German>{nameOf(id)}</German>{' '}
              <Button
                look="quiet"
                aria-label={t.paperForm.remove(nameOf(id))}
                onPress={() => onChange(excluded.filter((one) => one !== id))}
              >
                {t.paperForm.removeShort}
              </Button>
            </li>
          ))}
        </ul>
      )}
      <ChoiceInput
        label={t.examination.addExcluded}
        value=""
        choices={[{ value: '', label: '–' }, ...open.map((one) => ({ value: one.id, label: one.name }))]}
        onChange={(id) => id !== '' && onChange([...excluded, id])}
      />
    </div>
  );
}
