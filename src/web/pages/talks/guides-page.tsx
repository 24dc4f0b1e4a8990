import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type GuidesAnswer, guidesQuery } from '../../api/needs.ts';
import { choicesQuery, meQuery } from '../../api/queries.ts';
import { useLanguage } from '../../language/context.tsx';
import { NeedsTabs } from '../../plan/needs-tabs.tsx';
import { buttonClass } from '../../ui/button.tsx';
import { PageHead } from '../../ui/heading.tsx';
import { German } from '../../ui/marks.tsx';
import { Section } from '../../ui/section.tsx';
import { Loaded } from '../../ui/states.tsx';

function Guide({ version, guide }: GuidesAnswer['guides'][number]) {
  const { t, f } = useLanguage();
  const words = t.guides;
  const { data: me } = useQuery(meQuery);
  const { data: choices } = useQuery(choicesQuery);
  const nameOf = (id: string): string => choices?.unit?.find((one) => one.id === id)?.name ?? id;
  const edit = me?.permissions.includes('writeRegister') && (
    <Link
      to="/bedarfe/leitfaeden/$id"
      params={{ id: guide.id }}
      className={buttonClass()}
      aria-label={version === null ? words.adopt : words.editOf(guide.name)}
    >
      {version === null ? words.adopt : words.edit}
    </Link>
  );
  return (
    <Section title={<German>{guide.name}</German>} end={edit || undefined}>
      <p className="fp-muted">
        {guide.units.length === 0 ? words.forAll : words.forUnits(f.list(guide.units.map(nameOf)))}
      </p>
      {version === null && <p className="fp-note">{words.proposedNote}</p>}
      <ol lang="de">
        {guide.questions.map(({ text, hint }) => (
          <li key={text}>
            {text}
            {hint && <p className="fp-muted">{hint}</p>}
          </li>
        ))}
      </ol>
    </Section>
  );
}

/** The guides for talks with heads of office, as they are put. */
export function GuidesPage() {
  const { t } = useLanguage();
  const query = useQuery(guidesQuery);
  const { data: me } = useQuery(meQuery);
  return (
    <div className="fp-page">
      <PageHead title={t.guides.title} lead={t.guides.lead}>
        {me?.permissions.includes('writeRegister') && (
          <Link to="/bedarfe/leitfaeden/$id" params={{ id: 'neu' }} className={buttonClass()}>
            {t.guides.add}
          </Link>
        )}
      </PageHead>
      <NeedsTabs />
      <Loaded query={query}>
        {({ guides }) => (
          <div className="fp-stack">
            {guides.map((one) => (
              <Guide key={one.guide.id} {...one} />
            ))}
          </div>
        )}
      </Loaded>
    </div>
  );
}
