import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import type { StageRow } from '../../../planning/index.ts';
import { orderStages } from '../../api/groundwork.ts';
import { afterSaving } from '../../api/saved.ts';
import { moved } from '../../form/moved.ts';
import { type Saving, useSave } from '../../form/use-save.ts';
import { useLanguage } from '../../language/context.tsx';
import { Arrow } from '../../ui/arrow.tsx';
import { Button } from '../../ui/button.tsx';
import { notify } from '../../ui/toast.tsx';

/** The order of the stages, and how one of them is moved in it. */
export interface StageOrder {
  saving: Saving;
  last: number;
  move: (from: number, by: 1 | -1) => Promise<void>;
}

/** Moves stages up and down; each step is saved at once, and can be undone. */
export function useStageOrder(stages: readonly StageRow[]): StageOrder {
  const { t } = useLanguage();
  const client = useQueryClient();
  const saving = useSave();
  const put = async (before: readonly string[], after: readonly string[]): Promise<boolean> => {
    const done = await saving.run(() => orderStages(before, after), ['/stages']);
    if (done !== null) await afterSaving(client);
    return done !== null;
  };
  const move = async (from: number, by: 1 | -1): Promise<void> => {
    const before = stages.map(({ id }) => id);
    const after = moved(before, from, by);
    if (!(await put(before, after))) return;
    const undo = async (): Promise<void> => {
      if (await put(after, before)) notify(t.form.undone);
    };
    const words = t.stages.movedTo(stages[from]?.name ?? '', from + by + 1);
    notify(words, { label: t.form.undo, run: () => void undo() });
  };
  return { saving, last: stages.length - 1, move };
}

/** One step up or down, by mouse or key; the focus goes along with the stage. */
export function StageSteps({ name, at, order }: { name: string; at: number; order: StageOrder }) {
  const { t } = useLanguage();
  const [up, down] = [useRef<HTMLButtonElement>(null), useRef<HTMLButtonElement>(null)];
  const pressed = useRef<1 | -1 | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: when the stage has come to its new place.
  useEffect(() => {
    const [same, other] = pressed.current === 1 ? [down, up] : [up, down];
    if (pressed.current !== null) (same.current?.disabled ? other : same).current?.focus();
    pressed.current = null;
  }, [at]);
  const step = (by: 1 | -1): void => {
    pressed.current = by;
    void order.move(at, by);
  };
  return (
    <>
      <Button ref={up} look="quiet" aria-label={t.stages.up(name)} isDisabled={at === 0} onPress={() => step(-1)}>
        <Arrow down={false} />
      </Button>
      <Button
        ref={down}
        look="quiet"
        aria-label={t.stages.down(name)}
        isDisabled={at === order.last}
        onPress={() => step(1)}
      >
        <Arrow down />
      </Button>
    </>
  );
}
