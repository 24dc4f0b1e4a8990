import { type ReportableStatus, reportableStatusSchema, type StatusAnswer } from '../../planning/index.ts';
import { typedDay } from '../link-pages/fields.ts';
import type { statusTexts } from './texts.ts';

type Texts = (typeof statusTexts)['de'];

/** What a person typed about one project, as it was typed. */
export interface TypedAnswer {
  status: string;
  dateRight: string;
  finish: string;
  problem: string;
}

/** What is wrong with it, by field. */
export type TypedFaults = Partial<Record<keyof TypedAnswer, string>>;

const PROBLEM_LETTERS = 2_000;

/** The fields of the n-th project in the form that was sent. */
export function typedAnswer(form: URLSearchParams, index: number): TypedAnswer {
  const field = (name: string): string => form.get(`${name}.${index}`)?.trim() ?? '';
  return { status: field('status'), dateRight: field('date'), finish: field('finish'), problem: field('problem') };
}

/** The answer that was typed, or what is wrong with each field. */
export function readTyped(
  project: string,
  typed: TypedAnswer,
  t: Texts,
): { answer: StatusAnswer } | { faults: TypedFaults } {
  const faults: TypedFaults = {};
  const status = reportableStatusSchema.safeParse(typed.status);
  const { dateRight, finish, problem } = typed;
  if (!status.success) faults.status = t.missingStatus;
  if (dateRight !== 'yes' && dateRight !== 'no' && dateRight !== 'notSure') faults.dateRight = t.missingDate;
  const expectedFinish = dateRight === 'no' && finish !== '' ? typedDay(finish) : undefined;
  if (dateRight === 'no' && finish !== '' && expectedFinish === undefined) faults.finish = t.wrongDate;
  if (problem.length > PROBLEM_LETTERS) faults.problem = t.tooLong;
  if (Object.keys(faults).length > 0) return { faults };
  return {
    answer: {
      project,
      status: status.data as ReportableStatus,
      dateRight: dateRight as StatusAnswer['dateRight'],
      ...(expectedFinish === undefined ? {} : { expectedFinish }),
      ...(problem === '' ? {} : { problem }),
    },
  };
}
