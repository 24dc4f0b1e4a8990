import { useDraft } from '../../form/draft.ts';
import { Form } from '../../form/form.tsx';
import { useFormAction } from '../../form/form-action.ts';
import { KeptDraft } from '../../form/kept-draft.tsx';
import { useLanguage } from '../../language/context.tsx';
import { Button } from '../../ui/button.tsx';
import { ChoiceInput, FieldGroup, TextInput } from '../../ui/form.tsx';
import { beginCity } from './begin.ts';

const rhythms = ['annual', 'biennial'] as const;

interface CityDraft {
  name: string;
  agsKey: string;
  firstYear: string;
  budgetRhythm: (typeof rhythms)[number];
}

/** What a city is asked that begins with nothing. */
export function CityForm({ withList }: { withList: boolean }) {
  const { t } = useLanguage();
  const [{ budgetRhythm, ...city }, setDraft, forget, kept] = useDraft<CityDraft>('own city', () => ({
    name: '',
    agsKey: '',
    firstYear: String(new Date().getFullYear() + 1),
    budgetRhythm: 'annual',
  }));
  const action = useFormAction();
  const begin = async (): Promise<void> => {
    const firstYear = /^\d{4}$/.test(city.firstYear.trim()) ? Number(city.firstYear) : city.firstYear;
    const body = { kind: 'empty', city: { ...city, agsKey: city.agsKey.replaceAll(' ', ''), firstYear, budgetRhythm } };
    const address = await beginCity(body, withList ? 'liste-uebernehmen' : undefined);
    forget();
    window.location.assign(address);
  };
  const field = (name: keyof typeof city) => ({
    label: t.ownCity[name],
    hint: t.ownCity[`${name}Hint`],
    value: city[name],
    onChange: (value: string) => setDraft((before) => ({ ...before, [name]: value })),
    error: action.errorAt(`/city/${name}`),
    required: true,
  });
  return (
    <Form className="fp-form" problem={action.problem} onSend={action.send(begin)}>
      <KeptDraft kept={kept} />
      <FieldGroup legend={t.ownCity.city} note={withList ? t.ownCity.listNote : undefined}>
        <TextInput {...field('name')} />
        <TextInput {...field('agsKey')} letters={48} inputMode="numeric" />
        <TextInput {...field('firstYear')} letters={48} inputMode="numeric" />
        <ChoiceInput
          label={t.ownCity.budgetRhythm}
          value={budgetRhythm}
          choices={rhythms.map((value) => ({ value, label: t.ownCity.rhythms[value] }))}
          onChange={(rhythm) => setDraft((before) => ({ ...before, budgetRhythm: rhythm }))}
        />
      </FieldGroup>
      <div className="fp-form__end">
        <Button look="main" type="submit" isDisabled={action.busy}>
          {withList ? t.ownCity.beginWithList : t.ownCity.begin}
        </Button>
        <span role="status">{action.busy ? t.ownCity.beginning : ''}</span>
      </div>
    </Form>
  );
}
