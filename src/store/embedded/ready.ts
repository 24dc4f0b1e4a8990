import pg from 'pg';
import { ADMIN_ROLE, PORT } from './folder.ts';

/** A connection as the server's superuser over its socket. */
export async function adminClient(socket: string, database = 'postgres'): Promise<pg.Client> {
  const client = new pg.Client({
    host: socket,
    port: PORT,
    user: ADMIN_ROLE,
    database,
    connectionTimeoutMillis: 5_000,
  });
  client.on('error', () => {}); // a server that goes away is noticed by the next query
  await client.connect();
  return client;
}

/** True if a server takes connections on this socket now. */
export async function answers(socket: string): Promise<boolean> {
  try {
    const client = await adminClient(socket);
    await client.end();
    return true;
  } catch {
    return false;
  }
}
