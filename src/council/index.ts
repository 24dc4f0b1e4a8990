export * from './assessment.ts';
export * from './paper.ts';
