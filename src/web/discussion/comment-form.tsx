import { useQuery } from '@tanstack/react-query';
import { change } from '../api/client.ts';
import { colleaguesQuery } from '../api/queries.ts';
import type { DiscussionAnswer } from '../api/types.ts';
import { useDraft } from '../form/draft.ts';
import { Form } from '../form/form.tsx';
import { useFormAction } from '../form/form-action.ts';
import { useLanguage } from '../language/context.tsx';
import { Button } from '../ui/button.tsx';
import { SelectField } from '../ui/field.tsx';
import { TextInput } from '../ui/form.tsx';

/** A new comment. Who is mentioned stands with an @ in the text; taking the name out takes the mention back. */
export function CommentForm({ path, onSent }: { path: string; onSent: (answer: DiscussionAnswer) => void }) {
  const { t, f } = useLanguage();
  const { data } = useQuery(colleaguesQuery);
  const [text, setText] = useDraft(`comment ${path}`, '');
  const action = useFormAction();
  const people = data?.people ?? [];
  const mentioned = people.filter(({ name }) => text.includes(`@${name}`));
  const send = async (): Promise<void> => {
    const body = { text: text.trim(), mentions: mentioned.map(({ id }) => id) };
    onSent(await change<DiscussionAnswer>('POST', path, { body }));
    setText('');
  };
  const mention = (id: string): void => {
    const person = people.find((one) => one.id === id);
    if (person) setText(`${text}${text === '' || /\s$/.test(text) ? '' : ' '}@${person.name} `);
  };
  return (
    <Form className="fp-form fp-form--tight" problem={action.problem} onSend={action.send(send, { text })}>
      <TextInput
        label={t.discussion.label}
        hint={
          mentioned.length > 0
            ? `${f.list(mentioned.map((one) => one.name))} ${t.discussion.mentioned}`
            : people.length > 0
              ? t.discussion.hint
              : undefined
        }
        error={action.errorAt('/text')}
        value={text}
        rows={2}
        onChange={setText}
      />
      <div className="fp-actions">
        <Button type="submit" isDisabled={action.busy}>
          {t.discussion.send}
        </Button>
        {people.length > 0 && (
          <SelectField
            label={t.discussion.mention}
            all={t.discussion.nobody}
            options={people.map(({ id, name }) => ({ value: id, label: name }))}
            value=""
            onChange={mention}
          />
        )}
      </div>
    </Form>
  );
}
