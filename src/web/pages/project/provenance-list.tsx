import { Link } from '@tanstack/react-router';
import type { Provenance } from '../../../agenda/index.ts';
import type { ProjectAnswer } from '../../api/types.ts';
import { fieldLabel } from '../../fields/field-labels.ts';
import { useLanguage } from '../../language/context.tsx';
import { Origin } from '../../plan/origin.tsx';
import { Section } from '../../ui/section.tsx';

/** Where the values of the project come from. `*` holds for every field that is not named. */
export function ProvenanceList({ answer }: { answer: ProjectAnswer }) {
  const { t, language } = useLanguage();
  const { project, sources } = answer;
  const entries: [string, Provenance][] = Object.entries(project.provenance ?? {});
  const ordered = entries.toSorted(([a], [b]) => Number(a === '*') - Number(b === '*'));
  return (
    <Section
      title={t.evidence.origin}
      end={
        <Link to="/belege/$kind/$id" params={{ kind: 'project', id: project.id }}>
          {t.sheet.wholeRecord}
        </Link>
      }
    >
      {ordered.length === 0 ? (
        <p className="fp-note">{t.notRecorded}</p>
      ) : (
        <ul className="fp-list">
          {ordered.map(([field, provenance]) => (
            <li key={field}>
              <b>{field === '*' ? t.sheet.everythingElse : fieldLabel(field, language)}</b>:{' '}
              <Origin provenance={provenance} sources={sources} />
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
