import { afterEach, describe, expect, test } from 'vitest';
import { openStore, type StoreOptions } from '../../src/store/index.ts';
import { asAdmin, createTestDatabase, type TestDatabase, urlOf } from '../setup/database.ts';

const made: TestDatabase[] = [];
const roles: string[] = [];

async function database(sql?: (name: string) => string): Promise<TestDatabase> {
  const one = await createTestDatabase(sql);
  made.push(one);
  return one;
}

async function role(name: string, options: string): Promise<string> {
  roles.push(name);
  await asAdmin('postgres', `CREATE ROLE ${name} ${options}`);
  return name;
}

afterEach(async () => {
  for (const one of made.splice(0)) await one.drop();
  for (const name of roles.splice(0)) await asAdmin('postgres', `DROP OWNED BY ${name}`, `DROP ROLE ${name}`);
});

const refusal = (options: StoreOptions) =>
  openStore(options).then(
    async (store) => {
      await store.close();
      return 'opened';
    },
    (error: { code?: string; message: string }) => `${error.code}: ${error.message}`,
  );

describe('a database that is unsafe or unsuitable is refused with the way out', () => {
  test.each(['synchronous_commit'])('%s off', async (setting) => {
    const { name, ownerUrl, appUrl } = await database();
    await asAdmin('postgres', `ALTER DATABASE ${name} SET ${setting} = off`);
    const said = await refusal({ databaseUrl: ownerUrl, appUrl });
    expect(said).toMatch(/^databaseUnsafe: .*ALTER SYSTEM SET synchronous_commit = on/);
  });

  test('another sort order', async () => {
    const { ownerUrl, appUrl } = await database(
      (name) => `CREATE DATABASE ${name} OWNER fahrplan_owner TEMPLATE template0 LOCALE_PROVIDER libc LOCALE 'C'`,
    );
    expect(await refusal({ databaseUrl: ownerUrl, appUrl })).toMatch(
      /^databaseUnsuitable: .*CREATE DATABASE fahrplan .*de-DE/,
    );
  });

  test('an owner who is a superuser', async () => {
    const { adminUrl, appUrl } = await database();
    expect(await refusal({ databaseUrl: adminUrl, appUrl })).toMatch(/^roleTooStrong: .*postgres/);
  });

  test('requests as the owner, as a superuser, or past the policies', async () => {
    const { name, ownerUrl, adminUrl } = await database();
    expect(await refusal({ databaseUrl: ownerUrl, appUrl: ownerUrl })).toMatch(/^roleTooStrong: .*fahrplan_owner/);
    expect(await refusal({ databaseUrl: ownerUrl, appUrl: adminUrl })).toMatch(/^roleTooStrong: .*postgres/);
    const strong = await role(`strong_${name}`, 'LOGIN BYPASSRLS IN ROLE fahrplan_app');
    expect(await refusal({ databaseUrl: ownerUrl, appUrl: urlOf(strong, name) })).toMatch(/^roleTooStrong: /);
  });

  test('requests as a role without rights, or an owner who may not take the role', async () => {
    const { name, ownerUrl } = await database();
    const weak = await role(`weak_${name}`, 'LOGIN');
    expect(await refusal({ databaseUrl: ownerUrl, appUrl: urlOf(weak, name) })).toMatch(
      /^roleMissing: .*GRANT fahrplan_app/,
    );
    expect(await refusal({ databaseUrl: ownerUrl })).toMatch(/^roleMissing: .*GRANT fahrplan_app/);
  });

  test('a role that does not own the database', async () => {
    const { name, appUrl } = await database();
    const guest = await role(`guest_${name}`, 'LOGIN');
    expect(await refusal({ databaseUrl: urlOf(guest, name), appUrl })).toMatch(/^roleMissing: .*OWNER TO guest_/);
  });

  test('a log-in of its own for requests that is a member of fahrplan_app is accepted', async () => {
    const { name, ownerUrl } = await database();
    const member = await role(`member_${name}`, 'LOGIN IN ROLE fahrplan_app');
    expect(await refusal({ databaseUrl: ownerUrl, appUrl: urlOf(member, name) })).toBe('opened');
  });

  test('no server, no database', async () => {
    const nowhere = 'postgres://fahrplan_owner@localhost/fahrplan?host=%2Fnowhere';
    expect(await refusal({ databaseUrl: nowhere })).toMatch(/^databaseUnreachable: .*DATABASE_URL/);
    expect(await refusal({ databaseUrl: urlOf('fahrplan_owner', 'no_such_database') })).toMatch(
      /^databaseUnreachable: /,
    );
    expect(await refusal({ databaseUrl: 'postgres://x@127.0.0.1:1/y' })).toMatch(/^databaseUnreachable: /);
  });
});
