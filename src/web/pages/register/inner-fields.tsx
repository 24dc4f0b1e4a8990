import { Chooser } from '../../form/chooser.tsx';
import { useForm } from '../../form/context.tsx';
import { Field } from '../../form/fields.tsx';
import { Frame } from '../../form/frame.tsx';
import { valueAt } from '../../form/path.ts';
import { textOf } from '../../form/values.ts';
import { useLanguage } from '../../language/context.tsx';

/** What makes a norm apply. Each kind has its own further field; a change of kind takes the old one away. */
export function TriggerField() {
  const { t } = useLanguage();
  const { form } = useForm();
  const { triggers, trigger, since, event, every } = t.register;
  const kind = textOf(valueAt(form.draft, ['trigger', 'kind']));
  return (
    <div className="fp-rf__grid">
      <Frame pointer="/trigger/kind" label={trigger} required>
        {(input) => (
          <select {...input} value={kind} onChange={({ target }) => form.set(['trigger'], { kind: target.value })}>
            {Object.entries(triggers).map(([value, label]) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </select>
        )}
      </Frame>
      {kind === 'date' && (
        <Field spec={{ kind: 'date', name: 'on', label: since, required: true }} path={['trigger', 'on']} />
      )}
      {kind === 'event' && (
        <Field spec={{ kind: 'line', name: 'event', label: event, required: true }} path={['trigger', 'event']} />
      )}
      {kind === 'recurring' && (
        <Field
          spec={{ kind: 'number', name: 'everyMonths', label: every, required: true }}
          path={['trigger', 'everyMonths']}
        />
      )}
    </div>
  );
}

/** Where the whole entry comes from. A chosen source replaces what was said before about its origin. */
export function SourceField() {
  const { t } = useLanguage();
  const { form, choices } = useForm();
  const label = t.register.source;
  const source = valueAt(form.draft, ['provenance', '*', 'source']);
  return (
    <div className="fp-rf__grid">
      <Frame pointer="/provenance/*/source" label={label} hint={t.register.sourceHint}>
        {(input) => (
          <Chooser
            label={label}
            input={input}
            choices={choices.source ?? []}
            value={typeof source === 'string' ? source : null}
            invalid={input['aria-invalid'] === true}
            onChange={(id) => form.set(['provenance', '*'], id === null ? undefined : { kind: 'sourced', source: id })}
          />
        )}
      </Frame>
    </div>
  );
}
