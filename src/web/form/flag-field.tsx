import { Frame } from './frame.tsx';
import type { Path } from './path.ts';
import type { FieldSpec } from './spec.ts';
import { useField } from './use-field.ts';

/** Yes or no. */
export function FlagField({ spec, path }: { spec: Extract<FieldSpec, { kind: 'flag' }>; path: Path }) {
  const { label, value, set, pointer } = useField({ spec, path });
  return (
    <Frame pointer={pointer} label={label} hint={spec.hint}>
      {(input) => (
        <input
          {...input}
          type="checkbox"
          className="fp-tick fp-tick--field"
          checked={value === true}
          onChange={(event) => set(event.target.checked)}
        />
      )}
    </Frame>
  );
}
