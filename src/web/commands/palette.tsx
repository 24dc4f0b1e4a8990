import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type KeyboardEvent, useEffect, useId, useState } from 'react';
import { searchQuery } from '../api/queries.ts';
import type { Me } from '../api/types.ts';
import { useLanguage } from '../language/context.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { German } from '../ui/marks.tsx';
import { type Suggestion, suggestionsFor } from './suggestions.ts';
import { useActions } from './use-actions.ts';

const groups = ['pages', 'actions', 'found'] as const;

/** Waits until the words have stood a moment, so that not every key asks the server. */
function useSettled(words: string): string {
  const [settled, setSettled] = useState(words);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(words), 150);
    return () => clearTimeout(timer);
  }, [words]);
  return settled;
}

/** The suggestions as a list to choose from; the focus stays in the field (ARIA 1.2 combobox). */
function Suggestions(props: {
  id: string;
  suggestions: readonly Suggestion[];
  active: number;
  onChoose: (suggestion: Suggestion) => void;
}) {
  const { id, suggestions, active, onChoose } = props;
  const { t } = useLanguage();
  return (
    <div role="listbox" id={id} className="fp-palette__list" aria-label={t.commands.title}>
      {groups.map((group) => {
        const own = suggestions.filter((one) => one.group === group);
        if (own.length === 0) return null;
        return (
          <div key={group} role="group" aria-labelledby={`${id}-${group}`}>
            <div id={`${id}-${group}`} className="fp-palette__group" role="presentation">
              {t.commands[group]}
            </div>
            {own.map((one) => {
              const index = suggestions.indexOf(one);
              return (
                // biome-ignore lint/a11y/useKeyWithClickEvents: the field has the keys (combobox); this is the pointer's way.
                <div
                  key={one.key}
                  role="option"
                  tabIndex={-1}
                  id={`${id}-${index}`}
                  aria-selected={index === active}
                  className="fp-palette__item"
                  onPointerDown={(event) => event.preventDefault()}
                  onClick={() => onChoose(one)}
                >
                  <span>{one.german ? <German>{one.label}</German> : one.label}</span>
                  {one.note && <span className="fp-muted">{one.note}</span>}
                </div>
              );
            })}
          </div>
        );
      })}
    </div>
  );
}

/** Pages, actions and records in one field: typed, chosen with the arrows, opened with Enter. */
export default function Palette(props: {
  me: Me;
  /** What was typed before the field was there. */
  begunWith: string;
  onClose: () => void;
}) {
  const { me, begunWith, onClose } = props;
  const { t } = useLanguage();
  const navigate = useNavigate();
  const actions = useActions();
  const id = useId();
  const [typed, setTyped] = useState(begunWith);
  const [active, setActive] = useState(0);
  const asked = useSettled(typed.trim());
  const query = useQuery({ ...searchQuery(asked), enabled: asked.length > 1, placeholderData: keepPreviousData });
  const hits = asked.length > 1 && typed.trim() !== '' ? (query.data?.hits ?? []).slice(0, 8) : [];
  const suggestions = suggestionsFor(typed, { t, me, hits, actions });
  const last = suggestions.length - 1;
  const chosen = Math.min(active, last);
  useEffect(() => {
    document.getElementById(`${id}-${chosen}`)?.scrollIntoView({ block: 'nearest' });
  }, [id, chosen]);
  const choose = ({ run }: Suggestion): void => {
    onClose();
    if ('to' in run) void navigate({ href: run.to });
    else run.action();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const moves: Record<string, number> = {
      ArrowDown: chosen === last ? 0 : chosen + 1,
      ArrowUp: chosen === 0 ? last : chosen - 1,
      PageDown: last,
      PageUp: 0,
    };
    const next = moves[event.key];
    const suggestion = suggestions[chosen];
    if (next !== undefined) setActive(next);
    else if (event.key === 'Enter' && suggestion) choose(suggestion);
    else return;
    event.preventDefault();
  };
  return (
    <Dialog title={t.commands.title} onClose={onClose}>
      <div className="fp-palette">
        <input
          type="text"
          role="combobox"
          autoFocus
          aria-label={t.commands.label}
          placeholder={t.commands.placeholder}
          aria-expanded="true"
          aria-controls={id}
          aria-activedescendant={last >= 0 ? `${id}-${chosen}` : undefined}
          aria-autocomplete="list"
          autoComplete="off"
          maxLength={200}
          value={typed}
          onChange={(event) => {
            setTyped(event.target.value);
            setActive(0);
          }}
          onKeyDown={onKeyDown}
        />
        <Suggestions id={id} suggestions={suggestions} active={chosen} onChoose={choose} />
        <p className="fp-muted" role="status">
          {t.commands.count(suggestions.length)}. {t.commands.how}
        </p>
      </div>
    </Dialog>
  );
}
