import type { Dimension } from '../../../council/index.ts';
import { Words } from '../../evidence/figure.tsx';
import { useLanguage } from '../../language/context.tsx';
import { Signal } from '../../ui/marks.tsx';
import { Section } from '../../ui/section.tsx';
import { type Column, DataTable } from '../../ui/table.tsx';

const shapes = { ok: 'ok', tight: 'near', notNow: 'near', insufficient: 'bad', conflict: 'bad' } as const;

/** Verdict in time, staff, money and law. */
export function Dimensions({ dimensions }: { dimensions: readonly Dimension[] }) {
  const { t, text } = useLanguage();
  const columns: Column<Dimension>[] = [
    {
      key: 'dimension',
      label: t.paper.dimension,
      rowHeader: true,
      strong: true,
      cell: (row) => t.paper.dimensions[row.dimension],
    },
    {
      key: 'state',
      label: t.paper.judgement,
      cell: (row) => <Signal shape={shapes[row.state]}>{text(row.word)}</Signal>,
    },
    { key: 'need', label: t.paper.need, numeric: true, cell: (row) => <Words sentence={row.need} /> },
    { key: 'free', label: t.paper.free, numeric: true, cell: (row) => <Words sentence={row.free} /> },
    { key: 'binding', label: t.paper.binding, cell: (row) => <Words sentence={row.binding} /> },
  ];
  return (
    <Section title={t.paper.perDimension} hiddenTitle>
      {(titleId) => (
        <DataTable labelledBy={titleId} columns={columns} rows={dimensions} rowKey={(row) => row.dimension} />
      )}
    </Section>
  );
}
