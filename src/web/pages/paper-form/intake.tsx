import { useState } from 'react';
import { FileTrigger } from 'react-aria-components/FileTrigger';
import type { PaperSuggestions } from '../../../council/index.ts';
import { sendJson } from '../../api/client.ts';
import type { ReadAnswer } from '../../api/council.ts';
import { Faults } from '../../form/faults.tsx';
import { nextKey } from '../../form/next-key.ts';
import { useSave } from '../../form/use-save.ts';
import { useLanguage } from '../../language/context.tsx';
import type { Messages } from '../../language/de.ts';
import { typedDay } from '../../language/parse.ts';
import { asBase64 } from '../../ui/base64.ts';
import { Button } from '../../ui/button.tsx';
import { FieldGroup, TextInput } from '../../ui/form.tsx';
import { DataTable } from '../../ui/table.tsx';
import type { Draft } from './draft.ts';

/** One suggestion as a line: what, where found, and what it would put into the form. */
interface Offer {
  key: string;
  field: string;
  value: string;
  place: { line: number; page: number | null; words: string };
  part: (draft: Draft) => Partial<Draft>;
}

type Found = PaperSuggestions['originators'];

/** Movers and references: each is added to its list. */
function listOffers(t: Messages, found: Found, kind: 'originator' | 'related'): Offer[] {
  const parts = {
    originator: (draft: Draft, value: string): Partial<Draft> => ({
      originators: [...draft.originators, { key: nextKey(), name: value, kind: 'faction' }],
    }),
    related: (draft: Draft, value: string): Partial<Draft> => ({
      related: [...draft.related, { key: nextKey(), reference: value, relation: 'earlierInquiry' }],
    }),
  };
  return found.map(({ value, place }, index) => ({
    key: `${kind} ${index}`,
    field: kind === 'originator' ? t.paperForm.originator : t.intake.related,
    value,
    place,
    part: (draft) => parts[kind](draft, value),
  }));
}

function useOffers(found: PaperSuggestions | null): Offer[] {
  const { t } = useLanguage();
  if (found === null) return [];
  const { reference, kind, name, receivedOn, reasoning, fundingProposal } = found;
  const points = found.points[0];
  return [
    kind && {
      key: 'kind',
      field: t.paperForm.kind,
      value: t.paperKinds[kind.value],
      place: kind.place,
      part: () => ({ kind: kind.value }),
    },
    reference && {
      key: 'reference',
      field: t.paperForm.reference,
      value: reference.value,
      place: reference.place,
      part: () => ({ reference: reference.value }),
    },
    receivedOn && {
      key: 'receivedOn',
      field: t.paperForm.receivedOn,
      value: typedDay(receivedOn.value),
      place: receivedOn.place,
      part: () => ({ receivedOn: typedDay(receivedOn.value) }),
    },
    name && {
      key: 'name',
      field: t.paperForm.name,
      value: name.value,
      place: name.place,
      part: () => ({ name: name.value }),
    },
    ...listOffers(t, found.originators, 'originator'),
    points && {
      key: 'points',
      field: t.paperForm.points(found.kind?.value === 'councilInquiry'),
      value: found.points.map((one) => `${one.value.number}. ${one.value.text}`).join('\n'),
      place: points.place,
      part: (): Partial<Draft> => ({ points: found.points.map((one) => ({ key: nextKey(), ...one.value })) }),
    },
    reasoning && {
      key: 'reasoning',
      field: t.paperForm.reasoning,
      value: reasoning.value,
      place: reasoning.place,
      part: () => ({ reasoning: reasoning.value }),
    },
    fundingProposal && {
      key: 'funding',
      field: t.paperForm.fundingProposal,
      value: fundingProposal.value,
      place: fundingProposal.place,
      part: () => ({ fundingProposal: fundingProposal.value }),
    },
    ...listOffers(t, found.related, 'related'),
  ].filter((one) => one !== undefined);
}

const FILE_TYPES = [
  '.docx',
  '.pdf',
  'application/pdf',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
];

