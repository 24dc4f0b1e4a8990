import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { CouncilSettings } from '../../../council/index.ts';
import { councilSettingsQuery, deskQuery, type SettingsAnswer } from '../../api/council.ts';
import { meQuery } from '../../api/queries.ts';
import { FormHead } from '../../form/kept-draft.tsx';
import { SaveBar } from '../../form/save-bar.tsx';
import { useLanguage } from '../../language/context.tsx';
import { CheckInput, FieldGroup, FieldRow, Shown, TextInput } from '../../ui/form.tsx';
import { PageHead } from '../../ui/heading.tsx';
import { Loaded } from '../../ui/states.tsx';
import { notify } from '../../ui/toast.tsx';
import { BlockTemplates } from './block-templates.tsx';
import { ClockRows } from './clock-rows.tsx';
import { Letterhead } from './letterhead.tsx';
import { useCouncilSettings } from './use-settings.ts';

type Change = (part: Partial<CouncilSettings>) => void;

function Numbers({ settings, change }: { settings: CouncilSettings; change: Change }) {
  const { t } = useLanguage();
  return (
    <FieldGroup legend={t.councilSettings.numbers} note={t.councilSettings.numbersNote}>
      <FieldRow>
        {settings.numberForms.map((one, index) => (
          <TextInput
            key={one.kind}
            label={t.paperKinds[one.kind]}
            value={one.form}
            lang="de"
            onChange={(form) => change({ numberForms: settings.numberForms.with(index, { ...one, form }) })}
          />
        ))}
      </FieldRow>
    </FieldGroup>
  );
}

function Cosigners(props: { settings: CouncilSettings; change: Change; units: { id: string; name: string }[] }) {
  const { settings, change, units } = props;
  const { t } = useLanguage();
  return (
    <FieldGroup legend={t.councilSettings.cosigners} note={t.councilSettings.cosignersNote}>
      <ul>
        {units.map(({ id, name }) => {
          const at = settings.cosigners.indexOf(id);
          return (
            <li key={id}>
              <CheckInput
                label={at < 0 ? name : `${at + 1}. ${name}`}
                value={at >= 0}
                onChange={(on) =>
                  change({
                    cosigners: on ? [...settings.cosigners, id] : settings.cosigners.filter((one) => one !== id),
                  })
                }
              />
            </li>
          );
        })}
      </ul>
    </FieldGroup>
  );
}

/** Switches what everybody may see; `shown` is what has been saved by now. */
function PublicPart({
  settings,
  change,
  shown,
}: {
  settings: CouncilSettings;
  change: Change;
  shown: CouncilSettings;
}) {
  const { t } = useLanguage();
  const { data: me } = useQuery(meQuery);
  return (
    <FieldGroup legend={t.councilSettings.publicTitle}>
      <CheckInput
        label={t.councilSettings.publicPage}
        value={settings.publicPage}
        onChange={(publicPage) => change({ publicPage })}
      />
      {settings.publicPage && (
        <CheckInput label={t.councilSettings.oparl} value={settings.oparl} onChange={(oparl) => change({ oparl })} />
      )}
      {shown.publicPage && me && (
        <p>
          <a href={`/oeffentlich/${me.city.id}`}>{t.councilSettings.publicTitle}</a>
        </p>
      )}
      <CheckInput
        label={t.councilSettings.intranetPage}
        value={settings.intranetPage}
        onChange={(intranetPage) => change({ intranetPage })}
      />
      {shown.intranetPage && me && (
        <p>
          <a href={`/intranet/${me.city.id}`}>{t.councilSettings.intranetTitle}</a>
        </p>
      )}
      {shown.publicPage && shown.oparl && (
        <p>
          <a href="/oparl/v1.1">{t.councilSettings.oparlAddress}</a>
        </p>
      )}
    </FieldGroup>
  );
}

function Form({ answer }: { answer: SettingsAnswer }) {
  const { t, f } = useLanguage();
  const { data: desk } = useQuery(deskQuery);
  const { data: me } = useQuery(meQuery);
  const mayWrite = me?.permissions.includes('writePapers') ?? false;
  const reads = me !== undefined && !mayWrite;
  const { form, save } = useCouncilSettings({ name: 'council settings', answer, draftOf: (stored) => stored });
  const { draft: settings, saving } = form;
  const change: Change = (part) => form.setDraft((before) => ({ ...before, ...part }));
  return (
    <form
      className="fp-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void save(settings).then((saved) => saved && notify(t.councilSettings.saved));
      }}
    >
      <FormHead
        form={form}
        labels={{
          councilBody: t.councilSettings.body,
          clocks: t.councilSettings.clocks,
          cosigners: t.councilSettings.cosigners,
          templates: t.blockTemplates.title,
          numberForms: t.councilSettings.numbers,
        }}
      />
      {reads && <p className="fp-note">{t.councilSettings.readsOnly}</p>}
      <Shown only={reads}>
        <TextInput
          label={t.councilSettings.body}
          value={settings.councilBody}
          lang="de"
          onChange={(councilBody) => change({ councilBody })}
        />
        <Numbers settings={settings} change={change} />
        <ClockRows clocks={settings.clocks} onChange={(clocks) => change({ clocks })} />
        <Cosigners settings={settings} change={change} units={desk?.units ?? []} />
      </Shown>
      <BlockTemplates
        blocks={answer.blocks}
        templates={settings.templates}
        reads={reads}
        onChange={(templates) => change({ templates })}
      />
      <Shown only={reads}>
        <PublicPart settings={settings} change={change} shown={answer.settings} />
      </Shown>
      {desk && (
        <p className="fp-note">
          {t.councilSettings.day(f.date(desk.today))} <Link to="/plaene">{t.plans.statusDate}</Link>
        </p>
      )}
      {mayWrite && <SaveBar saving={saving} disabled={form.conflict !== null} />}
    </form>
  );
}

/** How the council desk of this city works, and when the bodies meet. */
export function SettingsPage() {
  const { t } = useLanguage();
  const query = useQuery(councilSettingsQuery);
  const { data: me } = useQuery(meQuery);
  const mayWrite = me?.permissions.includes('writePapers') ?? false;
  return (
    <div className="fp-page">
      <PageHead title={t.councilSettings.title} />
      <Loaded query={query}>
        {(answer) => (
          <>
            <Form answer={answer} />
            <Letterhead answer={answer} mayWrite={mayWrite} />
          </>
        )}
      </Loaded>
    </div>
  );
}
