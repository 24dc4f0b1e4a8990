import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { sendJson } from '../../api/client.ts';
import { type ResolutionRow, resolutionPath } from '../../api/meetings.ts';
import { choicesQuery, paperQuery } from '../../api/queries.ts';
import { Form } from '../../form/form.tsx';
import { useSave } from '../../form/use-save.ts';
import { useLanguage } from '../../language/context.tsx';
import { Button } from '../../ui/button.tsx';
import { ChoiceInput, FieldGroup, FieldRow } from '../../ui/form.tsx';

/** A new project that carries the resolution out: from the paper's examined candidate, or from a template. */
export function NewProject({ row, unsaved }: { row: ResolutionRow; unsaved: boolean }) {
  const { t } = useLanguage();
  const { resolution, version } = row;
  const { data: choices } = useQuery(choicesQuery);
  const { data: answer } = useQuery({ ...paperQuery(resolution.paper ?? ''), enabled: resolution.paper !== undefined });
  const saving = useSave();
  const [from, setFrom] = useState('');
  const [actionField, setActionField] = useState('');
  const candidates = (answer?.paper.candidates ?? []).filter((one) => !resolution.projects.includes(one.id));
  const bases = [
    { value: '', label: t.resolutions.choose },
    ...candidates.map((one) => ({ value: `candidate ${one.id}`, label: t.resolutions.fromCandidate(one.name) })),
    ...(choices?.template ?? []).map((one) => ({ value: `template ${one.id}`, label: one.name })),
  ];
  const [kind = '', id = ''] = from.split(' ');
  const make = async (): Promise<void> => {
    if (unsaved) return saving.setProblem({ title: t.resolutions.saveFirst, status: 400 });
    if (!saving.complete({ from, ...(kind === 'template' ? { actionField } : {}) })) return;
    const body = kind === 'candidate' ? { candidate: id } : { template: id, actionField };
    const path = resolutionPath(resolution.id);
    const keys = ['/resolutions', path, '/projects', '/choices'];
    await saving.run(() => sendJson('POST', `${path}/project`, body, version), keys);
  };
  return (
    <FieldGroup legend={t.resolutions.newProject} note={t.resolutions.newProjectNote}>
      <Form className="fp-form" problem={saving.problem} onSend={() => void make()}>
        <FieldRow>
          <ChoiceInput
            label={t.resolutions.from}
            error={saving.errorAt('/from')}
            value={from}
            choices={bases}
            onChange={setFrom}
          />
          {kind === 'template' && (
            <ChoiceInput
              label={t.resolutions.actionField}
              error={saving.errorAt('/actionField')}
              value={actionField}
              choices={[
                { value: '', label: t.resolutions.choose },
                ...(choices?.actionField ?? []).map((one) => ({ value: one.id, label: one.name })),
              ]}
              onChange={setActionField}
            />
          )}
        </FieldRow>
        <p>
          <Button type="submit" isDisabled={saving.busy}>
            {t.resolutions.make}
          </Button>
        </p>
      </Form>
    </FieldGroup>
  );
}
