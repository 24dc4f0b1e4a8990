import type { Confirmations, OpenConfirmation } from '../../api/confirmations.ts';
import { useLanguage } from '../../language/context.tsx';
import { Button } from '../../ui/button.tsx';
import { Section } from '../../ui/section.tsx';
import { DataTable } from '../../ui/table.tsx';

/** What taking an answer over would do. */
function Effect({ answer }: { answer: OpenConfirmation }) {
  const { t, f } = useLanguage();
  if (answer.subject === 'interview') return t.confirmations.byHand;
  if (answer.effects.length === 0) return t.confirmations.noEffect;
  return (
    <>
      <p>{t.confirmations.moves}</p>
      <ul className="fp-bullets">
        {answer.effects.map((one) => (
          <li key={one.project}>{t.confirmations.begins(one.name, f.date(one.start))}</li>
        ))}
      </ul>
    </>
  );
}

/** Answers that would change something: a partner's new day, a head's correction. */
export function OpenAnswers(props: { data: Confirmations; decide: (answer: OpenConfirmation, take: boolean) => void }) {
  const { data, decide } = props;
  const { t, f } = useLanguage();
  const subjectOf = ({ subject, target }: OpenConfirmation) =>
    data.subjects.find((one) => one.subject === subject && one.target === target);
  const nameOf = (answer: OpenConfirmation): string => subjectOf(answer)?.name ?? answer.target;
  return (
    <Section title={t.confirmations.open}>
      {(titleId) =>
        data.open.length === 0 ? (
          <p className="fp-muted">{t.confirmations.nothingOpen}</p>
        ) : (
          <DataTable
            labelledBy={titleId}
            rows={data.open}
            rowKey={(answer) => answer.id}
            columns={[
              {
                key: 'who',
                label: t.confirmations.who,
                rowHeader: true,
                cell: (answer) => `${nameOf(answer)} ${subjectOf(answer)?.detail ?? ''}`.trim(),
              },
              {
                key: 'answer',
                label: t.confirmations.answer,
                cell: (answer) => (
                  <>
                    <p>{answer.newDate ? t.confirmations.newDay(f.date(answer.newDate)) : t.confirmations.correct}</p>
                    {answer.text && <p className="fp-muted">{answer.text}</p>}
                  </>
                ),
              },
              { key: 'effect', label: t.confirmations.effect, cell: (answer) => <Effect answer={answer} /> },
              {
                key: 'actions',
                label: t.confirmations.actions,
                hiddenLabel: true,
                cell: (answer) => (
                  <span className="fp-actions">
                    <Button aria-label={t.confirmations.takeOf(nameOf(answer))} onPress={() => decide(answer, true)}>
                      {answer.subject === 'offer' ? t.confirmations.take : t.confirmations.done}
                    </Button>
                    {answer.subject === 'offer' && (
                      <Button
                        look="quiet"
                        aria-label={t.confirmations.declineOf(nameOf(answer))}
                        onPress={() => decide(answer, false)}
                      >
                        {t.confirmations.decline}
                      </Button>
                    )}
                  </span>
                ),
              },
            ]}
          />
        )
      }
    </Section>
  );
}
