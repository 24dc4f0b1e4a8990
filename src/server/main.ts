import { keepCompiledCode } from './start/compile-cache.ts';

/** `npm start`: runs the server until Ctrl-C. Everything else is loaded after the cache is in use. */
keepCompiledCode();
const { runServer } = await import('./start/run-server.ts');
await runServer();
