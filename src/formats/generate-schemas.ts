import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { formatSchemas } from './schemas.ts';

// `npm run generate`: writes the JSON Schemas that the documentation of the formats links to.
const folder = join(import.meta.dirname, '../../docs/formats');
for (const [name, text] of Object.entries(formatSchemas())) writeFileSync(join(folder, name), text);
