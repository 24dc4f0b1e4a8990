import { adminClient } from './ready.ts';

/** Role that owns the database and migrates it; requests use `fahrplan_app`. */
const OWNER_ROLE = 'fahrplan_owner';
const DATABASE = 'fahrplan';

/**
 * Makes roles and database of the embedded server, if they are missing. Neither role is a superuser: whoever created
 * the cluster is one, and superusers pass every row-level policy.
 */
export async function prepareDatabase(socket: string): Promise<{ owner: string; database: string }> {
  const client = await adminClient(socket);
  try {
    for (const role of [OWNER_ROLE, 'fahrplan_app']) {
      const { rowCount } = await client.query('SELECT FROM pg_roles WHERE rolname = $1', [role]);
      if (rowCount === 0) await client.query(`CREATE ROLE ${role} LOGIN`);
    }
    const { rowCount } = await client.query('SELECT FROM pg_database WHERE datname = $1', [DATABASE]);
    if (rowCount === 0) await client.query(`CREATE DATABASE ${DATABASE} OWNER ${OWNER_ROLE}`);
    return { owner: OWNER_ROLE, database: DATABASE };
  } finally {
    await client.end();
  }
}
