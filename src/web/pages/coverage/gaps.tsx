import { type ReactNode, useState } from 'react';
import type { CoverageView } from '../../../planning/index.ts';
import { useLanguage } from '../../language/context.tsx';
import { ProjectName } from '../../plan/project-name.tsx';
import { Button } from '../../ui/button.tsx';
import { German } from '../../ui/marks.tsx';
import { Section } from '../../ui/section.tsx';
import { RowName } from './words.tsx';

const FIRST = 6;

function Gap({ title, entries }: { title: string; entries: readonly { key: string; shown: ReactNode }[] }) {
  const { t } = useLanguage();
  const [all, setAll] = useState(false);
  return (
    <div>
      <h3 className="fp-h3">{title}</h3>
      {entries.length === 0 ? (
        <p className="fp-muted">{t.coverage.none}</p>
      ) : (
        <ul className="fp-list">
          {entries.slice(0, all ? entries.length : FIRST).map(({ key, shown }) => (
            <li key={key}>{shown}</li>
          ))}
        </ul>
      )}
      {!all && entries.length > FIRST && (
        <Button look="quiet" onPress={() => setAll(true)}>
          {t.coverage.showAll(entries.length)}
        </Button>
      )}
    </div>
  );
}

/** What must be served and is not, and projects that nothing of the register stands behind. */
export function Gaps({ view }: { view: CoverageView }) {
  const { t } = useLanguage();
  const { obligations, strategies, projects } = view.gaps;
  const names = new Map(view.projects.map(({ id, name }) => [id, name]));
  const rowsOf = (isObligation: boolean, keys: readonly string[]) => {
    const asked = new Set(keys);
    return view.rows
      .filter((row) => (row.kind === 'obligation') === isObligation && asked.has(row.key))
      .map((row) => ({
        key: row.key,
        shown: (
          <>
            <RowName row={row} />{' '}
            <span className="fp-muted">
              <German>{row.basis}</German>
            </span>
          </>
        ),
      }));
  };
  return (
    <Section title={t.coverage.gaps}>
      <div className="fp-gaps">
        <Gap title={t.coverage.obligationGaps(obligations.length)} entries={rowsOf(true, obligations)} />
        <Gap title={t.coverage.strategyGaps(strategies.length)} entries={rowsOf(false, strategies)} />
        <Gap
          title={t.coverage.projectGaps(projects.length)}
          entries={projects.map((id) => ({ key: id, shown: <ProjectName id={id} name={names.get(id) ?? id} /> }))}
        />
      </div>
    </Section>
  );
}
