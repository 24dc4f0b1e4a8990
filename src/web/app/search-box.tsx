import { useLocation, useNavigate } from '@tanstack/react-router';
import { type FormEvent, useRef } from 'react';
import { SEARCH_FIELD } from '../commands/show.ts';
import { useLanguage } from '../language/context.tsx';

/** Search over all records. Ctrl+K, as it says, opens the commands, which search too. */
export function SearchBox() {
  const { t } = useLanguage();
  const navigate = useNavigate();
  const input = useRef<HTMLInputElement>(null);
  const words = useLocation({ select: (location) => (location.pathname === '/suche' ? location.search.q : undefined) });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const q = input.current?.value.trim();
    if (q) void navigate({ to: '/suche', search: { q } });
  };
  return (
    <search>
      <form className="fp-search" onSubmit={submit}>
        <input
          key={words}
          ref={input}
          id={SEARCH_FIELD}
          type="search"
          name="q"
          defaultValue={words}
          placeholder={t.find.title}
          aria-label={t.find.label}
          maxLength={200}
        />
        <span className="fp-search__keys">{t.find.keys}</span>
      </form>
    </search>
  );
}
