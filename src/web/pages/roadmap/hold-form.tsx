import { useState } from 'react';
import type { DeliveryMode } from '../../../agenda/index.ts';
import type { RoadmapProject } from '../../../planning/index.ts';
import { useDraft } from '../../form/draft.ts';
import { Form } from '../../form/form.tsx';
import { useSave } from '../../form/use-save.ts';
import { useLanguage } from '../../language/context.tsx';
import { parseDay, typedDay } from '../../language/parse.ts';
import { Button } from '../../ui/button.tsx';
import { DayInput } from '../../ui/day-input.tsx';
import { ChoiceInput, TextInput } from '../../ui/form.tsx';
import { isMovable } from './draft.ts';
import { type Planning, reasonDraft } from './planning.tsx';

/** Moves and holds a project without dragging: day, delivery mode, reason; or lets it go. */
export function HoldForm(props: { project: RoadmapProject; planning: Planning; modes: readonly DeliveryMode[] }) {
  const { project, planning, modes } = props;
  const { t, f } = useLanguage();
  const { move, run } = planning;
  const draft = move.draft?.project === project.id ? move.draft : null;
  const [day, setDay] = useState(typedDay(draft?.start ?? project.start ?? undefined));
  const [mode, setMode] = useState(project.bars[0]?.mode ?? '');
  const [reason, setReason] = useDraft(reasonDraft(project.id), '');
  const { problem, complete, errorAt } = useSave();
  if (!planning.mayPlan) return null;
  if (!isMovable(project)) return project.fixed ? <p className="fp-note fp-gap">{t.hold.fixed}</p> : null;
  const start = parseDay(day);
  const send = (): void => {
    if (!complete({ start: day }, start !== null) || start === null) return;
    const text = reason.trim();
    const more = { ...(modes.length > 1 && mode ? { mode } : {}), ...(text ? { reason: text } : {}) };
    planning.hold({ project: project.id, start }, more);
  };
  return (
    <details className="fp-gap" open={draft !== null}>
      <summary>{project.pin ? t.hold.pinnedOn(f.date(project.pin.start)) : t.hold.title}</summary>
      <Form className="fp-form fp-form--tight" problem={problem} onSend={send}>
        <DayInput label={t.hold.start} error={errorAt('/start')} value={day} onChange={setDay} required />
        {modes.length > 1 && (
          <ChoiceInput
            label={t.hold.mode}
            value={mode}
            choices={modes.map((one) => ({ value: one.id, label: one.name }))}
            onChange={setMode}
          />
        )}
        <TextInput label={t.plans.reason} value={reason} onChange={setReason} />
        <div className="fp-actions">
          <Button type="submit" isDisabled={run.running}>
            {t.hold.hold}
          </Button>
          {project.pin && (
            <Button isDisabled={run.running} onPress={() => planning.release(project.id)}>
              {t.plans.release}
            </Button>
          )}
          {draft && (
            <Button look="quiet" onPress={move.clear}>
              {t.hold.discard}
            </Button>
          )}
        </div>
      </Form>
    </details>
  );
}
