import { useQuery } from '@tanstack/react-query';
import { choicesQuery } from '../api/queries.ts';

/** Names of records by kind and id; an id without a name stands for itself. */
export function useNames(): (kind: string, id: string) => string {
  const { data } = useQuery(choicesQuery);
  return (kind, id) => data?.[kind]?.find((one) => one.id === id)?.name ?? id;
}
