import { useQuery } from '@tanstack/react-query';
import type { AnswerDifference } from '../../../council/index.ts';
import { answerDifferenceQuery } from '../../api/queries.ts';
import { useLanguage } from '../../language/context.tsx';
import { ScrollArea, Section } from '../../ui/section.tsx';
import { type Column, DataTable } from '../../ui/table.tsx';

type Line = AnswerDifference['lines'][number];
type Sentences = AnswerDifference['reasonsGone'];

function Reasons({ title, sentences }: { title: string; sentences: Sentences }) {
  const { text } = useLanguage();
  if (sentences.length === 0) return null;
  return (
    <>
      <h3>{title}</h3>
      <ul className="fp-bullets">
        {sentences.map((one) => (
          <li key={one.de}>{text(one)}</li>
        ))}
      </ul>
    </>
  );
}

/** What the newest answer says otherwise than the one before; nothing while there is only one. */
export function AnswerDifferenceSection({ paper }: { paper: string }) {
  const { t, f, text } = useLanguage();
  const words = t.answerDifference;
  const { data } = useQuery(answerDifferenceQuery(paper));
  if (!data?.compared) return null;
  const { before, after, difference } = data.compared;
  const columns: Column<Line>[] = [
    { key: 'what', label: words.what, rowHeader: true, cell: (row) => text(row.subject) },
    { key: 'before', label: words.before, illustrative: true, cell: (row) => text(row.before) },
    { key: 'after', label: words.after, illustrative: true, strong: true, cell: (row) => text(row.after) },
    { key: 'by', label: words.by, cell: (row) => (row.by ? text(row.by) : '–') },
  ];
  const same = Object.values(difference).every((list) => list.length === 0);
  return (
    <Section title={words.title} gap>
      {(titleId) => (
        <>
          <p className="fp-muted">{words.since(f.timestamp(before), f.timestamp(after))}</p>
          {same && <p>{words.none}</p>}
          {difference.lines.length > 0 && (
            <ScrollArea labelledBy={titleId}>
              <DataTable
                labelledBy={titleId}
                columns={columns}
                rows={difference.lines}
                rowKey={(row) => row.subject.de}
                tight
              />
            </ScrollArea>
          )}
          <Reasons title={words.gone} sentences={difference.reasonsGone} />
          <Reasons title={words.fresh} sentences={difference.reasonsNew} />
        </>
      )}
    </Section>
  );
}
