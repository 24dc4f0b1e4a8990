import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type pg from 'pg';

const ROOT = join(import.meta.dirname, '..');

/** Where the two dumps lie: the schema for people to read, its types for the compiler. */
export const SCHEMA_FILE = join(ROOT, 'src', 'store', 'schema.sql');
export const TYPES_FILE = join(ROOT, 'src', 'store', 'database.gen.ts');

const EXTENSIONS = `SELECT format('CREATE EXTENSION %I;', extname) AS line
  FROM pg_extension WHERE extname <> 'plpgsql' ORDER BY extname`;

const FUNCTIONS = `SELECT pg_get_functiondef(p.oid) || ';' ||
    coalesce((SELECT string_agg(format(E'\\nGRANT %s ON FUNCTION %I TO %s;', a.privilege_type, p.proname,
        CASE a.grantee WHEN 0 THEN 'PUBLIC' ELSE a.grantee::regrole::text END), '' ORDER BY a.grantee::regrole::text)
      FROM aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) a WHERE a.grantee <> p.proowner), '') || E'\\n' AS line
  FROM pg_proc p
  WHERE p.pronamespace = 'public'::regnamespace
    AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = p.oid AND d.deptype = 'e')
  ORDER BY p.proname`;

const TABLES = `SELECT format(E'CREATE TABLE %I (\\n  %s\\n);', c.relname, concat_ws(E',\\n  ',
    (SELECT string_agg(concat_ws(' ', quote_ident(a.attname), format_type(a.atttypid, a.atttypmod),
        CASE WHEN a.attnotnull THEN 'NOT NULL' END,
        CASE WHEN a.attgenerated = 's' THEN format('GENERATED ALWAYS AS (%s) STORED', pg_get_expr(d.adbin, d.adrelid))
          WHEN d.adbin IS NOT NULL THEN 'DEFAULT ' || pg_get_expr(d.adbin, d.adrelid) END), E',\\n  ' ORDER BY a.attnum)
      FROM pg_attribute a LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
      WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped),
    (SELECT string_agg(format('CONSTRAINT %I %s', o.conname, pg_get_constraintdef(o.oid)), E',\\n  ' ORDER BY o.conname)
      FROM pg_constraint o WHERE o.conrelid = c.oid AND o.contype <> 'n'))) ||
  coalesce((SELECT string_agg(E'\\n' || pg_get_indexdef(i.indexrelid) || ';', '' ORDER BY i.indexrelid::regclass::text)
    FROM pg_index i WHERE i.indrelid = c.oid
      AND NOT EXISTS (SELECT FROM pg_constraint o WHERE o.conindid = i.indexrelid AND o.conrelid = c.oid)), '') ||
  CASE WHEN c.relrowsecurity THEN format(E'\\nALTER TABLE %I ENABLE ROW LEVEL SECURITY;', c.relname) ELSE '' END ||
  CASE WHEN c.relforcerowsecurity THEN format(E'\\nALTER TABLE %I FORCE ROW LEVEL SECURITY;', c.relname) ELSE '' END ||
  coalesce((SELECT string_agg(format(E'\\nCREATE POLICY %I ON %I TO %s USING %s;', p.polname, c.relname,
      CASE WHEN p.polroles = '{0}' THEN 'PUBLIC' ELSE 'the owner' END, pg_get_expr(p.polqual, p.polrelid)), ''
      ORDER BY p.polname) FROM pg_policy p WHERE p.polrelid = c.oid), '') ||
  coalesce((SELECT string_agg(E'\\n' || pg_get_triggerdef(t.oid) || ';', '' ORDER BY t.tgname)
    FROM pg_trigger t WHERE t.tgrelid = c.oid AND NOT t.tgisinternal), '') ||
  coalesce((SELECT E'\\n' || string_agg(format('GRANT %s ON %I TO %s;', g.rights, c.relname, g.grantee), E'\\n' ORDER BY g.grantee)
    FROM (SELECT a.grantee::regrole::text AS grantee, string_agg(a.privilege_type, ', ' ORDER BY a.privilege_type) AS rights
      FROM aclexplode(c.relacl) a WHERE a.grantee <> c.relowner GROUP BY a.grantee) g), '') || E'\\n' AS line
  FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' ORDER BY c.relname`;

/** The live schema as text: extensions, functions, tables with all that hangs on them, always in the same order. */
export async function dumpSchema(pool: pg.Pool): Promise<string> {
  const parts = [
    '-- What the migrations make. Written by `npm run schema`; a test compares it with the live database.\n',
  ];
  for (const query of [EXTENSIONS, FUNCTIONS, TABLES]) {
    const { rows } = await pool.query<{ line: string }>(query);
    parts.push(...rows.map((row) => row.line));
  }
  return `${parts.join('\n')}`;
}

/** TypeScript types of the tables, read from a migrated database. */
export function generateTypes(url: string): string {
  const program = join(fileURLToPath(import.meta.resolve('kysely-codegen')), '..', 'cli', 'bin.js');
  const options = [
    '--print',
    '--dialect=postgres',
    '--date-parser=string',
    '--numeric-parser=string',
    '--type-mapping={"int8":"number"}',
    '--log-level=error',
  ];
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, `--url=${url}`, ...options], {
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`kysely-codegen: ${stderr}`);
  return `${stdout.trim()}\n`;
}
