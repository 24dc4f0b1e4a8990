import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import type { NeedRow } from '../../../planning/index.ts';
import { type NeedsAnswer, needsQuery } from '../../api/needs.ts';
import { Discussion } from '../../discussion/discussion.tsx';
import { Chooser } from '../../form/chooser.tsx';
import { Form } from '../../form/form.tsx';
import { useLanguage } from '../../language/context.tsx';
import { History } from '../../plan/history.tsx';
import { useMayEdit } from '../../plan/may-edit.ts';
import { NeedsTabs, useMayWriteNeeds } from '../../plan/needs-tabs.tsx';
import { Button, buttonClass } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { PageHead } from '../../ui/heading.tsx';
import { Labelled } from '../../ui/labelled.tsx';
import { German, IllustrativeNote } from '../../ui/marks.tsx';
import { Fact, Facts, Section } from '../../ui/section.tsx';
import { Loaded, Missing } from '../../ui/states.tsx';
import { merging, splitting } from './merge.ts';
import { NeedSignal, Outcome, Weight } from './outcome.tsx';
import { NeedLink, useNeedChange } from './similar.tsx';

/** Chooses the need that is to speak for this one too. */
function MergeDialog({ answer, need, onClose }: { answer: NeedsAnswer; need: NeedRow; onClose: () => void }) {
  const { t } = useLanguage();
  const words = t.similarNeeds;
  const { write, action } = useNeedChange();
  const [into, setInto] = useState<string | null>(null);
  const choices = answer.needs.filter(({ id, mergedInto }) => id !== need.id && mergedInto === null);
  const merge = async (): Promise<void> => {
    if (!action.complete({ into: into ?? '' }) || into === null) return;
    if (await write(merging(answer.records, into, need.id), words.merged(need.name))) onClose();
  };
  return (
    <Dialog title={words.chooseTitle(need.name)} onClose={onClose}>
      <p>{words.chooseNote}</p>
      <Form problem={action.problem} onSend={() => void merge()}>
        <Labelled id="zusammenfuehren" label={words.into} error={action.errorAt('/into')}>
          {({ 'aria-invalid': invalid, ...input }) => (
            <Chooser
              label={words.into}
              input={input}
              invalid={invalid === true}
              choices={choices.map(({ id, name }) => ({ id, name }))}
              value={into}
              onChange={setInto}
            />
          )}
        </Labelled>
        <div className="fp-actions">
          <Button look="main" type="submit" isDisabled={action.busy}>
            {words.merge}
          </Button>
          <Button onPress={onClose}>{t.form.cancel}</Button>
        </div>
      </Form>
    </Dialog>
  );
}

/** Edit, merge, take apart, make a project of it. */
function Actions({ answer, need }: { answer: NeedsAnswer; need: NeedRow }) {
  const { t } = useLanguage();
  const mayWrite = useMayWriteNeeds(need.units.map(({ id }) => id));
  const mayMakeProject = useMayEdit();
  const { write, action } = useNeedChange();
  const [choosing, setChoosing] = useState(false);
  if (!mayWrite) return null;
  const split = (): void => void write(splitting(answer.records, need.id), t.similarNeeds.splitDone(need.name));
  return (
    <>
      {need.mergedInto ? (
        <Button isDisabled={action.busy} onPress={split}>
          {t.similarNeeds.split}
        </Button>
      ) : (
        <Button onPress={() => setChoosing(true)}>{t.similarNeeds.choose}</Button>
      )}
      {mayMakeProject && need.mergedInto === null && (
        <Link to="/projekt-anlegen" search={{ bedarf: need.id }} className={buttonClass()}>
          {t.needs.makeProject}
        </Link>
      )}
      <Link to="/bedarfe/$id/bearbeiten" params={{ id: need.id }} className={buttonClass('main')}>
        {t.needs.edit}
      </Link>
      {choosing && <MergeDialog answer={answer} need={need} onClose={() => setChoosing(false)} />}
    </>
  );
}

function Origins({ need }: { need: NeedRow }) {
  const { t, f } = useLanguage();
  const words = t.needs;
  return (
    <Section title={words.origin}>
      <Facts>
        <Fact term={words.offices}>
          {need.units.map(({ id, name }, index) => (
            <span key={id}>
              {index > 0 && ', '}
              <Link to="/bedarfe/aemter/$id" params={{ id }}>
                <German>{name}</German>
              </Link>
            </span>
          ))}
        </Fact>
        <Fact term={words.tabs.talks}>
          {need.interviews.length === 0 ? (
            words.byHand
          ) : (
            <ul className="fp-bullets">
              {need.interviews.map(({ id, name, on }) => (
                <li key={id}>
                  <Link to="/bedarfe/gespraeche/$id" params={{ id }}>
                    {on ? words.talkOf(name, f.date(on)) : words.talkUndated(name)}
                  </Link>
                </li>
              ))}
            </ul>
          )}
        </Fact>
        {need.merged.length > 0 && (
          <Fact term={words.mergedFrom}>
            <ul className="fp-bullets">
              {need.merged.map(({ id, name }) => (
                <li key={id}>
                  <NeedLink id={id} name={name} />
                </li>
              ))}
            </ul>
          </Fact>
        )}
      </Facts>
    </Section>
  );
}

function Content({ answer, need, version }: { answer: NeedsAnswer; need: NeedRow; version: number }) {
  const { t } = useLanguage();
  const words = t.needs;
  const mayWrite = useMayWriteNeeds();
  return (
    <>
      <PageHead title={need.name} heading={<German>{need.name}</German>}>
        <Actions answer={answer} need={need} />
      </PageHead>
      <NeedsTabs />
      <div className="fp-stack">
        <Section title={words.outcome}>
          <Facts>
            <Fact term={words.state}>
              <NeedSignal need={need} />
            </Fact>
            {need.mergedInto && (
              <Fact term={words.mergedInto}>
                <NeedLink id={need.mergedInto.id} name={need.mergedInto.name} />
              </Fact>
            )}
            <Fact term={words.outcome}>
              <Outcome need={need} />
            </Fact>
            <Fact term={words.weight}>
              <Weight need={need} />
              {need.weightReason && (
                <>
                  {': '}
                  <German>{need.weightReason}</German>
                </>
              )}
            </Fact>
            <Fact term={words.description}>
              {need.description ? <German>{need.description}</German> : t.notRecorded}
            </Fact>
          </Facts>
        </Section>
        <Origins need={need} />
        {need.illustrative && (
          <p className="fp-foot">
            <IllustrativeNote />
          </p>
        )}
        <Discussion kind="need" id={need.id} />
        {mayWrite && <History kind="need" id={need.id} name={need.name} version={version} />}
      </div>
    </>
  );
}

export function NeedPage() {
  const { t } = useLanguage();
  const { id } = useParams({ from: '/bedarfe/$id' });
  const query = useQuery(needsQuery);
  const need = query.data?.needs.find((one) => one.id === id);
  const version = query.data?.records.find(({ body }) => body.id === id)?.version;
  return (
    <div className="fp-page">
      {need === undefined && <PageHead title={t.needs.need} />}
      <Loaded query={query}>
        {(answer) =>
          need === undefined || version === undefined ? (
            <Missing>{t.needs.missing}</Missing>
          ) : (
            <Content key={id} answer={answer} need={need} version={version} />
          )
        }
      </Loaded>
    </div>
  );
}
