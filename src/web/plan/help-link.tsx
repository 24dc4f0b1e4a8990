import { Link } from '@tanstack/react-router';
import { useLanguage } from '../language/context.tsx';

/** From a date that is missed to the place where somebody asks what would help the project. */
export function HelpLink({ project, named }: { project: string; named?: boolean }) {
  const { t } = useLanguage();
  return (
    <Link to="/fahrplan" search={{ projekt: project }} aria-label={`${t.help.link} ${project}`}>
      {t.help.link}
      {named && ` ${project}`}
    </Link>
  );
}
