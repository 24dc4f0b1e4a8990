import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type ServiceHit, serviceSearchQuery } from '../../api/catalogue.ts';
import { useLanguage } from '../../language/context.tsx';
import { German } from '../../ui/marks.tsx';
import { Section } from '../../ui/section.tsx';
import { Loaded } from '../../ui/states.tsx';
import { type Column, DataTable } from '../../ui/table.tsx';

/** Services that the words lead to, each with the way to its bundle. */
export function ServiceHits({ words: typed }: { words: string }) {
  const { t } = useLanguage();
  const words = t.catalogue;
  const query = useQuery({ ...serviceSearchQuery(typed), placeholderData: keepPreviousData });
  const columns: Column<ServiceHit>[] = [
    { key: 'name', label: words.service, rowHeader: true, cell: ({ name }) => <German>{name}</German> },
    { key: 'key', label: words.key, cell: ({ key }) => key || '–' },
    { key: 'type', label: words.type, cell: ({ type }) => type || '–' },
    {
      key: 'bundle',
      label: words.bundle,
      cell: ({ bundle, bundleName }) =>
        bundle === '' ? (
          <span className="fp-muted">{words.noBundle}</span>
        ) : (
          <Link to="/pflichten/leistungen/$key" params={{ key: bundle }}>
            <German>{bundleName}</German>
          </Link>
        ),
    },
  ];
  return (
    <Section title={words.hits}>
      {(titleId) => (
        <Loaded query={query}>
          {({ hits }) =>
            hits.length === 0 ? (
              <p className="fp-muted">{words.noHits}</p>
            ) : (
              <>
                <DataTable
                  labelledBy={titleId}
                  columns={columns}
                  rows={hits}
                  rowKey={({ key, name, bundle, type }) => `${key} ${name} ${bundle} ${type}`}
                />
                <p className="fp-note">{words.types}</p>
              </>
            )
          }
        </Loaded>
      )}
    </Section>
  );
}
