import type { DayEntry } from '../../../council/index.ts';
import { useLanguage } from '../../language/context.tsx';
import { DayEntries } from './day-entries.tsx';
import { byDay, weeksOf } from './month-grid.ts';

/** The number of a day in its cell; today says so in words, for those who do not see the frame. */
function DayNumber({ day, today }: { day: string; today: string }) {
  const { t, language } = useLanguage();
  const number = Number(day.slice(8));
  return (
    <time dateTime={day} className="fp-cal__day" {...(day === today ? { 'aria-current': 'date' as const } : {})}>
      {language === 'de' ? `${number}.` : number}
      {day === today && <span className="fp-cal__today"> {t.calendar.today}</span>}
    </time>
  );
}

/** A month as a table: a row for each week from Monday to Sunday, entries in the cell of their day. */
export function MonthTable(props: { month: string; today: string; entries: readonly DayEntry[]; labelledBy: string }) {
  const { month, today, entries, labelledBy } = props;
  const { t, f } = useLanguage();
  const days = byDay(entries);
  return (
    <table className="fp-cal" aria-labelledby={labelledBy}>
      <thead>
        <tr>
          <th scope="col" className="fp-cal__week">
            <span className="fp-sr">{t.calendar.week}</span>
          </th>
          {t.calendar.weekdays.map((name, index) => (
            <th key={name} scope="col">
              <abbr title={name}>{t.calendar.weekdaysShort[index]}</abbr>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeksOf(month).map((week) => {
          const some = week.find((day) => day !== null) ?? month;
          return (
            <tr key={some}>
              <th scope="row" className="fp-cal__week">
                {f.week(some)}
              </th>
              {week.map((day, index) => (
                <td key={day ?? `${index} beside`} className={day === today ? 'fp-cal__now' : undefined}>
                  {day && <DayNumber day={day} today={today} />}
                  {day && days.has(day) && <DayEntries entries={days.get(day) ?? []} />}
                </td>
              ))}
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

/** The same month where there is no room for seven columns: the days on which something stands, one below the other. */
export function MonthList(props: { today: string; entries: readonly DayEntry[]; labelledBy: string }) {
  const { today, entries, labelledBy } = props;
  const { t, f } = useLanguage();
  const weekdayOf = (day: string): string =>
    t.calendar.weekdays[(new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7] ?? '';
  return (
    <ul className="fp-cal__list" aria-labelledby={labelledBy}>
      {[...byDay(entries)].map(([day, own]) => (
        <li key={day} className={day === today ? 'fp-cal__now' : undefined}>
          <time dateTime={day} className="fp-cal__day" {...(day === today ? { 'aria-current': 'date' as const } : {})}>
            {weekdayOf(day)}, {f.date(day)}
            {day === today && <span className="fp-cal__today"> {t.calendar.today}</span>}
          </time>
          <DayEntries entries={own} />
        </li>
      ))}
    </ul>
  );
}
