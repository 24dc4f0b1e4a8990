import { nextKey } from '../../form/next-key.ts';
import { Rows } from '../../form/rows.tsx';
import { useLanguage } from '../../language/context.tsx';
import { ChoiceInput, FieldGroup, FieldRow, TextInput } from '../../ui/form.tsx';
import type { RelatedRow } from './draft.ts';
import { choicesOf, type PartProps } from './parts.tsx';

/** Papers that this one refers to. */
export function RelatedPart({ draft, change, errorAt }: PartProps) {
  const { t } = useLanguage();
  return (
    <FieldGroup legend={t.paperForm.related}>
      <Rows
        rows={draft.related}
        nameOf={(row, index) => row.reference || `${t.paperForm.related} ${index + 1}`}
        onChange={(related) => change({ related })}
        add={{
          label: t.paperForm.addRelated,
          make: (): RelatedRow => ({ key: nextKey(), reference: '', relation: 'earlierInquiry' }),
        }}
      >
        {(row, index, changeRow) => (
          <FieldRow>
            <TextInput
              label={t.paperForm.relatedReference}
              value={row.reference}
              lang="de"
              error={errorAt(`/related/${index}/reference`)}
              onChange={(reference) => changeRow({ reference })}
            />
            <ChoiceInput
              label={t.paperForm.relation}
              value={row.relation}
              choices={choicesOf(t.relations)}
              onChange={(relation) => changeRow({ relation })}
            />
          </FieldRow>
        )}
      </Rows>
    </FieldGroup>
  );
}

/** Who signs the statement on the paper. */
export function SignatoryPart({ draft, change, errorAt }: PartProps) {
  const { t } = useLanguage();
  return (
    <FieldGroup legend={t.paperForm.signatory}>
      <FieldRow>
        <TextInput
          label={t.paperForm.signatoryName}
          value={draft.signatoryName}
          error={errorAt('/signatory/name')}
          onChange={(signatoryName) => change({ signatoryName })}
        />
        <TextInput
          label={t.paperForm.signatoryOffice}
          value={draft.signatoryOffice}
          lang="de"
          error={errorAt('/signatory/office')}
          onChange={(signatoryOffice) => change({ signatoryOffice })}
        />
      </FieldRow>
    </FieldGroup>
  );
}
