export * from './answer.ts';
export * from './views.ts';
