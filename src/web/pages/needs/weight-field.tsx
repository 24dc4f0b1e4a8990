import { useForm } from '../../form/context.tsx';
import { Field } from '../../form/fields.tsx';
import { Frame } from '../../form/frame.tsx';
import { valueAt } from '../../form/path.ts';
import { useLanguage } from '../../language/context.tsx';

const weights = [1, 2, 3, 4, 5] as const;

/** How heavy a need is, and why. */
export function WeightField() {
  const { t } = useLanguage();
  const { form } = useForm();
  const words = t.needs;
  return (
    <div className="fp-rf__grid">
      <Frame pointer="/weight" label={words.weight} hint={words.weightHint} required>
        {(input) => (
          <select
            {...input}
            value={Number(valueAt(form.draft, ['weight']) ?? 3)}
            onChange={({ target }) => form.set(['weight'], Number(target.value))}
          >
            {weights.map((weight) => (
              <option key={weight} value={weight}>
                {words.weights[weight]}
              </option>
            ))}
          </select>
        )}
      </Frame>
      <Field spec={{ kind: 'prose', name: 'weightReason' }} path={['weightReason']} />
    </div>
  );
}
