import { enableCompileCache } from 'node:module';
import { join } from 'node:path';

// Imported first: what is loaded later is kept in compiled form, so that the next call starts in half the time. Not in
// the system's temporary folder, where others could put code in our way; where it cannot be written nothing is kept.
enableCompileCache(join(import.meta.dirname, '../../node_modules/.cache/fahrplan'));
