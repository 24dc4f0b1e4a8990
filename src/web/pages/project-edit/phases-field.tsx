import type { DeliveryMode, Phase } from '../../../agenda/index.ts';
import { useForm } from '../../form/context.tsx';
import { Field } from '../../form/fields.tsx';
import type { Path } from '../../form/path.ts';
import { useLanguage } from '../../language/context.tsx';
import { Button } from '../../ui/button.tsx';
import { nextId } from './parts.ts';
import { CostRows, EffortRows } from './work-rows.tsx';

/** What a phase takes in one delivery mode, or that the mode skips it. */
function ModeWork({ phase, mode, path }: { phase: Phase; mode: DeliveryMode; path: Path }) {
  const { t } = useLanguage();
  const { form } = useForm();
  const work = phase.work?.[mode.id];
  const name = mode.name ?? mode.id;
  return (
    <fieldset className="fp-way">
      <legend lang="de">{name}</legend>
      {work === undefined ? (
        <>
          <p className="fp-muted">{t.edit.skipped}</p>
          <Button onPress={() => form.set(path, { effortTenths: {}, costs: [] })}>{t.edit.include}</Button>
        </>
      ) : (
        <>
          <Field spec={{ kind: 'number', name: 'weeks', required: true }} path={[...path, 'weeks']} />
          <EffortRows work={work} path={[...path, 'effortTenths']} />
          <CostRows work={work} path={[...path, 'costs']} />
          <Button look="plain" onPress={() => form.set(path, undefined)}>
            {t.edit.exclude}
          </Button>
        </>
      )}
    </fieldset>
  );
}

/** Phases in their order, each with all delivery modes side by side. */
export function PhasesField() {
  const { t } = useLanguage();
  const { form } = useForm();
  const phases = (form.draft.phases ?? []) as Phase[];
  const modes = ((form.draft.modes ?? []) as DeliveryMode[]).filter((mode) => mode.id);
  const set = (next: Phase[]): void => form.set(['phases'], next);
  const up = (index: number): void => {
    const moved = phases[index];
    if (moved) set(phases.toSpliced(index, 1).toSpliced(index - 1, 0, moved));
  };
  const add = (): void => {
    const [first] = modes;
    const work = first ? { [first.id]: { effortTenths: {}, costs: [] } } : {};
    set([...phases, { id: nextId(phases, 'p'), precision: 'week', work } as unknown as Phase]);
  };
  return (
    <>
      {phases.map((phase, index) => {
        const path = ['phases', index];
        const name = phase.name || t.edit.phase(index + 1);
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: the id of a phase is typed here and may be empty or double.
          <fieldset key={`${form.epoch} ${index}`} className="fp-inner" id={`feld/phases/${index}`} tabIndex={-1}>
            <legend>{name}</legend>
            <div className="fp-rf__grid">
              <Field spec={{ kind: 'line', name: 'name', required: true }} path={[...path, 'name']} />
              <Field spec={{ kind: 'line', name: 'id', required: true }} path={[...path, 'id']} />
              <Field
                spec={{ kind: 'choice', name: 'precision', values: ['week', 'month', 'quarter'], words: t.precisions }}
                path={[...path, 'precision']}
              />
              <Field spec={{ kind: 'number', name: 'offsetWeeks' }} path={[...path, 'offsetWeeks']} />
            </div>
            <div className="fp-ways">
              {modes.map((mode) => (
                <ModeWork key={mode.id} phase={phase} mode={mode} path={[...path, 'work', mode.id]} />
              ))}
            </div>
            <div className="fp-actions">
              {index > 0 && (
                <Button look="plain" onPress={() => up(index)}>
                  {t.edit.up(name)}
                </Button>
              )}
              <Button look="plain" aria-label={t.form.removeItem(name)} onPress={() => set(phases.toSpliced(index, 1))}>
                {t.form.remove}
              </Button>
            </div>
          </fieldset>
        );
      })}
      <Button onPress={add}>{t.edit.addPhase}</Button>
    </>
  );
}
