import { useMemo } from 'react';
import type { Assessment } from '../../../council/index.ts';
import type { PaperAnswer } from '../../api/types.ts';
import { EvidenceProvider } from '../../evidence/context.tsx';
import { Words } from '../../evidence/figure.tsx';
import { useLanguage } from '../../language/context.tsx';
import { IllustrativeNote } from '../../ui/marks.tsx';
import { Fact, Facts, Section } from '../../ui/section.tsx';
import { AlternativesSection } from './alternatives.tsx';
import { AnswerDifferenceSection } from './answer-difference.tsx';
import { Checks } from './checks.tsx';
import { CurveSection } from './curve.tsx';
import { Dimensions } from './dimensions.tsx';
import { EarliestDates } from './earliest-dates.tsx';
import { EvidenceList } from './evidence-list.tsx';
import { ExtraCapacity } from './extra-capacity.tsx';
import { Measures } from './measures.tsx';
import { PeersSection } from './peers.tsx';
import { Points } from './points.tsx';
import { TradeOffs } from './trade-offs.tsx';

/** Why, how sure, and under which assumptions. */
function Side({ assessment, planRun }: { assessment: Assessment; planRun: PaperAnswer['planRun'] }) {
  const { t, f, text } = useLanguage();
  return (
    <aside className="fp-side" aria-label={t.paper.background}>
      {assessment.reasons.length > 0 && (
        <Section title={t.paper.reasons}>
          <ol className="fp-why">
            {assessment.reasons.map((reason) => (
              <li key={JSON.stringify(reason.de)}>
                <span>
                  <Words sentence={reason} />
                </span>
              </li>
            ))}
          </ol>
        </Section>
      )}
      <Section title={t.paper.quality}>
        <Facts>
          {assessment.quality.map((one) => (
            <Fact key={one.subject.de} term={text(one.subject)}>
              {text(one.text)}
            </Fact>
          ))}
          {planRun && <Fact term={t.paper.computedOn}>{f.timestamp(planRun.createdAt)}</Fact>}
        </Facts>
      </Section>
      <Section title={t.paper.assumptions}>
        <ul className="fp-bullets">
          {assessment.assumptions.map((one) => (
            <li key={JSON.stringify(one.de)}>
              <Words sentence={one} />
            </li>
          ))}
        </ul>
      </Section>
    </aside>
  );
}

/** The computed answer to a paper. */
export function AnswerView({
  paper,
  assessment,
  version,
  planRun,
}: Pick<PaperAnswer, 'paper' | 'version' | 'planRun'> & { assessment: Assessment }) {
  const { text } = useLanguage();
  const own = useMemo(() => ({ id: paper.id, candidates: paper.candidates.map((one) => one.id) }), [paper]);
  const { verdict, answer } = assessment;
  return (
    <EvidenceProvider evidence={assessment.evidence} planRun={planRun?.id ?? null} paper={own}>
      <div className="fp-two">
        <div>
          <p className="fp-muted">{text(verdict.label)}</p>
          <h2 className="fp-verdict">
            <Words sentence={verdict.headline} />
          </h2>
          <p>
            <Words sentence={verdict.summary} />
          </p>
          <AnswerDifferenceSection paper={paper.id} />
          {verdict.dimensions.length > 0 && <Dimensions dimensions={verdict.dimensions} />}
          {answer && (
            <>
              <EarliestDates answer={answer} />
              <TradeOffs answer={answer} />
              <Measures answer={answer} />
              {answer.extra && <ExtraCapacity extra={answer.extra} />}
              <AlternativesSection paper={paper} version={version} bottleneck={answer.bottleneck} />
              <CurveSection paper={paper.id} />
            </>
          )}
          <PeersSection paper={paper.id} own={own} />
          <Points points={assessment.points} />
          <Checks checks={assessment.checks} />
        </div>
        <Side assessment={assessment} planRun={planRun} />
      </div>
      {assessment.evidence.length > 0 && <EvidenceList evidence={assessment.evidence} />}
      <p className="fp-foot">
        <IllustrativeNote />
      </p>
    </EvidenceProvider>
  );
}
