import { Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import type { Evidence, RecordRef } from '../../council/index.ts';
import { useLanguage } from '../language/context.tsx';
import { PaperLink } from '../plan/paper-link.tsx';
import { Button } from '../ui/button.tsx';
import { German, Ill } from '../ui/marks.tsx';
import { useEvidence } from './context.tsx';

/** More links than this are folded away. */
const SHOWN = 6;

/** One link per record, whatever fields of it are named. */
function unique(refs: readonly RecordRef[]): RecordRef[] {
  return [...new Map(refs.map((ref) => [`${ref.kind} ${ref.id}`, ref])).values()];
}

export function RecordLink({ record }: { record: RecordRef }) {
  const { t } = useLanguage();
  const { resolve } = useEvidence();
  const { kind, id } = resolve(record);
  if (kind === 'paper') return <PaperLink paper={id} />;
  return (
    <Link to="/belege/$kind/$id" params={{ kind, id }}>
      {kind === 'planRun' ? t.recordKinds.planRun : `${t.recordKinds[kind] ?? kind} ${id}`}
    </Link>
  );
}

function RecordLinks({ refs }: { refs: readonly RecordRef[] }) {
  const { t } = useLanguage();
  const [open, setOpen] = useState(false);
  const all = unique(refs);
  const shown = open ? all : all.slice(0, SHOWN);
  return (
    <p className="fp-card__links">
      {shown.map((ref) => (
        <RecordLink key={`${ref.kind} ${ref.id}`} record={ref} />
      ))}
      {all.length > shown.length && (
        <Button look="quiet" onPress={() => setOpen(true)}>
          {t.andMore(all.length - shown.length)}
        </Button>
      )}
    </p>
  );
}

/** Figures that this one is computed from; each opens its own card in the same place. */
function RestsOn({ ids, onOpen }: { ids: readonly string[]; onOpen: (id: string) => void }) {
  const { t, text } = useLanguage();
  const { find } = useEvidence();
  const parts = ids.flatMap((id) => find(id) ?? []);
  if (parts.length === 0) return null;
  return (
    <p className="fp-card__links">
      <span className="fp-muted">{t.evidence.restsOn}</span>
      {parts.map((part) => (
        <Button key={part.id} look="quiet" onPress={() => onOpen(part.id)}>
          <Ill when={part.illustrative}>{text(part.value)}</Ill>
        </Button>
      ))}
    </p>
  );
}

/** What a figure is, how it comes about, and which records lie below. */
export function EvidenceBody({ evidence, onOpen }: { evidence: Evidence; onOpen: (id: string) => void }) {
  const { t, f, text } = useLanguage();
  const { source } = evidence;
  return (
    <>
      <p className="fp-card__value">
        <Ill when={evidence.illustrative}>{text(evidence.value)}</Ill>
      </p>
      <p>{text(evidence.derivation)}</p>
      <p className="fp-muted">{t.evidence.provenance[evidence.provenance]}</p>
      {source && (
        <p>
          {t.recordKinds.source}:{' '}
          <Link to="/belege/$kind/$id" params={{ kind: 'source', id: source.id }}>
            <German>{source.title}</German>
          </Link>
          {source.date && `, ${f.date(source.date)}`}
        </p>
      )}
      <RestsOn ids={evidence.restsOn} onOpen={onOpen} />
      {evidence.refs.length > 0 && <RecordLinks refs={evidence.refs} />}
    </>
  );
}

/** A card that can be followed down to the figures below and back again. */
export function EvidenceCard({ evidence, head }: { evidence: Evidence; head?: ReactNode }) {
  const { t } = useLanguage();
  const { find } = useEvidence();
  const [path, setPath] = useState<string[]>([]);
  const below = path.at(-1);
  const current = (below === undefined ? undefined : find(below)) ?? evidence;
  return (
    <div className="fp-card">
      {head}
      {path.length > 0 && (
        <Button look="quiet" onPress={() => setPath(path.slice(0, -1))}>
          ‹ {t.evidence.back}
        </Button>
      )}
      <EvidenceBody key={current.id} evidence={current} onOpen={(id) => setPath([...path, id])} />
    </div>
  );
}
