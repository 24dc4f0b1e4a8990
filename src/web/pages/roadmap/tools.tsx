import { Link } from '@tanstack/react-router';
import type { CommitmentClass } from '../../../agenda/index.ts';
import type { RoadmapView } from '../../../planning/index.ts';
import { roadmapPdf } from '../../api/reports.ts';
import { type RoadmapSearch, roadmapGroups, zooms } from '../../app/search.ts';
import { useSave } from '../../form/use-save.ts';
import { useLanguage } from '../../language/context.tsx';
import { Button } from '../../ui/button.tsx';
import { download } from '../../ui/csv.ts';
import { SearchField, SelectField } from '../../ui/field.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { notify } from '../../ui/toast.tsx';
import { ViewList } from '../../ui/views.tsx';
import { roadmapSvg } from './export-svg.ts';
import { arrangementOf, type Row } from './rows.ts';
import { createScale } from './scale.ts';

/** Width of the time in the file, in SVG units: that of an A3 sheet. */
const PAPER_WIDTH = 1200;

/** Projects that lie elsewhere than in the approved plan. */
function Moved({ view }: { view: RoadmapView }) {
  const { t } = useLanguage();
  const moved = view.movedSinceApproval;
  if (moved.length === 0) return null;
  const shown = moved.slice(0, 5);
  return (
    <span className="fp-muted fp-tools__end">
      {t.roadmap.moved(moved.length)}{' '}
      {shown.map((id, index) => (
        <span key={id}>
          {index > 0 && ', '}
          <Link from="/fahrplan" search={(old) => ({ ...old, projekt: id })} replace resetScroll={false}>
            {id}
          </Link>
        </span>
      ))}
      {moved.length > shown.length && ` ${t.andMore(moved.length - shown.length)}`}
    </span>
  );
}

const classes: CommitmentClass[] = ['mandatory', 'prerequisite', 'decided', 'optional'];

interface ChoiceProps {
  view: RoadmapView;
  search: RoadmapSearch;
  onChange: (change: Partial<RoadmapSearch>) => void;
}

/** How the timeline is arranged, and what of it is shown. */
function Choices({ view, search, onChange }: ChoiceProps) {
  const { t } = useLanguage();
  return (
    <>
      <SelectField
        label={t.roadmap.over}
        all={t.roadmap.overFields}
        options={roadmapGroups.map((value) => ({ value, label: t.roadmap.overs[value] }))}
        value={search.nach ?? ''}
        onChange={(value) => onChange({ nach: roadmapGroups.find((one) => one === value), zu: undefined })}
      />
      <SelectField
        label={t.overview.area}
        all={t.all}
        options={view.areas.map((area) => ({ value: area.id, label: area.name, lang: 'de' }))}
        value={search.bereich ?? ''}
        onChange={(area) => onChange({ bereich: area || undefined })}
      />
      <SelectField
        label={t.roadmap.kind}
        all={t.all}
        options={classes.map((one) => ({ value: one, label: `${t.classLetters[one]} ${t.classes[one]}` }))}
        value={search.art ?? ''}
        onChange={(value) => onChange({ art: classes.find((one) => one === value) })}
      />
    </>
  );
}

/** The roadmap as it is arranged here, as a drawing, as a sheet, on paper. */
function Files({ view, rows, search }: Pick<ChoiceProps, 'view' | 'search'> & { rows: readonly Row[] }) {
  const { t, f } = useLanguage();
  const { busy, run } = useSave();
  const saveSvg = (): void => {
    const scale = createScale(view, search.massstab ?? 'quartal', PAPER_WIDTH, f.monthLetter);
    download('fahrplan.svg', roadmapSvg(view, rows, scale, t.roadmap.timelineLabel), 'image/svg+xml');
  };
  const savePdf = async (): Promise<void> => {
    const file = await run(() => roadmapPdf(arrangementOf(rows, search)));
    if (file === null) notify(t.roadmap.noFile);
    else download('fahrplan.pdf', file);
  };
  return (
    <span className="fp-actions">
      <Button look="quiet" onPress={saveSvg}>
        {t.hold.exportSvg}
      </Button>
      <Button look="quiet" isDisabled={busy} onPress={() => void savePdf()}>
        {t.reports.roadmap}
      </Button>
      <Button look="quiet" onPress={() => window.print()}>
        {t.hold.print}
      </Button>
    </span>
  );
}

/** Scale, view and filter; each of them stands in the address. */
export function Tools(props: ChoiceProps & { rows: readonly Row[]; count: number }) {
  const { view, rows, search, count, onChange } = props;
  const { t } = useLanguage();
  return (
    <div className="fp-tools">
      <Segmented
        label={t.roadmap.zoom}
        choices={zooms.map((zoom) => ({ value: zoom, label: t.roadmap.zooms[zoom] }))}
        value={search.massstab ?? 'quartal'}
        onChange={(zoom) => onChange({ massstab: zoom === 'quartal' ? undefined : zoom })}
      />
      <ViewList
        label={t.view}
        choices={[
          { value: 'zeitplan', label: t.roadmap.timeline },
          { value: 'tabelle', label: t.table },
        ]}
      />
      <Choices view={view} search={search} onChange={onChange} />
      <SearchField
        label={t.search}
        value={search.suche ?? ''}
        onChange={(value) => onChange({ suche: value || undefined })}
      />
      <span role="status" className="fp-sr">
        {t.roadmap.projects(count)}
      </span>
      <Moved view={view} />
      <Files view={view} rows={rows} search={search} />
    </div>
  );
}
