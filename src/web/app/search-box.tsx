import { useLocation, useNavigate } from '@tanstack/react-router';
import { type FormEvent, useEffect, useRef } from 'react';
import { useLanguage } from '../language/context.tsx';

/** Search over all records; Ctrl+K leads there from everywhere. */
export function SearchBox() {
  const { t } = useLanguage();
  const navigate = useNavigate();
  const input = useRef<HTMLInputElement>(null);
  const words = useLocation({ select: (location) => (location.pathname === '/suche' ? location.search.q : undefined) });
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.key !== 'k' || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      input.current?.focus();
      input.current?.select();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
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
          type="search"
          name="q"
          defaultValue={words}
          placeholder={t.find.title}
          aria-label={t.find.label}
          aria-keyshortcuts="Control+K"
          maxLength={200}
        />
        <span className="fp-search__keys">{t.find.keys}</span>
      </form>
    </search>
  );
}
