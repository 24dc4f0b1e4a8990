import { useQuery } from '@tanstack/react-query';
import { statementQuery } from '../../api/queries.ts';
import { EvidenceProvider } from '../../evidence/context.tsx';
import { Words } from '../../evidence/figure.tsx';
import { useLanguage } from '../../language/context.tsx';
import { German } from '../../ui/marks.tsx';
import { ScrollArea, Section } from '../../ui/section.tsx';
import { DataTable } from '../../ui/table.tsx';

/** Own and other cities side by side, as the statement has them: each fact with its day and source. */
export function PeersSection({ paper, own }: { paper: string; own: { id: string; candidates: string[] } }) {
  const { t } = useLanguage();
  const { data: statement } = useQuery(statementQuery(paper));
  const table = statement?.blocks.find((block) => block.id === 'comparison')?.tables?.[0];
  if (!statement || !table) return null;
  const columns = table.columns.map((head, index) => ({
    key: head,
    label: head,
    rowHeader: index === 0,
    cell: (row: (typeof table.rows)[number]) => {
      const runs = row[index] ?? [];
      return (
        <span lang="de">
          <Words sentence={{ de: runs, en: runs }} />
        </span>
      );
    },
  }));
  return (
    <EvidenceProvider evidence={statement.evidence} planRun={null} paper={own}>
      <Section title={t.answerDifference.peers} gap>
        {(titleId) => (
          <>
            <p className="fp-muted">
              <German>{table.caption}</German>
            </p>
            <ScrollArea labelledBy={titleId}>
              <DataTable
                labelledBy={titleId}
                columns={columns}
                rows={table.rows}
                rowKey={(row) => JSON.stringify(row[0])}
                tight
              />
            </ScrollArea>
          </>
        )}
      </Section>
    </EvidenceProvider>
  );
}
