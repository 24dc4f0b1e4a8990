import { useState } from 'react';
import type { BlockTemplate, PaperKind } from '../../../council/index.ts';
import type { SettingsAnswer } from '../../api/council.ts';
import { moved } from '../../form/moved.ts';
import { useLanguage } from '../../language/context.tsx';
import { Arrow } from '../../ui/arrow.tsx';
import { Button } from '../../ui/button.tsx';
import { CheckInput, ChoiceInput, FieldGroup, Shown, TextInput } from '../../ui/form.tsx';
import { German } from '../../ui/marks.tsx';

type Blocks = SettingsAnswer['blocks'];
type Choice = BlockTemplate['blocks'][number];

/** The template with every block that there is: those it does not know yet stand at the end. */
function complete(blocks: Blocks, chosen: readonly Choice[]): Choice[] {
  const known = new Set(chosen.map((one) => one.block));
  return [...chosen, ...blocks.filter(({ id }) => !known.has(id)).map(({ id }) => ({ block: id, shown: true }))];
}

/** Leaves out what is empty: an empty text is not the same as none. */
function withText(choice: Choice, part: { title?: string; text?: string }): Choice {
  const { title, text, ...rest } = { ...choice, ...part };
  return { ...rest, ...(title ? { title } : {}), ...(text ? { text } : {}) };
}

function Row(props: {
  choice: Choice;
  usual: string;
  onChange: (choice: Choice) => void;
  onMove: (by: 1 | -1) => void;
}) {
  const { choice, usual, onChange, onMove } = props;
  const { t } = useLanguage();
  const [open, setOpen] = useState(choice.title !== undefined || choice.text !== undefined);
  const { blockTemplates } = t;
  return (
    <div role="group" aria-label={usual}>
      <div className="fp-actions">
        <CheckInput
          label={
            <>
              <German>{choice.title ?? usual}</German> <span className="fp-sr">{blockTemplates.shown}</span>
            </>
          }
          value={choice.shown}
          onChange={(shown) => onChange({ ...choice, shown })}
        />
        <Button look="quiet" aria-label={blockTemplates.up(usual)} onPress={() => onMove(-1)}>
          <Arrow down={false} />
        </Button>
        <Button look="quiet" aria-label={blockTemplates.down(usual)} onPress={() => onMove(1)}>
          <Arrow down />
        </Button>
        <Button
          look="quiet"
          aria-label={blockTemplates.ownTextOf(usual)}
          aria-expanded={open}
          onPress={() => setOpen(!open)}
        >
          {blockTemplates.ownText}
        </Button>
      </div>
      {open && (
        <>
          <TextInput
            label={blockTemplates.heading}
            value={choice.title ?? ''}
            placeholder={usual}
            lang="de"
            onChange={(title) => onChange(withText(choice, { title }))}
          />
          <TextInput
            label={blockTemplates.text}
            value={choice.text ?? ''}
            rows={3}
            lang="de"
            onChange={(text) => onChange(withText(choice, { text }))}
          />
        </>
      )}
    </div>
  );
}

/** Order, choice and own words of the statement's blocks, for one kind of paper at a time. */
export function BlockTemplates(props: {
  blocks: Blocks;
  templates: readonly BlockTemplate[];
  /** Somebody looks at them who may not change them. */
  reads: boolean;
  onChange: (templates: BlockTemplate[]) => void;
}) {
  const { blocks, templates, reads, onChange } = props;
  const { t } = useLanguage();
  const [kind, setKind] = useState<PaperKind>('motion');
  const kinds = Object.keys(t.paperKinds) as PaperKind[];
  const template = templates.find((one) => one.kind === kind);
  const others = templates.filter((one) => one.kind !== kind);
  const choices = complete(blocks, template?.blocks ?? []);
  const set = (next: Choice[]): void => onChange([...others, { kind, blocks: next }]);
  const move = (from: number, by: 1 | -1): void => set(moved(choices, from, by));
  const usual = (id: string): string => blocks.find((one) => one.id === id)?.title ?? id;
  return (
    <FieldGroup legend={t.blockTemplates.title} note={t.blockTemplates.note}>
      <ChoiceInput
        label={t.blockTemplates.kind}
        value={kind}
        choices={kinds.map((value) => ({ value, label: t.paperKinds[value] }))}
        onChange={setKind}
      />
      <Shown only={reads}>
        {template === undefined ? (
          <p>
            {t.blockTemplates.usual}{' '}
            {!reads && (
              <Button look="quiet" onPress={() => set(choices)}>
                {t.blockTemplates.start}
              </Button>
            )}
          </p>
        ) : (
          <>
            <ol className="fp-form__list">
              {choices.map((choice, index) => (
                <li key={choice.block}>
                  <Row
                    choice={choice}
                    usual={usual(choice.block)}
                    onChange={(changed) => set(choices.with(index, changed))}
                    onMove={(by) => move(index, by)}
                  />
                </li>
              ))}
            </ol>
            <p>
              <Button look="quiet" onPress={() => onChange(others)}>
                {t.blockTemplates.reset}
              </Button>
            </p>
          </>
        )}
      </Shown>
    </FieldGroup>
  );
}
