import { Link } from '@tanstack/react-router';
import { useLanguage } from '../language/context.tsx';
import { PageHead } from '../ui/heading.tsx';

export function NotFoundPage() {
  const { t } = useLanguage();
  return (
    <div className="fp-page">
      <PageHead title={t.states.pageNotFound} />
      <div className="fp-message">
        <p>{t.states.pageNotFoundAdvice}</p>
        <p>
          <Link to="/">{t.states.toOverview}</Link>
        </p>
      </div>
    </div>
  );
}
