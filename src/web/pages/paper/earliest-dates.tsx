import type { Answer, Placement } from '../../../planning/index.ts';
import { PlanDate, PlanFigure } from '../../evidence/figure.tsx';
import { useLanguage } from '../../language/context.tsx';
import { TermHelp } from '../../terms/term-help.tsx';
import { Section } from '../../ui/section.tsx';
import { type DateScale, dateScale } from './date-scale.ts';

/** The three nested senses of "earliest", from the boldest to the most careful. */
const senses = ['displacing', 'kept', 'untouched'] as const;
type Sense = (typeof senses)[number];

function Bar({ sense, placement, scale }: { sense: Sense; placement: Placement; scale: DateScale }) {
  const { t } = useLanguage();
  const left = scale.percent(placement.start);
  const width = scale.percent(placement.finish) - left;
  const label = (
    <>
      {t.from} <PlanDate field={`${sense}.start`} date={placement.start} />
    </>
  );
  // A short bar has no room for its label.
  const inside = width >= 18;
  return (
    <>
      <span className="fp-span__bar" style={{ left: `${left}%`, width: `${width}%` }}>
        {inside && label}
      </span>
      {!inside && (
        <span className="fp-span__label" style={{ left: `${left + width}%` }}>
          {label}
        </span>
      )}
    </>
  );
}

/** Bars on one scale, for windows that are wide enough. */
function Scale({ answer, scale }: { answer: Answer; scale: DateScale }) {
  const { t } = useLanguage();
  return (
    <div className="fp-span">
      <div className="fp-span__years" aria-hidden="true">
        {scale.years.map((year) => (
          <span key={year.label} style={{ left: `${year.percent}%` }}>
            {year.label}
          </span>
        ))}
      </div>
      {senses.map((sense) => {
        const placement = answer[sense];
        return (
          <div key={sense} className="fp-span__row" data-sense={sense}>
            <b>
              {t.senses[sense].name} <TermHelp of={sense} />
            </b>
            <span className="fp-muted">{t.senses[sense].short}</span>
            <span className="fp-span__track">
              {placement ? <Bar sense={sense} placement={placement} scale={scale} /> : t.paper.notInHorizon}
            </span>
          </div>
        );
      })}
    </div>
  );
}

/** The same as three sentences. */
function Sentences({ answer }: { answer: Answer }) {
  const { t } = useLanguage();
  return (
    <div className="fp-senses">
      {senses.map((sense) => {
        const placement = answer[sense];
        return (
          <p key={sense}>
            <b>{t.senses[sense].name}</b>{' '}
            {placement ? (
              <>
                {t.from} <PlanDate field={`${sense}.start`} date={placement.start} marked />
              </>
            ) : (
              t.paper.notInHorizon
            )}
            : {t.senses[sense].long}
          </p>
        );
      })}
    </div>
  );
}

/** When the paper's project could begin, in three senses that are always named. */
export function EarliestDates({ answer }: { answer: Answer }) {
  const { t, f } = useLanguage();
  const weeks = answer.kept?.weeks ?? answer.untouched?.weeks ?? answer.displacing?.weeks;
  const scale = dateScale(
    answer.askedStart,
    senses.flatMap((sense) => answer[sense]?.finish ?? []),
  );
  return (
    <Section
      gap
      title={t.paper.earliest}
      end={
        weeks !== undefined && (
          <span className="fp-note">
            {t.paper.duration}{' '}
            <PlanFigure field="kept.weeks" value={`${weeks}\u00a0Wochen`} marked>
              {f.number(weeks)}
            </PlanFigure>{' '}
            {t.weeksWord}
          </span>
        )
      }
    >
      <Scale answer={answer} scale={scale} />
      <Sentences answer={answer} />
    </Section>
  );
}
