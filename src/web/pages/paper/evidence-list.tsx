import type { Evidence } from '../../../council/index.ts';
import { RecordLink } from '../../evidence/card.tsx';
import { useLanguage } from '../../language/context.tsx';
import { Ill } from '../../ui/marks.tsx';
import { Section } from '../../ui/section.tsx';
import { type Column, DataTable } from '../../ui/table.tsx';

/** Every figure of the answer with what it rests on. */
export function EvidenceList({ evidence }: { evidence: readonly Evidence[] }) {
  const { t, text } = useLanguage();
  const first = (one: Evidence) => one.refs.slice(0, 3);
  const columns: Column<Evidence>[] = [
    { key: 'number', label: t.evidence.number, cell: (one) => <span className="fp-muted">{one.id.slice(1)}</span> },
    {
      key: 'value',
      label: t.evidence.value,
      rowHeader: true,
      noWrap: true,
      cell: (one) => <Ill when={one.illustrative}>{text(one.value)}</Ill>,
    },
    { key: 'derivation', label: t.evidence.derivation, cell: (one) => text(one.derivation) },
    { key: 'provenance', label: t.evidence.origin, cell: (one) => t.evidence.provenance[one.provenance] },
    {
      key: 'refs',
      label: t.evidence.records,
      cell: (one) => (
        <span className="fp-card__links">
          {first(one).map((ref) => (
            <RecordLink key={`${ref.kind} ${ref.id}`} record={ref} />
          ))}
          {one.refs.length > 3 && <span className="fp-muted">{t.andMore(one.refs.length - 3)}</span>}
        </span>
      ),
    },
  ];
  return (
    <Section title={t.evidence.list(evidence.length)} gap>
      {(titleId) => <DataTable labelledBy={titleId} columns={columns} rows={evidence} rowKey={(one) => one.id} tight />}
    </Section>
  );
}
