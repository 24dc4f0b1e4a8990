import { Link } from '@tanstack/react-router';
import type { LoadView } from '../../../planning/index.ts';
import { useLanguage } from '../../language/context.tsx';
import { ProjectName } from '../../plan/project-name.tsx';
import { German, Ill } from '../../ui/marks.tsx';
import { Fact, Facts, Section } from '../../ui/section.tsx';

/** Whom a partner's quota serves in a month. */
export function QuotaDetail({ offer, month, view }: { offer: string; month: string; view: LoadView }) {
  const { t, f } = useLanguage();
  const words = t.capacity;
  const row = view.offers.find((one) => one.offer === offer);
  const cell = row?.cells.find((one) => one.month === month);
  if (row === undefined || cell === undefined) return null;
  return (
    <aside className="fp-side" aria-label={words.quotaDetail}>
      <Section title={f.monthLong(month)}>
        <p className="fp-muted">
          <German>{`${row.partnerName}: ${row.name}`}</German>
        </p>
        <p>
          <Link to="/fahrplan/partner">{t.partners.title}</Link>
        </p>
        <Facts>
          <Fact term={t.partners.quota}>
            <Ill when={row.illustrative}>{cell.quota === 0 ? words.quotaNotYet : words.quota(cell.quota)}</Ill>
          </Fact>
          <Fact term={words.quotaUsed}>{f.number(cell.served)}</Fact>
        </Facts>
        {cell.projects.length === 0 ? (
          <p className="fp-note">{words.quotaNobody}</p>
        ) : (
          <ul>
            {cell.projects.map(({ id, name }) => (
              <li key={id}>
                <ProjectName id={id} name={name} />
              </li>
            ))}
          </ul>
        )}
      </Section>
    </aside>
  );
}
