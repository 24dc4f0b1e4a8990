import '../compile-cache.ts';

// The thread's first file is compiled before it can ask for the cache; everything else comes after.
await import('./listen.ts');
