import type { ErrorComponentProps } from '@tanstack/react-router';
import { useLanguage } from '../language/context.tsx';
import { Button } from '../ui/button.tsx';
import { PageHead } from '../ui/heading.tsx';

/** A fault of the page itself, or its code could not be fetched because a newer version has been installed. */
export function CrashPage({ error }: ErrorComponentProps) {
  const { t } = useLanguage();
  return (
    <div className="fp-page">
      <PageHead title={t.states.crash} />
      <div className="fp-message" role="alert">
        <p>{t.states.crashAdvice}</p>
        <p className="fp-muted">
          <code>{error instanceof Error ? error.message : String(error)}</code>
        </p>
        <div className="fp-actions">
          <Button onPress={() => window.location.reload()}>{t.states.reload}</Button>
        </div>
      </div>
    </div>
  );
}
