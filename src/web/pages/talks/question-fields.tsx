import type { InterviewAnswer, InterviewGuide } from '../../../agenda/index.ts';
import { useForm } from '../../form/context.tsx';
import { Frame } from '../../form/frame.tsx';
import { valueAt } from '../../form/path.ts';
import { useLanguage } from '../../language/context.tsx';
import { askedQuestions, withAnswer } from './answers.ts';

/** A text for each question of the guide; what earlier wordings of the guide have asked stands below. */
export function QuestionFields({ guide }: { guide: InterviewGuide | undefined }) {
  const { t } = useLanguage();
  const { form } = useForm();
  const answers = (valueAt(form.draft, ['answers']) ?? []) as InterviewAnswer[];
  const asked = askedQuestions(guide, answers);
  return (
    <div className="fp-rf__grid" lang="de">
      {asked.map(({ question, hint, text, former }, index) => (
        <Frame
          key={question}
          pointer={`/frage/${index}`}
          label={question}
          hint={former ? t.talks.otherQuestion : hint}
          wide
        >
          {(input) => (
            <textarea
              {...input}
              rows={3}
              value={text}
              onChange={({ target }) => form.set(['answers'], withAnswer(asked, question, target.value))}
            />
          )}
        </Frame>
      ))}
    </div>
  );
}
