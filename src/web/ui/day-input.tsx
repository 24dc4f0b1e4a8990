import { useLanguage } from '../language/context.tsx';
import { parseDay } from '../language/parse.ts';
import { TextInput } from './form.tsx';

/** A day as people write it; says at once when there is no such day. The text is read with `parseDay`. */
export function DayInput(props: {
  label: string;
  value: string;
  onChange: (value: string) => void;
  required?: boolean;
  error?: string | undefined;
}) {
  const { t } = useLanguage();
  const wrong = props.value.trim() !== '' && parseDay(props.value) === null;
  return (
    <TextInput
      {...props}
      letters={12}
      inputMode="numeric"
      hint={t.paperForm.dayHint}
      error={wrong ? t.paperForm.dayWrong : props.error}
    />
  );
}
