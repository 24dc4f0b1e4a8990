import type { Work } from '../../../agenda/index.ts';
import { Chooser } from '../../form/chooser.tsx';
import { useForm } from '../../form/context.tsx';
import { Field } from '../../form/fields.tsx';
import { elementId, type Path, pointerOf } from '../../form/path.ts';
import { useLanguage } from '../../language/context.tsx';
import { Button } from '../../ui/button.tsx';

/** Person-days by team. A team stands here once; choosing one adds its line. */
export function EffortRows({ work, path }: { work: Work; path: Path }) {
  const { t } = useLanguage();
  const { form, choices } = useForm();
  const teams = Object.keys(work.effortTenths ?? {});
  const all = choices.team ?? [];
  const nameOf = (id: string): string => all.find((one) => one.id === id)?.name ?? id;
  return (
    <>
      {teams.map((team) => (
        <div key={team} className="fp-row2">
          <Field
            spec={{ kind: 'number', name: 'effortTenths', label: nameOf(team), scale: 10, unit: t.units.personDays }}
            path={[...path, team]}
          />
          <Button
            look="plain"
            aria-label={t.form.removeItem(nameOf(team))}
            onPress={() => form.set([...path, team], undefined)}
          >
            ×
          </Button>
        </div>
      ))}
      <div className="fp-input">
        <label className="fp-input__label" htmlFor={elementId(pointerOf(path))}>
          {t.edit.addTeam}
        </label>
        <Chooser
          label={t.edit.addTeam}
          input={{ id: elementId(pointerOf(path)) }}
          choices={all.filter((one) => !teams.includes(one.id))}
          value={null}
          onChange={(id) => {
            if (id !== null) form.set([...path, id], 0);
          }}
        />
      </div>
    </>
  );
}

/** Money by budget line. The fiscal year follows from the dates of the phase. */
export function CostRows({ work, path }: { work: Work; path: Path }) {
  const { t } = useLanguage();
  const { form } = useForm();
  const costs = work.costs ?? [];
  return (
    <>
      {costs.map((_, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the same budget line may stand here twice.
        <div key={`${form.epoch} ${index}`} className="fp-row2 fp-row2--cost">
          <Field
            spec={{ kind: 'one', name: 'budgetLine', of: 'budgetLine', required: true }}
            path={[...path, index, 'budgetLine']}
          />
          <Field
            spec={{ kind: 'number', name: 'cents', scale: 100_000, unit: t.units.thousandEuros, required: true }}
            path={[...path, index, 'cents']}
          />
          <Field
            spec={{ kind: 'choice', name: 'spread', values: ['even', 'start', 'end'] }}
            path={[...path, index, 'spread']}
          />
          <Button
            look="plain"
            aria-label={t.form.removeItem(`${t.edit.line} ${index + 1}`)}
            onPress={() => form.set(path, costs.toSpliced(index, 1))}
          >
            ×
          </Button>
        </div>
      ))}
      <Button onPress={() => form.set(path, [...costs, { spread: 'even' }])}>{t.edit.addCost}</Button>
    </>
  );
}
