import type { Cosigner } from '../../../council/index.ts';
import type { Me } from '../../api/types.ts';
import { useDraft } from '../../form/draft.ts';
import { Form } from '../../form/form.tsx';
import { useSave } from '../../form/use-save.ts';
import { useLanguage } from '../../language/context.tsx';
import type { Messages } from '../../language/de.ts';
import { Button } from '../../ui/button.tsx';
import { CheckInput, ChoiceInput, TextInput } from '../../ui/form.tsx';
import { German, Signal } from '../../ui/marks.tsx';
import { Section } from '../../ui/section.tsx';
import { Editions } from './editions.tsx';
import { mayDo, type PanelProps, signer, unitName } from './panel.ts';

/** Everywhere in the city, or for this unit as one of the own. */
function maySignFor(me: Me | undefined, unit: string): boolean {
  return (
    mayDo(me, 'signStatement') || (me?.ownPermissions.includes('signStatement') === true && me.ownUnits.includes(unit))
  );
}

const shapes = { open: 'off', signed: 'ok', returned: 'bad' } as const;

function CosignerRow({ one, desk, work, me }: PanelProps & { one: Cosigner }) {
  const { t, f } = useLanguage();
  const [comment, setComment] = useDraft(`statement signing ${desk.file.paper} ${one.unit}`, '');
  const name = unitName(desk, one.unit);
  const { stage, inOrder, cosigners } = desk.file;
  const first = cosigners.find((other) => other.state !== 'signed');
  const waiting = stage === 'cosigning' && one.state === 'open' && inOrder && first?.unit !== one.unit;
  const mine =
    stage === 'cosigning' &&
    one.state === 'open' &&
    !waiting &&
    (maySignFor(me, one.unit) || desk.deputy.units.includes(one.unit));
  const missing = useSave();
  const send = async (decision: 'sign' | 'return'): Promise<void> => {
    if (!missing.complete(decision === 'return' ? { comment } : {})) return;
    const words = comment.trim();
    const done = await work.step(desk, 'sign', { unit: one.unit, decision, ...(words ? { comment: words } : {}) });
    if (done) setComment('');
  };
  return (
    <li>
      <p className="fp-strong">
        <German>{name}</German>
      </p>
      <Signal shape={shapes[one.state]}>{t.work.cosignStates[one.state]}</Signal>
      {one.by && one.on && (
        <p className="fp-note">
          {signer(desk, t, one.by, one.for)}, {f.date(one.on)}
        </p>
      )}
      {waiting && <p className="fp-note">{t.work.signsAfter(unitName(desk, first?.unit ?? ''))}</p>}
      {one.comment && <p lang="de">{one.comment}</p>}
      {mine && (
        <Form problem={missing.problem} onSend={() => void send('sign')}>
          <TextInput
            label={t.work.comment}
            error={missing.errorAt('/comment')}
            value={comment}
            rows={2}
            lang="de"
            onChange={setComment}
          />
          <div className="fp-actions">
            <Button type="submit" aria-label={`${t.work.sign}: ${name}`} isDisabled={work.busy}>
              {t.work.sign}
            </Button>
            <Button
              look="quiet"
              aria-label={`${t.work.giveBack}: ${name}`}
              isDisabled={work.busy}
              onPress={() => void send('return')}
            >
              {t.work.giveBack}
            </Button>
          </div>
        </Form>
      )}
    </li>
  );
}

/** Which units co-sign: chosen while the text is a draft. */
function Arrange({ desk, work }: PanelProps) {
  const { t } = useLanguage();
  const { cosigners, inOrder } = desk.file;
  const units = cosigners.map((one) => one.unit);
  const free = desk.units.filter((unit) => !units.includes(unit.id));
  const set = (next: string[], order = inOrder): void =>
    void work.step(desk, 'arrange', { units: next, inOrder: order });
  return (
    <>
      <ChoiceInput
        label={t.work.addCosigner}
        value=""
        choices={[{ value: '', label: '–' }, ...free.map((one) => ({ value: one.id, label: one.name }))]}
        onChange={(unit) => unit !== '' && set([...units, unit])}
      />
      {units.length > 0 && (
        <>
          <CheckInput label={t.work.inOrder} value={inOrder} onChange={(order) => set(units, order)} />
          <p>
            <Button look="quiet" onPress={() => set(units.slice(0, -1))}>
              {t.work.removeCosigner}
            </Button>
          </p>
        </>
      )}
    </>
  );
}

function Cosigning(props: PanelProps) {
  const { desk, me } = props;
  const { t } = useLanguage();
  const { cosigners, stage } = desk.file;
  const arranging = stage === 'draft' && mayDo(me, 'writePapers');
  if (cosigners.length === 0 && !arranging) return null;
  return (
    <Section title={t.work.cosigning} gap>
      {cosigners.length > 0 && (
        <ol className="fp-list">
          {cosigners.map((one) => (
            <CosignerRow key={one.unit} one={one} {...props} />
          ))}
        </ol>
      )}
      {arranging && <Arrange {...props} />}
    </Section>
  );
}

/** What stands between the text and its release, in words. */
function hindrances({ desk, me }: PanelProps, t: Messages): string[] {
  const { file, stale } = desk;
  const unsigned = file.cosigners.filter((one) => one.state !== 'signed').length;
  const comments = file.comments.filter((one) => !one.settled).length;
  const missing = file.content.blocks.reduce((sum, block) => sum + block.missing.length, 0);
  const mine = me !== undefined && file.authors.some((one) => desk.names[one] === me.user.name);
  return [
    missing > 0 && t.statement.missing(missing),
    stale.length > 0 && t.work.stale(stale.length),
    comments > 0 && t.work.openComments(comments),
    file.stage === 'cosigning' && unsigned > 0 && t.work.unsigned(unsigned),
    file.stage === 'cosigning' && mine && t.work.ownText,
  ].filter((one) => one !== false);
}

function Release(props: PanelProps) {
  const { desk, work, me } = props;
  const { t } = useLanguage();
  const { stage } = desk.file;
  const open = hindrances(props, t);
  const step = (name: string, body: unknown = {}): void => void work.step(desk, name, body);
  return (
    <Section title={t.work.release} gap>
      {(stage === 'draft' || stage === 'cosigning') && (
        <>
          <p className="fp-note">{t.work.fourEyes}</p>
          {open.length > 0 && (
            <ul className="fp-bullets">
              {open.map((one) => (
                <li key={one}>{one}</li>
              ))}
            </ul>
          )}
        </>
      )}
      {stage === 'draft' && mayDo(me, 'writePapers') && (
        <Button look="main" isDisabled={work.busy} onPress={() => step('submit')}>
          {t.work.submit}
        </Button>
      )}
      {stage === 'cosigning' && (mayDo(me, 'releaseStatement') || desk.deputy.release) && (
        <Button look="main" isDisabled={work.busy || open.length > 0} onPress={() => step('release')}>
          {t.work.releaseNow}
        </Button>
      )}
      {(stage === 'released' || stage === 'withdrawn') && mayDo(me, 'writePapers') && (
        <Button isDisabled={work.busy} onPress={() => step('correct')}>
          {t.work.correct}
        </Button>
      )}
    </Section>
  );
}

/** Co-signing, release and editions of the statement. */
export function ReleasePanel(props: PanelProps) {
  return (
    <>
      <Release {...props} />
      <Cosigning {...props} />
      <Editions {...props} />
    </>
  );
}
