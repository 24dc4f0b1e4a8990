import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { type MonthAnswer, monthQuery } from '../../api/council.ts';
import { meQuery } from '../../api/queries.ts';
import { useLanguage } from '../../language/context.tsx';
import { buttonClass } from '../../ui/button.tsx';
import { PageHead } from '../../ui/heading.tsx';
import { Section } from '../../ui/section.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { Loaded } from '../../ui/states.tsx';
import { useMedia } from '../../ui/use-media.ts';
import { CalendarLinks } from '../papers/calendar-links.tsx';
import { monthAfter } from './month-grid.ts';
import { MonthList, MonthTable } from './month-table.tsx';

/** To the months beside the one that is shown, and to that of today. The month stands in the address. */
function MonthLinks({ month, today }: { month: string; today: string }) {
  const { t, f } = useLanguage();
  const beside = (monat: string, label: string, words: string) => (
    <Link
      from="/ratspost/kalender"
      to="/ratspost/kalender"
      search={(old) => ({ ...old, monat })}
      resetScroll={false}
      aria-label={label}
      className={buttonClass('quiet')}
    >
      {words}
    </Link>
  );
  const before = monthAfter(month, -1);
  const after = monthAfter(month, 1);
  return (
    <nav className="fp-actions" aria-label={t.calendar.title}>
      {beside(before, t.calendar.before(f.monthLong(before)), `‹ ${f.monthLong(before)}`)}
      {!today.startsWith(month) && (
        <Link
          from="/ratspost/kalender"
          to="/ratspost/kalender"
          search={({ monat: _, ...rest }) => rest}
          resetScroll={false}
          className={buttonClass('quiet')}
        >
          {t.calendar.thisMonth}
        </Link>
      )}
      {beside(after, t.calendar.after(f.monthLong(after)), `${f.monthLong(after)} ›`)}
    </nav>
  );
}

function Month({ answer: { month, today, entries } }: { answer: MonthAnswer }) {
  const { t, f } = useLanguage();
  const { nur } = useSearch({ from: '/ratspost/kalender' });
  const navigate = useNavigate({ from: '/ratspost/kalender' });
  const { data: me } = useQuery(meQuery);
  const narrow = useMedia('(max-width: 900px)');
  const own = me?.ownUnits ?? [];
  const ofOwn = entries.filter(({ responsible }) => responsible !== null && own.includes(responsible));
  const shown = nur === 'meine' ? ofOwn : entries;
  return (
    <Section
      title={<span aria-live="polite">{f.monthLong(month)}</span>}
      end={<MonthLinks month={month} today={today} />}
    >
      {(titleId) => (
        <>
          {(own.length > 0 || nur === 'meine') && (
            <div className="fp-tools">
              <Segmented
                label={t.calendar.shown}
                choices={[
                  { value: 'alle', label: `${t.calendar.all} (${entries.length})` },
                  { value: 'meine', label: `${t.calendar.own} (${ofOwn.length})` },
                ]}
                value={nur ?? 'alle'}
                onChange={(value) =>
                  void navigate({
                    search: ({ nur: _, ...rest }) => ({ ...rest, ...(value === 'meine' ? { nur: value } : {}) }),
                    replace: true,
                    resetScroll: false,
                  })
                }
              />
            </div>
          )}
          {shown.length === 0 && <p className="fp-note">{nur === 'meine' ? t.calendar.noneOwn : t.calendar.none}</p>}
          {narrow ? (
            <MonthList today={today} entries={shown} labelledBy={titleId} />
          ) : (
            <MonthTable month={month} today={today} entries={shown} labelledBy={titleId} />
          )}
        </>
      )}
    </Section>
  );
}

/** What stands at the council desk in a month: deadlines, consultations, meetings, promises, tasks. */
export function CalendarPage() {
  const { t } = useLanguage();
  const { monat } = useSearch({ from: '/ratspost/kalender' });
  const query = useQuery(monthQuery(monat));
  return (
    <div className="fp-page">
      <PageHead title={t.calendar.title}>
        <CalendarLinks />
      </PageHead>
      <Loaded query={query}>{(answer) => <Month answer={answer} />}</Loaded>
    </div>
  );
}
