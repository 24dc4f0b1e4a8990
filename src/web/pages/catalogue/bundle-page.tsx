import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { type BundleAnswer, bundleQuery } from '../../api/catalogue.ts';
import { choicesQuery, meQuery } from '../../api/queries.ts';
import type { Choices } from '../../api/types.ts';
import { notifyWithUndo } from '../../api/undo.ts';
import { RecordFields } from '../../form/record-fields.tsx';
import type { FormPart } from '../../form/spec.ts';
import { useRecordForm } from '../../form/use-record-form.ts';
import { useLanguage } from '../../language/context.tsx';
import type { Messages } from '../../language/de.ts';
import { LawTabs } from '../../plan/law-tabs.tsx';
import { LinkedProjects } from '../../plan/linked-projects.tsx';
import { PageHead } from '../../ui/heading.tsx';
import { German } from '../../ui/marks.tsx';
import { Fact, Facts, Section } from '../../ui/section.tsx';
import { Loaded, Missing } from '../../ui/states.tsx';
import { type Column, DataTable } from '../../ui/table.tsx';
import { maturityText } from './catalogue-page.tsx';

function ownParts(t: Messages): FormPart[] {
  const { catalogue: words } = t;
  return [
    {
      id: 'stadt',
      title: words.own,
      fields: [
        { kind: 'flag', name: 'concernsUs', label: words.concern },
        { kind: 'prose', name: 'note', label: words.note },
        {
          kind: 'list',
          name: 'maturity',
          blank: () => ({}),
          fields: [
            { kind: 'line', name: 'scheme', required: true, hint: words.schemeHint },
            { kind: 'line', name: 'version', required: true, hint: words.versionHint },
            { kind: 'number', name: 'level', required: true, label: words.level },
            { kind: 'date', name: 'assessedOn', required: true },
            { kind: 'lines', name: 'criteria' },
          ],
        },
      ],
    },
  ];
}

/** Whether it concerns the city, and how far it is online. */
function OwnForm({ answer, choices }: { answer: BundleAnswer; choices: Choices }) {
  const { t } = useLanguage();
  const client = useQueryClient();
  const { record, bundle } = answer;
  // What nobody has decided stays undecided until somebody touches the field.
  const decided = bundle.concern === 'open' ? {} : { concernsUs: bundle.concern === 'yes' };
  const begin = record?.body ?? { id: bundle.key, ...decided, maturity: [] };
  const form = useRecordForm(
    'serviceBundle',
    record === null ? null : bundle.key,
    begin,
    record?.version ?? null,
    bundle.key,
  );
  const save = async (): Promise<void> => {
    const written = await form.save();
    if (written !== null) notifyWithUndo(client, t, t.form.saved(bundle.name), [written.entry]);
  };
  return (
    <RecordFields
      form={form}
      choices={choices}
      parts={ownParts(t)}
      onSave={() => void save()}
      onCancel={form.discard}
    />
  );
}

type Service = BundleAnswer['services'][number];

function Services({ services }: { services: readonly Service[] }) {
  const { t } = useLanguage();
  const words = t.catalogue;
  const columns: Column<Service>[] = [
    { key: 'name', label: words.service, rowHeader: true, cell: ({ name }) => <German>{name}</German> },
    { key: 'key', label: words.key, cell: ({ key }) => key || '–' },
    { key: 'type', label: words.type, cell: ({ type }) => type || '–' },
    { key: 'laws', label: words.laws, cell: ({ laws }) => <German>{laws || '–'}</German> },
  ];
  return (
    <Section title={words.services}>
      {(titleId) => (
        <>
          <DataTable
            labelledBy={titleId}
            columns={columns}
            rows={services}
            rowKey={({ key, name, type }) => `${key} ${name} ${type}`}
          />
          <p className="fp-note">{words.types}</p>
        </>
      )}
    </Section>
  );
}

function Content({ answer }: { answer: BundleAnswer }) {
  const { t, f } = useLanguage();
  const words = t.catalogue;
  const { data: me } = useQuery(meQuery);
  const choices = useQuery(choicesQuery);
  const { bundle, services } = answer;
  const mayWrite = me?.permissions.includes('writeRegister') === true;
  return (
    <div className="fp-stack">
      <Section title={words.what}>
        <Facts>
          <Fact term={words.key}>{bundle.key}</Fact>
          <Fact term={words.situation}>
            <German>{bundle.situation}</German>
          </Fact>
          <Fact term={words.subject}>
            <German>{bundle.subject}</German>
          </Fact>
          <Fact term={words.concern}>{words.concerns[bundle.concern]}</Fact>
          <Fact term={words.maturity}>{maturityText(bundle, t, f) || words.notAssessed}</Fact>
        </Facts>
      </Section>
      <LinkedProjects
        field="serviceBundles"
        id={bundle.key}
        projects={bundle.projects}
        words={{ ...words, none: words.gap }}
      />
      {mayWrite && (
        <Loaded query={choices}>{(names) => <OwnForm key={bundle.key} answer={answer} choices={names} />}</Loaded>
      )}
      <Services services={services} />
      <p className="fp-foot">{words.notice}</p>
    </div>
  );
}

export function BundlePage() {
  const { t } = useLanguage();
  const { key } = useParams({ from: '/pflichten/leistungen/$key' });
  const query = useQuery(bundleQuery(key));
  const name = query.data?.bundle.name ?? `${t.catalogue.bundle} ${key}`;
  return (
    <div className="fp-page">
      <PageHead title={name} heading={<German>{name}</German>} />
      <LawTabs />
      <Loaded query={query} missing={<Missing>{t.catalogue.missing}</Missing>}>
        {(answer) => <Content answer={answer} />}
      </Loaded>
    </div>
  );
}
