import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { ApiError, change, getJson } from '../api/client.ts';
import { historyQuery } from '../api/queries.ts';
import { afterSaving } from '../api/saved.ts';
import type { HistoryEntry, WrittenRecord } from '../api/types.ts';
import { notifyWithUndo } from '../api/undo.ts';
import { capital, fieldLabel } from '../fields/field-labels.ts';
import { useLanguage } from '../language/context.tsx';
import { Button } from '../ui/button.tsx';
import { Section } from '../ui/section.tsx';
import { Loaded } from '../ui/states.tsx';
import { notify } from '../ui/toast.tsx';
import { Value } from '../ui/value.tsx';

type Change = HistoryEntry['changed'][number];

/** One field with its value before and after a change. */
function Changed({ field, before, after }: Change) {
  const { t, language } = useLanguage();
  return (
    <div role="group" aria-label={fieldLabel(field, language)}>
      <p className="fp-strong">{capital(fieldLabel(field, language))}</p>
      <div className="fp-versions">
        <div>
          <span className="fp-muted">{t.history.before}:</span> <Value name={field} value={before} />
        </div>
        <div>
          <span className="fp-muted">{t.history.after}:</span> <Value name={field} value={after} />
        </div>
      </div>
    </div>
  );
}

/** Old and new value of each changed field, once somebody asks for them. */
function Values({ changed }: { changed: readonly Change[] }) {
  const { t } = useLanguage();
  const [open, setOpen] = useState(false);
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t.history.values}</summary>
      {open && changed.map((one) => <Changed key={one.field} {...one} />)}
    </details>
  );
}

/** One change: when, by whom, which fields; an earlier version can be brought back. */
function Entry(props: { one: HistoryEntry; current: boolean; onRestore: () => void }) {
  const { t, f, language } = useLanguage();
  const { one, current, onRestore } = props;
  const changed = one.action === 'update' ? one.changed : [];
  const fields = changed.map(({ field }) => fieldLabel(field, language));
  return (
    <li>
      {f.timestamp(one.at)} · {one.actor} · {t.history.actions[one.action]}
      {fields.length > 0 && `: ${f.list(fields)}`} <span className="fp-muted">({t.history.version(one.version)})</span>{' '}
      {current ? (
        <span className="fp-muted">{t.history.current}</span>
      ) : (
        one.restorable && (
          <Button look="quiet" onPress={onRestore}>
            {t.history.restore}
          </Button>
        )
      )}
      {changed.length > 0 && <Values changed={changed} />}
    </li>
  );
}

/** Everything that has happened to a record, newest first. Shown to those who may change it. */
export function History(props: { kind: string; id: string; name: string; version: number }) {
  const { t } = useLanguage();
  const { kind, id, name, version } = props;
  const client = useQueryClient();
  const query = useQuery(historyQuery(kind, id));
  const [older, setOlder] = useState<HistoryEntry[]>([]);
  const [rest, setRest] = useState<boolean | null>(null);
  const restore = async (entry: number): Promise<void> => {
    try {
      const written = await change<WrittenRecord>('POST', `/changes/${entry}/restore`, { body: { version } });
      await afterSaving(client);
      notifyWithUndo(client, t, t.history.restored(name), [written.entry]);
    } catch (error) {
      const problem = error instanceof ApiError ? error.problem : null;
      notify(problem?.errors?.[0]?.detail ?? problem?.detail ?? problem?.title ?? String(error));
    }
  };
  const readOn = async (last: number): Promise<void> => {
    const path = `${historyQuery(kind, id).queryKey[0]}?before=${last}`;
    const { entries, more } = await getJson<{ entries: HistoryEntry[]; more: boolean }>(path);
    setOlder([...older, ...entries]);
    setRest(more);
  };
  return (
    <Section title={t.history.title} gap>
      <Loaded query={query}>
        {({ entries, more }) => {
          const all = [...entries, ...older];
          return (
            <>
              <ul className="fp-list">
                {all.map((one, index) => (
                  <Entry key={one.entry} one={one} current={index === 0} onRestore={() => void restore(one.entry)} />
                ))}
              </ul>
              {(rest ?? more) && <Button onPress={() => void readOn(all.at(-1)?.entry ?? 0)}>{t.history.more}</Button>}
            </>
          );
        }}
      </Loaded>
    </Section>
  );
}
