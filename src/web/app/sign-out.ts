import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { post } from '../api/client.ts';

/** Ends the session and forgets what was read in it. */
export function useSignOut(): () => Promise<void> {
  const client = useQueryClient();
  const navigate = useNavigate();
  return async () => {
    await post('/session/end').catch(() => undefined);
    client.clear();
    await navigate({ to: '/anmeldung' });
  };
}
