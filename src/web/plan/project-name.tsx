import { Link } from '@tanstack/react-router';
import { German } from '../ui/marks.tsx';

/** Key and name of a project, linked to its fact sheet. */
export function ProjectName({ id, name }: { id: string; name: string }) {
  return (
    <>
      <span className="fp-id">{id}</span>
      <Link to="/projekte/$id" params={{ id }}>
        <German>{name}</German>
      </Link>
    </>
  );
}
