import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import type { Resolution } from '../../../council/index.ts';
import { sendJson } from '../../api/client.ts';
import { councilSettingsQuery } from '../../api/council.ts';
import { type ResolutionRow, resolutionsQuery } from '../../api/meetings.ts';
import { meQuery } from '../../api/queries.ts';
import { useSave } from '../../form/use-save.ts';
import { useLanguage } from '../../language/context.tsx';
import { Button, buttonClass } from '../../ui/button.tsx';
import { SelectField } from '../../ui/field.tsx';
import { PageHead } from '../../ui/heading.tsx';
import { German } from '../../ui/marks.tsx';
import { Section } from '../../ui/section.tsx';
import { Empty, Failure, Loaded } from '../../ui/states.tsx';
import { type Column, DataTable } from '../../ui/table.tsx';
import { ResolutionLight } from './light.tsx';

function useColumns(): Column<ResolutionRow>[] {
  const { t, f } = useLanguage();
  const { resolutions } = t;
  return [
    {
      key: 'reference',
      label: resolutions.resolution,
      rowHeader: true,
      cell: ({ resolution }) => (
        <Link to="/ratspost/beschluesse/$id" params={{ id: resolution.id }}>
          {resolution.reference} <German>{resolution.name}</German>
        </Link>
      ),
    },
    {
      key: 'on',
      label: resolutions.resolved,
      cell: ({ resolution }) => (
        <>
          {f.date(resolution.on)}
          <br />
          <German>{resolution.body}</German>
          {!resolution.public && <span className="fp-note"> ({resolutions.notPublic})</span>}
        </>
      ),
    },
    { key: 'light', label: resolutions.light, cell: (row) => <ResolutionLight row={row} /> },
    {
      key: 'dueOn',
      label: resolutions.dueOn,
      noWrap: true,
      cell: ({ resolution }) => (resolution.dueOn ? f.date(resolution.dueOn) : '–'),
    },
    {
      key: 'report',
      label: resolutions.report,
      cell: ({ resolution: { report } }) =>
        report ? (
          <>
            <German>{report.text}</German>{' '}
            <span className="fp-note">{resolutions.reportedBy(report.by, f.date(report.on))}</span>
          </>
        ) : (
          '–'
        ),
    },
  ];
}

/** Adopted items that nobody follows up yet: a person decides which of them become resolutions with tasks. */
function Untracked({ rows }: { rows: readonly Resolution[] }) {
  const { t, f } = useLanguage();
  const navigate = useNavigate();
  const saving = useSave();
  const follow = async (one: Resolution): Promise<void> => {
    const made = await saving.run(() => sendJson<ResolutionRow>('POST', '/resolutions', one), ['/resolutions']);
    if (made) await navigate({ to: '/ratspost/beschluesse/$id', params: { id: made.resolution.id } });
  };
  if (rows.length === 0) return null;
  const columns: Column<Resolution>[] = [
    {
      key: 'reference',
      label: t.resolutions.resolution,
      rowHeader: true,
      cell: (one) => (
        <>
          {one.reference} <German>{one.name}</German>
        </>
      ),
    },
    {
      key: 'on',
      label: t.resolutions.resolved,
      cell: (one) => (
        <>
          {f.date(one.on)} <German>{one.body}</German>
        </>
      ),
    },
    {
      key: 'follow',
      label: t.resolutions.follow,
      hiddenLabel: true,
      cell: (one) => (
        <Button
          aria-label={t.resolutions.followNamed(one.reference)}
          isDisabled={saving.busy}
          onPress={() => void follow(one)}
        >
          {t.resolutions.follow}
        </Button>
      ),
    },
  ];
  return (
    <Section title={t.resolutions.untracked} gap>
      {(titleId) => (
        <>
          <DataTable labelledBy={titleId} columns={columns} rows={rows} rowKey={(one) => one.id} />
          {saving.problem && <Failure problem={saving.problem} />}
        </>
      )}
    </Section>
  );
}

function Tracked({ rows }: { rows: readonly ResolutionRow[] }) {
  const { t } = useLanguage();
  const search = useSearch({ from: '/ratspost/beschluesse' });
  const navigate = useNavigate({ from: '/ratspost/beschluesse' });
  const columns = useColumns();
  const bodies = [...new Set(rows.map((row) => row.resolution.body))].sort();
  const shown = rows.filter((row) => search.gremium === undefined || row.resolution.body === search.gremium);
  return (
    <>
      {bodies.length > 1 && (
        <div className="fp-tools">
          <SelectField
            label={t.meetings.body}
            all={t.resolutions.all}
            options={bodies.map((value) => ({ value, label: value, lang: 'de' }))}
            value={search.gremium ?? ''}
            onChange={(gremium) => void navigate({ search: gremium ? { gremium } : {}, replace: true })}
          />
        </div>
      )}
      <Section title={t.resolutions.title} hiddenTitle>
        {(titleId) => (
          <DataTable labelledBy={titleId} columns={columns} rows={shown} rowKey={(row) => row.resolution.id} />
        )}
      </Section>
    </>
  );
}

/** What became of the resolutions: for the council, the factions and everybody who may read. */
export function ResolutionsPage() {
  const { t } = useLanguage();
  const query = useQuery(resolutionsQuery);
  const { data: me } = useQuery(meQuery);
  const { data: settings } = useQuery(councilSettingsQuery);
  const mayWrite = me?.permissions.includes('writePapers') ?? false;
  return (
    <div className="fp-page">
      <PageHead title={t.resolutions.title} lead={t.resolutions.lead}>
        <Link to="/ratspost/sitzungen" className={buttonClass('quiet')}>
          {t.meetings.title}
        </Link>
        {me && settings?.settings.publicPage && (
          <a href={`/oeffentlich/${me.city.id}/beschluesse`} className={buttonClass('quiet')}>
            {t.resolutions.public}
          </a>
        )}
      </PageHead>
      <Loaded query={query}>
        {({ resolutions, untracked }) => (
          <>
            {resolutions.length === 0 ? (
              <Empty title={t.resolutions.none}>
                <p>
                  <Link to="/ratspost/sitzungen">{t.resolutions.toMeetings}</Link>
                </p>
              </Empty>
            ) : (
              <Tracked rows={resolutions} />
            )}
            {mayWrite && <Untracked rows={untracked} />}
          </>
        )}
      </Loaded>
    </div>
  );
}
