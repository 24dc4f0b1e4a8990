import { useLanguage } from '../language/context.tsx';

/** While what a page stands on takes longer than a moment. */
export function PendingPage() {
  const { t } = useLanguage();
  return (
    <div className="fp-page">
      <p role="status" className="fp-muted fp-loading">
        {t.states.loading}
      </p>
    </div>
  );
}
