import type { ReactNode } from 'react';
import type { Paper } from '../../../council/index.ts';
import type { CouncilDesk } from '../../api/council.ts';
import { nextKey } from '../../form/next-key.ts';
import { Rows } from '../../form/rows.tsx';
import { useLanguage } from '../../language/context.tsx';
import { Button } from '../../ui/button.tsx';
import { CheckInput, ChoiceInput, FieldGroup, FieldRow, TextInput } from '../../ui/form.tsx';
import { type ConsultationRow, type Draft, emptyPoint, type OriginatorRow } from './draft.ts';

export interface PartProps {
  draft: Draft;
  change: (part: Partial<Draft>) => void;
  /** What is wrong at a place of the paper, from the server or from the form itself. */
  errorAt: (pointer: string) => string | undefined;
}

/** The values of a message table as choices. */
export function choicesOf<Value extends string>(labels: Record<Value, string>): { value: Value; label: string }[] {
  return (Object.keys(labels) as Value[]).map((value) => ({ value, label: labels[value] }));
}

/** Number, kind, subject, receipt, responsible unit. */
export function IdentityPart(props: PartProps & { desk: CouncilDesk | undefined; isNew: boolean }) {
  const { draft, change, errorAt, desk, isNew } = props;
  const { t } = useLanguage();
  const next = isNew ? desk?.nextNumbers.find((one) => one.kind === draft.kind)?.reference : undefined;
  const units = (desk?.units ?? []).map((one) => ({ value: one.id, label: one.name }));
  return (
    <FieldGroup legend={t.paperForm.identity}>
      <FieldRow>
        <ChoiceInput
          label={t.paperForm.kind}
          value={draft.kind}
          choices={choicesOf(t.paperKinds)}
          onChange={(kind) => change({ kind })}
        />
        <TextInput
          label={t.paperForm.reference}
          value={draft.reference}
          required
          lang="de"
          error={errorAt('/reference') ?? errorAt('/id')}
          onChange={(reference) => change({ reference })}
        />
        <TextInput
          label={t.paperForm.receivedOn}
          value={draft.receivedOn}
          placeholder={t.paperForm.dayHint}
          error={errorAt('/receivedOn')}
          onChange={(receivedOn) => change({ receivedOn })}
        />
      </FieldRow>
      {next && next !== draft.reference && (
        <p>
          <Button look="quiet" onPress={() => change({ reference: next })}>
            {t.paperForm.takeNext(next)}
          </Button>{' '}
          <span className="fp-note">({t.paperForm.nextFree(next)})</span>
        </p>
      )}
      <TextInput
        label={t.paperForm.name}
        value={draft.name}
        required
        lang="de"
        error={errorAt('/name')}
        onChange={(name) => change({ name })}
      />
      <ChoiceInput
        label={t.paperForm.responsible}
        value={draft.responsible}
        choices={[{ value: '', label: t.paperForm.nobody }, ...units]}
        error={errorAt('/responsible')}
        onChange={(responsible) => change({ responsible })}
      />
    </FieldGroup>
  );
}

export function OriginatorsPart({ draft, change, errorAt }: PartProps) {
  const { t } = useLanguage();
  return (
    <FieldGroup legend={t.paperForm.originators}>
      <Rows
        rows={draft.originators}
        nameOf={(row, index) => row.name || `${t.paperForm.originator} ${index + 1}`}
        onChange={(originators) => change({ originators })}
        add={{
          label: t.paperForm.addOriginator,
          make: (): OriginatorRow => ({ key: nextKey(), name: '', kind: 'faction' }),
        }}
      >
        {(row, index, changeRow) => (
          <FieldRow>
            <TextInput
              label={t.paperForm.originator}
              value={row.name}
              lang="de"
              error={errorAt(`/originators/${index}/name`)}
              onChange={(name) => changeRow({ name })}
            />
            <ChoiceInput
              label={t.paperForm.originatorKind}
              value={row.kind}
              choices={choicesOf(t.paperForm.originatorKinds)}
              onChange={(kind) => changeRow({ kind })}
            />
          </FieldRow>
        )}
      </Rows>
    </FieldGroup>
  );
}

/** Day of the version that the points belong to. */
function VersionDay({ draft, change, errorAt }: PartProps) {
  const { t } = useLanguage();
  return (
    <TextInput
      label={t.paperForm.versionOn}
      value={draft.versionOn}
      placeholder={t.paperForm.dayHint}
      letters={14}
      error={errorAt('/versionOn')}
      onChange={(versionOn) => change({ versionOn })}
    />
  );
}

