import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { DayEntry } from '../../../council/index.ts';
import { useLanguage } from '../../language/context.tsx';
import { German, Signal } from '../../ui/marks.tsx';

/** The record that an entry is about, as a link. */
function Target({ entry: { kind, id, title } }: { entry: DayEntry }) {
  const name: ReactNode = <German>{title}</German>;
  switch (kind) {
    case 'meeting':
      return (
        <Link to="/ratspost/sitzungen/$id" params={{ id }}>
          {name}
        </Link>
      );
    case 'resolution':
      return (
        <Link to="/ratspost/beschluesse/$id" params={{ id }}>
          {name}
        </Link>
      );
    case 'promise':
      return <Link to="/ratspost/zusagen">{name}</Link>;
    default:
      return (
        <Link to="/ratspost/$id" params={{ id }}>
          {name}
        </Link>
      );
  }
}

/** What stands on one day: each entry with its kind, where it leads, and what has to be done. */
export function DayEntries({ entries }: { entries: readonly DayEntry[] }) {
  const { t, text } = useLanguage();
  return (
    <ul className="fp-cal__entries">
      {entries.map((one) => (
        <li key={`${one.kind} ${one.id} ${one.text.de}`} className={`fp-cal__entry fp-cal__entry--${one.kind}`}>
          <span className="fp-cal__kind">{t.calendar.kinds[one.kind]}</span> <Target entry={one} />
          {text(one.text) !== '' && <span className="fp-cal__text">{text(one.text)}</span>}
          {one.task && <span className="fp-cal__text">{t.calendar.task(t.desk.taskKinds[one.task])}</span>}
          {one.late && <Signal shape="bad">{t.calendar.late}</Signal>}
        </li>
      ))}
    </ul>
  );
}
