import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { papersQuery } from '../api/queries.ts';

/**
 * A council paper, named by its key or by the number that the council gave it, linked to its page. A number that no
 * stored paper has stays a number.
 */
export function PaperLink({ paper }: { paper: string }) {
  const { data } = useQuery(papersQuery);
  const known = data?.papers.find((row) => row.id === paper || row.reference === paper);
  if (known === undefined) return paper;
  return (
    <Link to="/ratspost/$id" params={{ id: known.id }}>
      {known.reference}
    </Link>
  );
}