function PlaceError({ text }: { text: string | undefined }) {
  return text === undefined ? null : <p className="fp-input__error">{text}</p>;
}

/** The movers' text: points or questions, reasoning, funding; `paper` is the one that is edited. */
export function TextPart(props: PartProps & { paper: Paper | null }) {
  const { draft, change, errorAt, paper } = props;
  const { t } = useLanguage();
  const versions = paper?.versions.length ?? 0;
  const place = draft.newVersion ? versions : Math.max(0, versions - 1);
  return (
    <FieldGroup legend={t.paperForm.points(draft.kind === 'councilInquiry')}>
      {paper && (
        <p>
          <CheckInput
            label={t.paperForm.newVersion}
            value={draft.newVersion}
            onChange={(newVersion) => change({ newVersion })}
          />
        </p>
      )}
      {(draft.newVersion || versions > 1) && <VersionDay {...props} />}
      <PlaceError text={errorAt(`/versions/${place}/points`)} />
      <Rows
        rows={draft.points}
        nameOf={(row) => `${t.paperForm.pointNumber} ${row.number}`}
        onChange={(points) => change({ points })}
        add={{ label: t.paperForm.addPoint, make: () => emptyPoint(String(draft.points.length + 1)) }}
      >
        {(row, index, changeRow) => (
          <FieldRow>
            <TextInput
              label={t.paperForm.pointNumber}
              value={row.number}
              letters={4}
              error={errorAt(`/versions/${place}/points/${index}/number`)}
              onChange={(number) => changeRow({ number })}
            />
            <div className="fp-form__wide">
              <TextInput
                label={t.paperForm.pointText}
                value={row.text}
                rows={2}
                lang="de"
                error={errorAt(`/versions/${place}/points/${index}/text`)}
                onChange={(text) => changeRow({ text })}
              />
            </div>
          </FieldRow>
        )}
      </Rows>
      <TextInput
        label={t.paperForm.reasoning}
        value={draft.reasoning}
        rows={4}
        lang="de"
        onChange={(reasoning) => change({ reasoning })}
      />
      <TextInput
        label={t.paperForm.fundingProposal}
        value={draft.fundingProposal}
        rows={2}
        lang="de"
        onChange={(fundingProposal) => change({ fundingProposal })}
      />
    </FieldGroup>
  );
}

export function ConsultationsPart({ draft, change, errorAt }: PartProps) {
  const { t } = useLanguage();
  const row = (one: ConsultationRow, index: number, changeRow: (part: Partial<ConsultationRow>) => void): ReactNode => (
    <>
      <FieldRow>
        <TextInput
          label={t.paperForm.body}
          value={one.body}
          lang="de"
          error={errorAt(`/consultations/${index}/body`)}
          onChange={(body) => changeRow({ body })}
        />
        <ChoiceInput
          label={t.paperForm.role}
          value={one.role}
          choices={choicesOf(t.paperForm.roles)}
          onChange={(role) => changeRow({ role })}
        />
        <TextInput
          label={t.paperForm.on}
          value={one.on}
          placeholder={t.paperForm.dayHint}
          error={errorAt(`/consultations/${index}/on`)}
          onChange={(on) => changeRow({ on })}
        />
        <ChoiceInput
          label={t.paperForm.result}
          value={one.result ?? 'none'}
          choices={choicesOf(t.paperForm.results)}
          onChange={(result) => changeRow({ result })}
        />
      </FieldRow>
      <CheckInput
        label={t.paperForm.isPublic}
        value={one.public}
        onChange={(isPublic) => changeRow({ public: isPublic })}
      />
    </>
  );
  return (
    <FieldGroup legend={t.paperForm.consultations}>
      <Rows
        rows={draft.consultations}
        nameOf={(one, index) => one.body || `${t.paperForm.consultations} ${index + 1}`}
        onChange={(consultations) => change({ consultations })}
        add={{
          label: t.paperForm.addConsultation,
          make: (): ConsultationRow => ({
            key: nextKey(),
            body: '',
            role: 'preliminary',
            on: '',
            public: false,
            result: 'none',
          }),
        }}
      >
        {row}
      </Rows>
    </FieldGroup>
  );
}
