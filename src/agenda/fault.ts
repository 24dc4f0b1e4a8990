import { civil } from './calendar.ts';
import type { Text } from './text.ts';

/** Place in the file: keys and positions from the top, as zod writes them. */
export type FaultPath = (string | number)[];

/** What can be wrong with a file; docs/formats/faults.md explains each. */
export const faultCodes = [
  'shape',
  'wrongFormat',
  'newerVersion',
  'unreadable',
  'duplicateKey',
  'controlCharacter',
  'duplicateId',
  'unknownId',
  'dependencyCycle',
  'duplicateDependency',
  'dependencyOnAbandoned',
  'finishMissing',
  'finishContradiction',
  'unitCircle',
  'stageOrder',
  'stageCircle',
  'phasesMissing',
  'phaseWithoutWork',
  'modeWithoutWork',
  'mixedOffsets',
  'offsetsWithoutStart',
  'teamWithoutCapacity',
  'capacityKind',
  'capacityShare',
  'periodOrder',
  'planStartNotMonday',
  'dateBeyondHorizon',
  'deadlineBeforePlanStart',
  'deadlineBeforeStage',
  'deadlineBeforeStart',
  'fixedStartNotMonday',
  'fixedStartInPast',
  'fixedStartTooEarly',
  'fixedStartMissesDeadline',
  'fixedStartAgainstDependency',
  'fixedStartAgainstPrerequisite',
  'budgetYears',
  'budgetStart',
  'budgetOverspent',
  'costWithoutBudget',
  'unknownBudgetYear',
  'biennialYearMissing',
  'effortTooLarge',
  'moneyTooLarge',
  'mandatoryWithoutDuty',
  'statutoryWithoutDuty',
  'conditionMissing',
  'needMerged',
  'weightingTwice',
  'alternativeSize',
  'alternativeTwice',
  'alternativeTaken',
  'alternativeDuty',
  'alternativeOrder',
  'droppableDuty',
  'droppableGrounds',
  'droppableNeeded',
  'planPhaseTwice',
  'planPhaseDates',
  'planModes',
  'pointTwice',
  'unknownPoint',
  'decidedTwice',
  'consultationBeforeReceipt',
  'noPlanPossible',
] as const;
export type FaultCode = (typeof faultCodes)[number];

/** One thing that is wrong with a file: where, and in words what and how to put it right. */
export interface Fault {
  code: FaultCode;
  path: FaultPath;
  message: Text;
  /** The same for a reader who sees the place already, beside a field of a form: what to put there. */
  remark?: Text;
}

export function fault(code: FaultCode, path: FaultPath, de: string, en: string): Fault {
  return { code, path, message: { de, en } };
}

/** `projects[4].phases[1].weeks`; empty for the file as a whole. */
export function pathText(path: readonly (string | number)[]): string {
  let text = '';
  for (const part of path) {
    if (typeof part === 'number') text += `[${part}]`;
    else if (/^[A-Za-z_$][\w$-]*$/.test(part)) text += text === '' ? part : `.${part}`;
    else text += `[${JSON.stringify(part)}]`;
  }
  return text;
}

/** 31.08.2020 */
export function germanDate(date: string): string {
  return `${date.slice(8, 10)}.${date.slice(5, 7)}.${date.slice(0, 4)}`;
}

export const ENGLISH_MONTHS =
  'January February March April May June July August September October November December'.split(' ');

/** 31 August 2020, its day held to its month in a line. */
export function englishDate(date: string): string {
  const { year, month, day } = civil(date);
  return `${day}\u00a0${ENGLISH_MONTHS[month - 1]} ${year}`;
}

/** The candidate that looks most like `word`, if at most two letters (or a third of the word) differ. */
export function closest(word: string, candidates: Iterable<string>): string | undefined {
  let best: string | undefined;
  let bestDistance = Math.min(2, Math.floor(word.length / 3)) + 1;
  if (word.length > 64) return undefined;
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - word.length) >= bestDistance) continue;
    const distance = editDistance(word.toLowerCase(), candidate.toLowerCase());
    if (distance < bestDistance) [best, bestDistance] = [candidate, distance];
  }
  return best;
}

/** Letters to insert, delete or replace (Levenshtein). */
function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const replaced = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(replaced, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
