import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { CheckId, CheckResult, Paper } from '../../../council/index.ts';
import { papersQuery } from '../../api/queries.ts';
import type { PaperAnswer } from '../../api/types.ts';
import { useLanguage } from '../../language/context.tsx';
import { daysBetween } from '../../language/format.ts';
import { German, Signal } from '../../ui/marks.tsx';
import { Fact, Facts } from '../../ui/section.tsx';

/** Checks that decide whether the council may deal with a paper at all (SächsGemO § 36 Abs. 5). */
const admissibility: CheckId[] = ['competence', 'quorum', 'sixMonths'];

/** All decided and none against: yes; one against: no; else still open. Persons decide each check, not this page. */
function Decided({ checks, ids }: { checks: readonly CheckResult[]; ids: readonly CheckId[] }) {
  const { t } = useLanguage();
  const own = checks.filter((check) => ids.includes(check.check));
  if (own.length === 0) return null;
  if (own.some((check) => check.decision?.decision === 'notMet')) return <Signal shape="bad">{t.no}</Signal>;
  if (own.some((check) => check.decision === null)) return <Signal shape="off">{t.paper.undecided}</Signal>;
  return <Signal shape="ok">{t.yes}</Signal>;
}

/** Where sources disagree about who filed the paper, each is named. */
function Originators({ paper }: { paper: Paper }) {
  const { t } = useLanguage();
  if (paper.originators.length === 0) return t.notRecorded;
  return paper.originators.map((one, index) => (
    <span key={one.name}>
      {index > 0 && ', '}
      <German>{one.name}</German>
      {one.source && (
        <>
          {' '}
          <Link to="/belege/$kind/$id" params={{ kind: 'source', id: one.source }} className="fp-ev" title={one.note}>
            [{index + 1}]<span className="fp-sr"> {t.evidence.title}</span>
          </Link>
        </>
      )}
    </span>
  ));
}

function Sequence({ paper, asOf }: { paper: Paper; asOf: string | undefined }) {
  const { t, f } = useLanguage();
  if (paper.consultations.length === 0) return t.notRecorded;
  const next = asOf && paper.consultations.find((one) => one.on !== undefined && one.on >= asOf);
  return (
    <ol className="fp-seq">
      {paper.consultations.map((one) => {
        const name = one.role === 'statement' ? t.paper.statement : <German>{one.body}</German>;
        const date = one.on === undefined ? `, ${t.dateMissing}` : ` ${f.date(one.on)}`;
        return (
          <li key={`${one.body}${one.role}${one.on}`}>
            {one === next ? (
              <>
                <b>
                  {name}
                  {date}
                </b>
                , {t.inDays(daysBetween(asOf ?? '', one.on ?? ''))}
              </>
            ) : (
              <>
                {name}
                {date}
              </>
            )}
          </li>
        );
      })}
    </ol>
  );
}

function Related({ paper }: { paper: Paper }) {
  const { t } = useLanguage();
  const { data } = useQuery(papersQuery);
  return paper.related.map((one, index) => {
    const known = data?.papers.find((row) => row.reference === one.reference);
    return (
      <span key={one.reference}>
        {index > 0 && '; '}
        {known ? (
          <Link to="/ratspost/$id" params={{ id: known.id }}>
            {one.reference}
          </Link>
        ) : (
          one.reference
        )}
        {`, ${known?.outcome ? t.outcomes[known.outcome.result] : t.relations[one.relation]}`}
      </span>
    );
  });
}

/** What is on record about a paper, in one line. */
export function PaperFacts({ answer }: { answer: PaperAnswer }) {
  const { t, f } = useLanguage();
  const { paper, assessment } = answer;
  const { outcome } = paper;
  const checks = assessment?.checks ?? [];
  const later = assessment !== null && outcome?.on !== undefined && outcome.on > assessment.asOf;
  return (
    <Facts inline>
      <Fact term={t.papers.originator}>
        <Originators paper={paper} />
      </Fact>
      {checks.length > 0 && (
        <Fact term={t.paper.admissible}>
          <Decided checks={checks} ids={admissibility} />
        </Fact>
      )}
      {checks.some((check) => check.check === 'votable') && (
        <Fact term={t.paper.votable}>
          <Decided checks={checks} ids={['votable']} />
        </Fact>
      )}
      <Fact term={t.paper.received}>{paper.receivedOn ? f.date(paper.receivedOn) : t.notRecorded}</Fact>
      <Fact term={t.paper.sequence}>
        <Sequence paper={paper} asOf={assessment?.asOf} />
      </Fact>
      {paper.related.length > 0 && (
        <Fact term={t.paper.related}>
          <Related paper={paper} />
        </Fact>
      )}
      {outcome && (
        <Fact term={t.papers.outcome}>
          {t.outcomes[outcome.result]} {outcome.on && f.date(outcome.on)}
          {later && <span className="fp-muted">, {t.paper.afterwards}</span>}
        </Fact>
      )}
    </Facts>
  );
}
