import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import type { Provenance, Source } from '../../../agenda/index.ts';
import { recordQuery } from '../../api/queries.ts';
import type { RecordAnswer } from '../../api/types.ts';
import { Discussion } from '../../discussion/discussion.tsx';
import { fieldLabel } from '../../fields/field-labels.ts';
import { useLanguage } from '../../language/context.tsx';
import { EditRegister } from '../../plan/edit-register.tsx';
import { Origin } from '../../plan/origin.tsx';
import { buttonClass } from '../../ui/button.tsx';
import { PageHead } from '../../ui/heading.tsx';
import { German, IllustrativeMark, IllustrativeNote } from '../../ui/marks.tsx';
import { Section } from '../../ui/section.tsx';
import { Loaded, Missing } from '../../ui/states.tsx';
import { Value } from '../../ui/value.tsx';

/** What belongs to the form of a record and not to its content; its key stands above the title. */
const FORM = new Set(['$schema', 'format', 'id', 'provenance', 'version']);

const isStructure = (value: unknown): boolean => typeof value === 'object';
const isEmpty = (value: unknown): boolean =>
  value === null ||
  (Array.isArray(value) ? value.length === 0 : isStructure(value) && Object.keys(value ?? {}).length === 0);

function Fields({ record }: { record: RecordAnswer }) {
  const { t, language } = useLanguage();
  const body = typeof record.body === 'object' && record.body !== null ? Object.entries(record.body) : [];
  const shown = body.filter(([key, value]) => !FORM.has(key) && !isEmpty(value));
  const of = (key: string): Provenance | undefined => record.provenance?.[key] ?? record.provenance?.['*'];
  return (
    <Section title={t.record.fields}>
      {(titleId) => (
        <table className="fp-table fp-stackable" aria-labelledby={titleId}>
          <thead>
            <tr>
              <th scope="col">{t.record.field}</th>
              <th scope="col">{t.record.value}</th>
              <th scope="col">{t.evidence.origin}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map(([key, value]) => {
              const provenance = of(key);
              const marked = provenance?.kind === 'illustrative';
              return (
                <tr key={key}>
                  <th scope="row" data-l={t.record.field} className="fp-w-field">
                    <div>
                      {fieldLabel(key, language)}
                      {marked && isStructure(value) && <IllustrativeMark />}
                    </div>
                  </th>
                  <td data-l={t.record.value}>
                    <div className="fp-prose">
                      <Value name={key} value={value} />
                      {marked && !isStructure(value) && <IllustrativeMark />}
                    </div>
                  </td>
                  <td data-l={t.evidence.origin} className="fp-muted">
                    <div>{provenance && <Origin provenance={provenance} sources={record.sources} />}</div>
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      )}
    </Section>
  );
}

function Sources({ sources }: { sources: readonly Source[] }) {
  const { t, f } = useLanguage();
  if (sources.length === 0) return null;
  return (
    <Section title={t.record.sources} gap>
      <ol className="fp-list">
        {sources.map((source) => (
          <li key={source.id}>
            <Link to="/belege/$kind/$id" params={{ kind: 'source', id: source.id }}>
              <German>{source.title}</German>
            </Link>
            {source.publisher && (
              <>
                , <German>{source.publisher}</German>
              </>
            )}
            {source.date && `, ${f.date(source.date)}`}
            {source.url && <span className="fp-muted"> · {source.url}</span>}
          </li>
        ))}
      </ol>
    </Section>
  );
}

function Content({ record }: { record: RecordAnswer }) {
  const { t } = useLanguage();
  const own = `/belege/${record.kind}/${record.id}`;
  const elsewhere = record.href !== null && record.href !== own;
  const marked = Object.values(record.provenance ?? {}).some((one) => one.kind === 'illustrative');
  return (
    <>
      <p className="fp-muted">
        {t.recordKinds[record.kind] ?? record.kind} {record.id}
      </p>
      <PageHead title={record.title} heading={<German>{record.title}</German>}>
        <EditRegister kind={record.kind} id={record.id} />
        {elsewhere && (
          <Link to={record.href as '/'} className={buttonClass()}>
            {t.record.open}
          </Link>
        )}
      </PageHead>
      <Fields record={record} />
      <Sources sources={record.sources} />
      {(record.kind === 'obligation' || record.kind === 'need') && <Discussion kind={record.kind} id={record.id} />}
      {marked && (
        <p className="fp-foot">
          <IllustrativeNote />
        </p>
      )}
    </>
  );
}

/** A record as it is stored: the place where every figure ends that is followed down. */
export function RecordPage() {
  const { t } = useLanguage();
  const { kind, id } = useParams({ from: '/belege/$kind/$id' });
  const query = useQuery(recordQuery(kind, id));
  return (
    <div className="fp-page">
      {query.data === undefined && <PageHead title={`${t.recordKinds[kind] ?? kind} ${id}`} />}
      <Loaded query={query} missing={<Missing>{t.record.missing}</Missing>}>
        {(record) => <Content key={`${record.kind} ${record.id}`} record={record} />}
      </Loaded>
    </div>
  );
}
