import type { PaperRow } from '../../api/types.ts';
import { useLanguage } from '../../language/context.tsx';
import { CheckInput, ChoiceInput, FieldRow, TextInput } from '../../ui/form.tsx';
import { type ItemRow, votesOf } from './draft.ts';

interface ItemProps {
  row: ItemRow;
  papers: readonly PaperRow[];
  change: (part: Partial<ItemRow>) => void;
  errorAt: (field: string) => string | undefined;
}

/** What the body did: result, note, votes, and the wording if it said yes. */
function ResultFields({ row, change, errorAt }: Omit<ItemProps, 'papers'>) {
  const { t } = useLanguage();
  const { meetings } = t;
  const choices = [
    { value: 'none' as const, label: meetings.noResult },
    ...(Object.keys(meetings.itemResults) as (keyof typeof meetings.itemResults)[]).map((value) => ({
      value,
      label: meetings.itemResults[value],
    })),
  ];
  const adopted = row.result === 'adopted' || row.result === 'adoptedWithChanges';
  const counted = votesOf(row) === null ? meetings.votesWrong : errorAt('votes');
  return (
    <>
      <FieldRow>
        <ChoiceInput
          label={meetings.result}
          value={row.result}
          choices={choices}
          error={errorAt('result')}
          onChange={(result) => change({ result })}
        />
        {row.result !== 'none' && (
          <TextInput
            label={meetings.note}
            value={row.resultNote}
            lang="de"
            onChange={(resultNote) => change({ resultNote })}
          />
        )}
      </FieldRow>
      {row.result !== 'none' && (
        <div role="group" aria-label={meetings.votes}>
          <FieldRow>
            {(['yes', 'no', 'abstained'] as const).map((one) => (
              <TextInput
                key={one}
                label={meetings[one]}
                value={row[one]}
                letters={8}
                inputMode="numeric"
                error={one === 'yes' ? counted : undefined}
                onChange={(value) => change({ [one]: value })}
              />
            ))}
          </FieldRow>
        </div>
      )}
      {adopted && (
        <TextInput
          label={meetings.resolutionText}
          value={row.resolutionText}
          rows={3}
          lang="de"
          onChange={(resolutionText) => change({ resolutionText })}
        />
      )}
    </>
  );
}

/** One item of the agenda: what it is about, and what became of it. */
export function ItemFields({ row, papers, change, errorAt }: ItemProps) {
  const { t } = useLanguage();
  const { meetings } = t;
  const choosePaper = (paper: string): void => {
    const name = papers.find((one) => one.id === paper)?.name;
    change({ paper, ...(row.title.trim() === '' && name ? { title: name } : {}) });
  };
  return (
    <div role="group" aria-label={meetings.item(row.number)}>
      <FieldRow>
        <TextInput
          label={meetings.number}
          value={row.number}
          letters={6}
          error={errorAt('number')}
          onChange={(number) => change({ number })}
        />
        <TextInput
          label={meetings.subject}
          value={row.title}
          lang="de"
          error={errorAt('title')}
          onChange={(title) => change({ title })}
        />
        <ChoiceInput
          label={meetings.paper}
          value={row.paper}
          choices={[
            { value: '', label: meetings.noPaper },
            ...papers.map((one) => ({ value: one.id, label: `${one.reference} ${one.name}` })),
          ]}
          error={errorAt('paper')}
          onChange={choosePaper}
        />
      </FieldRow>
      <CheckInput label={meetings.isPublic} value={row.public} onChange={(value) => change({ public: value })} />
      <ResultFields row={row} change={change} errorAt={errorAt} />
    </div>
  );
}
