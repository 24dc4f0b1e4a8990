import type { Paper } from '../../../council/index.ts';
import { useLanguage } from '../../language/context.tsx';
import { Keyed } from '../../plan/keyed.tsx';
import { Section } from '../../ui/section.tsx';

/** What the paper itself says, in its latest version. */
export function PaperText({ paper }: { paper: Paper }) {
  const { t, f } = useLanguage();
  const version = paper.versions.at(-1);
  if (version === undefined) return null;
  return (
    <>
      <Section title={paper.kind === 'councilInquiry' ? t.paper.questions : t.paper.demands} gap>
        <ol className="fp-list fp-prose" lang="de">
          {version.points.map((point) => (
            <li key={point.number}>
              <Keyed id={point.number}>{point.text}</Keyed>
            </li>
          ))}
        </ol>
      </Section>
      {paper.answer && (
        <Section title={t.paper.answerGiven} gap>
          <p className="fp-prose" lang="de">
            {paper.answer.on && `${f.date(paper.answer.on)}: `}
            {paper.answer.summary}
          </p>
        </Section>
      )}
    </>
  );
}
