import { Link } from '@tanstack/react-router';
import type { Overview } from '../../../planning/index.ts';
import { useLanguage } from '../../language/context.tsx';
import { Keyed } from '../../plan/keyed.tsx';
import { German, TrafficLight } from '../../ui/marks.tsx';
import { Section } from '../../ui/section.tsx';
import { Swatches } from '../../ui/swatches.tsx';
import { type Column, DataTable } from '../../ui/table.tsx';

type Area = Overview['areas'][number];

/** Shares of done, running and planned projects; the figures stand beside it. */
function Shares({ area }: { area: Area }) {
  return (
    <span className="fp-seg" aria-hidden="true">
      {area.done > 0 && <i style={{ flex: area.done }} />}
      {area.running > 0 && <i className="b" style={{ flex: area.running }} />}
      {area.planned > 0 && <i className="c" style={{ flex: area.planned }} />}
    </span>
  );
}

/** How far each area of the programme is. */
export function AreaProgress({ overview }: { overview: Overview }) {
  const { t, f } = useLanguage();
  const illustrative = overview.load.some((row) => row.illustrative);
  const columns: Column<Area>[] = [
    {
      key: 'name',
      label: t.overview.area,
      rowHeader: true,
      cell: (area) => (
        <Keyed id={area.id.length <= 3 ? area.id : ''}>
          <Link to="/fahrplan" search={{ bereich: area.id }}>
            <German>{area.name}</German>
          </Link>
        </Keyed>
      ),
    },
    { key: 'shares', label: t.overview.shares, hiddenLabel: true, cell: (area) => <Shares area={area} /> },
    { key: 'done', label: t.overview.done, numeric: true, cell: (area) => area.done },
    { key: 'running', label: t.overview.running, numeric: true, cell: (area) => area.running },
    { key: 'planned', label: t.overview.planned, numeric: true, cell: (area) => area.planned },
    {
      key: 'finish',
      label: t.overview.end,
      numeric: true,
      illustrative,
      cell: (area) => (area.finish ? f.date(area.finish) : '–'),
    },
    { key: 'light', label: t.light, cell: (area) => <TrafficLight light={area.light} /> },
  ];
  return (
    <Section
      title={t.overview.progress}
      end={
        <Swatches
          of={[
            ['fp-sw--small fp-sw--done', t.overview.done],
            ['fp-sw--small fp-sw--running', t.overview.running],
            ['fp-sw--small fp-sw--planned', t.overview.planned],
          ]}
        />
      }
    >
      {(titleId) =>
        overview.areas.length === 0 ? (
          <p className="fp-note">{t.nextStep.areas}</p>
        ) : (
          <DataTable labelledBy={titleId} columns={columns} rows={overview.areas} rowKey={(area) => area.id} />
        )
      }
    </Section>
  );
}
