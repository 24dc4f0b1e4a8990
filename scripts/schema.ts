// `npm run schema`: writes src/store/schema.sql and src/store/database.gen.ts from the migrations.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openStore } from '../src/store/open.ts';
import { dumpSchema, generateTypes, SCHEMA_FILE, TYPES_FILE } from './schema-dump.ts';

const dataFolder = mkdtempSync(join(tmpdir(), 'fahrplan-schema-'));
const store = await openStore({ dataFolder, embedded: { syncFirstStart: false } });
try {
  writeFileSync(SCHEMA_FILE, await dumpSchema(store.ownerPool));
  writeFileSync(TYPES_FILE, generateTypes(store.ownerUrl));
} finally {
  await store.close();
  rmSync(dataFolder, { recursive: true, force: true });
}
