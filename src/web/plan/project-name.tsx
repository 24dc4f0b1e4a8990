import { Link } from '@tanstack/react-router';
import { German } from '../ui/marks.tsx';
import { Keyed } from './keyed.tsx';

/** Key and name of a project, linked to its fact sheet. */
export function ProjectName({ id, name }: { id: string; name: string }) {
  return (
    <Keyed id={id}>
      <Link to="/projekte/$id" params={{ id }}>
        <German>{name}</German>
      </Link>
    </Keyed>
  );
}
