import type { CouncilSettings } from '../../../council/index.ts';
import { getJson, sendJson } from '../../api/client.ts';
import type { SettingsAnswer } from '../../api/council.ts';
import { type Stored, type StoredForm, useStored } from '../../form/use-stored.ts';

const PATH = '/council-settings';

const asStored = ({ settings, version }: SettingsAnswer): Stored<CouncilSettings> => ({ body: settings, version });

/** A form on some of the settings of the council desk: they are one record, which is written as a whole. */
export function useCouncilSettings<Draft extends object>(of: {
  name: string;
  answer: SettingsAnswer;
  draftOf: (settings: CouncilSettings) => Draft;
}): { form: StoredForm<CouncilSettings, Draft>; save: (settings: CouncilSettings) => Promise<boolean> } {
  const read = async (): Promise<Stored<CouncilSettings>> => asStored(await getJson<SettingsAnswer>(PATH));
  const { name, answer, draftOf } = of;
  const form = useStored<CouncilSettings, Draft>({ name, stored: asStored(answer), draftOf, read });
  const save = async (settings: CouncilSettings): Promise<boolean> => {
    const written = await form.save(async () => {
      await sendJson('PUT', PATH, { settings, version: form.version ?? 0 });
      return read();
    }, [PATH, '/council-desk']);
    return written !== null;
  };
  return { form, save };
}
