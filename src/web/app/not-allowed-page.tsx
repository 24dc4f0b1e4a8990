import { useLanguage } from '../language/context.tsx';
import { PageHead } from '../ui/heading.tsx';
import { NotAllowed } from '../ui/states.tsx';

/** Instead of a page whose work the person may not do: before something is typed that could not be saved. */
export function NotAllowedPage() {
  const { t } = useLanguage();
  return (
    <div className="fp-page">
      <PageHead title={t.states.notAllowed} />
      <NotAllowed />
    </div>
  );
}
