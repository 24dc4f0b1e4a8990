import type { CouncilSettings } from '../../../council/index.ts';
import { useLanguage } from '../../language/context.tsx';
import { ChoiceInput, FieldGroup, FieldRow, TextInput } from '../../ui/form.tsx';

type Clock = CouncilSettings['clocks'][number];
const units = ['days', 'weeks', 'months', 'meetings'] as const;
type Unit = (typeof units)[number];

function spanOf(clock: Clock): { unit: Unit; amount: number } {
  const [[unit, amount] = ['days', 0]] = Object.entries(clock.span);
  return { unit: units.find((one) => one === unit) ?? 'days', amount };
}

/** Deadlines as the statute and the local rules set them: span and provision can be changed. */
export function ClockRows({ clocks, onChange }: { clocks: readonly Clock[]; onChange: (clocks: Clock[]) => void }) {
  const { t, text } = useLanguage();
  return (
    <FieldGroup legend={t.councilSettings.clocks} note={t.councilSettings.clocksNote}>
      <ul className="fp-form__list">
        {clocks.map((clock, index) => {
          const { unit, amount } = spanOf(clock);
          const set = (part: Partial<Clock>): void => onChange(clocks.with(index, { ...clock, ...part }));
          const setSpan = (nextUnit: Unit, nextAmount: number): void =>
            set({ span: { [nextUnit]: nextAmount } as Clock['span'] });
          return (
            <li key={clock.id}>
              <div role="group" aria-label={text(clock.text)}>
                <p className="fp-strong">{text(clock.text)}</p>
                <FieldRow>
                  <TextInput
                    label={t.councilSettings.amount}
                    value={String(amount)}
                    inputMode="numeric"
                    letters={6}
                    onChange={(value) => setSpan(unit, Number(value.replace(/\D/g, '').slice(0, 4)))}
                  />
                  <ChoiceInput
                    label={t.councilSettings.unit}
                    value={unit}
                    choices={units.map((value) => ({ value, label: t.councilSettings.units[value] }))}
                    onChange={(value) => setSpan(value, amount)}
                  />
                  <TextInput
                    label={t.councilSettings.paragraph}
                    value={clock.paragraph}
                    lang="de"
                    onChange={(paragraph) => set({ paragraph })}
                  />
                </FieldRow>
              </div>
            </li>
          );
        })}
      </ul>
    </FieldGroup>
  );
}
