import { Link } from '@tanstack/react-router';
import type { LoadCell, LoadRow, Overview } from '../../../planning/index.ts';
import { useLanguage } from '../../language/context.tsx';
import { heatStep } from '../../plan/heat.ts';
import { IllustrativeMark } from '../../ui/marks.tsx';
import { ScrollArea, Section } from '../../ui/section.tsx';

function Strip({ cells }: { cells: readonly LoadCell[] }) {
  const { f } = useLanguage();
  return (
    <span className="fp-strip">
      {cells.map((cell) => (
        <span key={cell.month} className={`fp-heat-${heatStep(cell.percent)}`}>
          <span className="fp-sr">{f.monthLong(cell.month)}: </span>
          {cell.percent}
        </span>
      ))}
    </span>
  );
}

function Head({ cells, illustrative }: { cells: readonly LoadCell[]; illustrative: boolean }) {
  const { t, f } = useLanguage();
  return (
    <thead>
      <tr>
        <th scope="col">{t.load.team}</th>
        <th scope="col">
          <span className="fp-strip" aria-hidden="true">
            {cells.map((cell) => (
              <span key={cell.month}>{f.monthLetter(cell.month)}</span>
            ))}
          </span>
          <span className="fp-sr">{t.overview.loadInPercent}</span>
        </th>
        <th scope="col" className="fp-num">
          {t.load.freeDays}
          {illustrative && <IllustrativeMark />}
        </th>
      </tr>
    </thead>
  );
}

/** The fullest teams, month by month for a year. */
export function Bottlenecks({ overview }: { overview: Overview }) {
  const { t, f } = useLanguage();
  const year = (row: LoadRow): LoadCell[] => row.cells.slice(0, 12);
  const first = overview.load[0];
  return (
    <Section title={t.overview.bottlenecks} end={<Link to="/auslastung">{t.nav.load}</Link>}>
      {(titleId) =>
        first === undefined ? (
          <p className="fp-note">{t.overview.noTeams}</p>
        ) : (
          <ScrollArea labelledBy={titleId}>
            <table className="fp-table fp-bottlenecks" aria-labelledby={titleId}>
              <Head cells={year(first)} illustrative={overview.load.some((row) => row.illustrative)} />
              <tbody>
                {overview.load.map((row) => (
                  <tr key={row.team}>
                    <th scope="row">
                      <abbr title={row.name} className="fp-abbr">
                        {row.shortName}
                      </abbr>
                    </th>
                    <td>
                      <Strip cells={year(row)} />
                    </td>
                    <td className="fp-num">{f.number(Math.round(row.freeTenths / 10))}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </ScrollArea>
        )
      }
    </Section>
  );
}