/** What was found, each with its place; a person takes over what is right. */
function OfferTable(props: {
  offers: readonly Offer[];
  taken: ReadonlySet<string>;
  onTake: (offers: readonly Offer[]) => void;
}) {
  const { offers, taken, onTake } = props;
  const { t } = useLanguage();
  const open = offers.filter((one) => !taken.has(one.key));
  return (
    <div>
      <h3 id="intake-found" className="fp-h3">
        {t.intake.found}
      </h3>
      <DataTable
        labelledBy="intake-found"
        rows={offers}
        rowKey={(one) => one.key}
        columns={[
          { key: 'field', label: t.intake.field, rowHeader: true, noWrap: true, cell: (one) => one.field },
          {
            key: 'value',
            label: t.intake.value,
            cell: (one) => (
              <span className="fp-pre" lang="de">
                {one.value}
              </span>
            ),
          },
          {
            key: 'place',
            label: t.intake.place,
            cell: ({ place }) => (
              <>
                {t.intake.line(place.line, place.page)}: <q lang="de">{place.words}</q>
              </>
            ),
          },
          {
            key: 'take',
            label: t.intake.take,
            hiddenLabel: true,
            cell: (one) =>
              taken.has(one.key) ? (
                t.intake.taken
              ) : (
                <Button aria-label={`${one.field}: ${t.intake.take}`} onPress={() => onTake([one])}>
                  {t.intake.take}
                </Button>
              ),
          },
        ]}
      />
      {open.length > 1 && (
        <p>
          <Button onPress={() => onTake(open)}>{t.intake.takeAll}</Button>
        </p>
      )}
    </div>
  );
}

/** The file that a paper is read from, in place of the text. */
function FileChoice({ file, onChange }: { file: File | null; onChange: (file: File | null) => void }) {
  const { t } = useLanguage();
  return (
    <div className="fp-actions">
      <FileTrigger acceptedFileTypes={FILE_TYPES} onSelect={(files) => onChange(files?.[0] ?? null)}>
        <Button>{t.intake.file}</Button>
      </FileTrigger>
      {file && (
        <>
          <span>{file.name}</span>
          <Button look="quiet" onPress={() => onChange(null)}>
            {t.intake.withoutFile}
          </Button>
        </>
      )}
    </div>
  );
}

/** "Aus Text oder Datei übernehmen": suggestions with their place; a person takes over what is right. */
export function Intake(props: {
  text: string;
  change: (make: (draft: Draft) => Partial<Draft>) => void;
  /** A file that lies elsewhere and can be read from there. */
  elsewhere?: { name: string; read: () => Promise<ReadAnswer | null> };
}) {
  const { text, change, elsewhere } = props;
  const { t } = useLanguage();
  const [file, setFile] = useState<File | null>(null);
  const [found, setFound] = useState<PaperSuggestions | null>(null);
  const [taken, setTaken] = useState<ReadonlySet<string>>(new Set());
  const { busy, problem, complete, errorAt, run } = useSave();
  const offers = useOffers(found);

  const given = async (): Promise<ReadAnswer> =>
    sendJson<ReadAnswer>('POST', '/papers/read', file ? { file: await asBase64(file) } : { text });
  const read = async (from: () => Promise<ReadAnswer | null>): Promise<void> => {
    setTaken(new Set());
    setFound((await run(from))?.suggestions ?? null);
  };
  const take = (chosen: readonly Offer[]): void => {
    for (const offer of chosen) change(offer.part);
    setTaken(new Set([...taken, ...chosen.map((one) => one.key)]));
  };
  return (
    <FieldGroup legend={t.intake.title} note={t.intake.note}>
      <Faults problem={problem} />
      {elsewhere && (
        <p>
          <Button isDisabled={busy} onPress={() => void read(elsewhere.read)}>
            {t.councilImport.readFile(elsewhere.name)}
          </Button>
        </p>
      )}
      <TextInput
        label={t.intake.text}
        error={errorAt('/text')}
        value={text}
        rows={6}
        lang="de"
        onChange={(pasted) => change(() => ({ pasted }))}
      />
      <FileChoice file={file} onChange={setFile} />
      <p>
        <Button isDisabled={busy} onPress={() => (file !== null || complete({ text })) && void read(given)}>
          {busy ? t.intake.reading : t.intake.read}
        </Button>
      </p>
      <div role="status">{found && offers.length === 0 && <p>{t.intake.nothing}</p>}</div>
      {offers.length > 0 && <OfferTable offers={offers} taken={taken} onTake={take} />}
    </FieldGroup>
  );
}
