import { Link } from '@tanstack/react-router';
import type { Provenance, Source } from '../../agenda/index.ts';
import { useLanguage } from '../language/context.tsx';
import { German } from '../ui/marks.tsx';

/** Why a value is believed: from which source, entered by whom, or illustrative. */
export function Origin({ provenance, sources }: { provenance: Provenance; sources: readonly Source[] }) {
  const { t, f } = useLanguage();
  const note = provenance.note && (
    <>
      {' '}
      (<German>{provenance.note}</German>)
    </>
  );
  if (provenance.kind === 'illustrative')
    return (
      <>
        {t.evidence.provenance.illustrative}
        {note}
      </>
    );
  if (provenance.kind === 'entered')
    return (
      <>
        {t.record.entered(provenance.by, f.date(provenance.on))}
        {note}
      </>
    );
  const source = sources.find((one) => one.id === provenance.source);
  return (
    <>
      <Link to="/belege/$kind/$id" params={{ kind: 'source', id: provenance.source }}>
        <German>{source?.title ?? provenance.source}</German>
      </Link>
      {source?.date && `, ${f.date(source.date)}`}
      {note}
    </>
  );
}
