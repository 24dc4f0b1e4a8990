import type { PointResult, PointScope, Relation } from '../../../council/index.ts';
import { useLanguage } from '../../language/context.tsx';
import { Keyed } from '../../plan/keyed.tsx';
import { Button } from '../../ui/button.tsx';
import { ChoiceInput, FieldRow } from '../../ui/form.tsx';
import { German } from '../../ui/marks.tsx';
import { Section } from '../../ui/section.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { type ExaminationView, type PointDraft, relationKey } from './state.ts';

const scopes: PointScope[] = ['administration', 'city', 'elsewhere'];
type Choice = PointScope | 'open';

interface PointProps {
  view: ExaminationView;
  point: PointResult;
  draft: PointDraft | undefined;
  candidates: readonly { id: string; name: string }[];
  onChange: (draft: PointDraft | null) => void;
}

/** What the point touches: linked by a person, or suggested by common words. Linked once it is said where it belongs. */
function Relations({ view, point, draft, onChange }: PointProps) {
  const { t, f } = useLanguage();
  const relations = draft?.relations ?? [];
  const linked = new Set(relations.map(relationKey));
  const titles = new Map(point.suggestions.map((one) => [relationKey(one.relation), one.title]));
  const titleOf = (relation: Relation): string =>
    titles.get(relationKey(relation)) ?? view.titles[relationKey(relation)] ?? relation.id;
  const set = (next: Relation[]): void => draft && onChange({ ...draft, relations: next });
  const open = point.suggestions.filter((one) => !linked.has(relationKey(one.relation)));
  return (
    <>
      {relations.length > 0 && (
        <>
          <p className="fp-note">{t.paper.touches}</p>
          <ul className="fp-bullets">
            {relations.map((relation) => (
              <li key={relationKey(relation)}>
                {t.recordKinds[relation.kind]}: <German>{titleOf(relation)}</German>{' '}
                <Button
                  look="quiet"
                  aria-label={`${t.examination.unlink}: ${titleOf(relation)}`}
                  onPress={() => set(relations.filter((one) => one !== relation))}
                >
                  {t.examination.unlink}
                </Button>
              </li>
            ))}
          </ul>
        </>
      )}
      {open.length > 0 && (
        <>
          <p className="fp-note">
            {t.paper.suggestions(open.length)} {!draft && t.examination.scopeFirst}
          </p>
          <ul className="fp-bullets">
            {open.map((one) => (
              <li key={relationKey(one.relation)}>
                {t.recordKinds[one.relation.kind]}: <German>{one.title}</German>{' '}
                <span className="fp-muted">
                  {t.paper.matchedWords} <German>{f.list(one.matchedWords)}</German>
                </span>{' '}
                {draft && (
                  <Button
                    look="quiet"
                    aria-label={`${t.examination.link}: ${one.title}`}
                    onPress={() => set([...relations, one.relation])}
                  >
                    {t.examination.link}
                  </Button>
                )}
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

function Point(props: PointProps) {
  const { view, point, draft, candidates, onChange } = props;
  const { t } = useLanguage();
  const choose = (choice: Choice): void => {
    if (choice === 'open') onChange(null);
    else onChange({ relations: [], ...draft, point: point.number, scope: choice });
  };
  const set = (key: 'belongsTo' | 'candidate', value: string): void => {
    if (!draft) return;
    const { [key]: _before, ...rest } = draft;
    onChange(value === '' ? rest : { ...rest, [key]: value });
  };
  return (
    <li>
      <p lang="de" className="fp-point">
        <Keyed id={point.number}>{point.text}</Keyed>
      </p>
      <Segmented<Choice>
        label={t.examination.scopeOf(point.number)}
        choices={[
          { value: 'open', label: t.examination.open },
          ...scopes.map((value) => ({ value, label: t.scopes[value] })),
        ]}
        value={draft?.scope ?? 'open'}
        onChange={choose}
      />
      {draft && (
        <FieldRow>
          {draft.scope !== 'administration' && (
            <ChoiceInput
              label={t.examination.belongsTo}
              value={draft.belongsTo ?? ''}
              choices={[
                { value: '', label: t.examination.noStrategy },
                ...view.strategies.map((one) => ({ value: one.id, label: one.name })),
              ]}
              onChange={(value) => set('belongsTo', value)}
            />
          )}
          {candidates.length > 0 && (
            <ChoiceInput
              label={t.examination.needs}
              value={draft.candidate ?? ''}
              choices={[
                { value: '', label: t.examination.needsNone },
                ...candidates.map((one) => ({ value: one.id, label: one.name })),
              ]}
              onChange={(value) => set('candidate', value)}
            />
          )}
        </FieldRow>
      )}
      <Relations {...props} />
    </li>
  );
}

/** Point by point: where it belongs, what it touches, and whether it needs a new project. */
export function PointDecisions(props: {
  view: ExaminationView;
  drafts: ReadonlyMap<string, PointDraft>;
  candidates: readonly { id: string; name: string }[];
  onChange: (point: string, draft: PointDraft | null) => void;
}) {
  const { view, drafts, candidates, onChange } = props;
  const { t } = useLanguage();
  return (
    <Section title={t.paper.points} gap>
      <ol className="fp-list">
        {view.points.map((point) => (
          <Point
            key={point.number}
            view={view}
            point={point}
            draft={drafts.get(point.number)}
            candidates={candidates}
            onChange={(draft) => onChange(point.number, draft)}
          />
        ))}
      </ol>
    </Section>
  );
}
