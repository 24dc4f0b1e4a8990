import { compile } from '../compiled/compile.ts';
import type { Plan, Problem } from '../model/problem.ts';
import type { Certificate } from '../proof/certificate.ts';
import { checkCertificate } from '../proof/check-certificate.ts';
import { isValidPlan } from '../validate/validate.ts';
import { type ExactLimit, ExactSearch } from './exact-search.ts';
import { exportProof } from './export-proof.ts';

/** Whether a problem has a plan at all. Both sure answers were checked by code that shares nothing with the search. */
export type Feasibility =
  | { readonly answer: 'plan'; readonly plan: Plan; readonly conflicts: number }
  | { readonly answer: 'none'; readonly certificate: Certificate; readonly conflicts: number }
  | { readonly answer: 'open'; readonly conflicts: number };

/**
 * Decides whether any plan exists, whatever its values: due dates that must hold are to be given as deadlines. Meant for some hundred
 * activities and questions that the heuristic search leaves open; same problem and limit of conflicts, same answer.
 */
export function findOrRefute(problem: Problem, limit: ExactLimit): Feasibility {
  const search = new ExactSearch(compile(problem), true);
  const { refuted, plan, conflicts } = search.run(limit);
  if (plan && isValidPlan(problem, plan)) return { answer: 'plan', plan, conflicts };
  if (!refuted) return { answer: 'open', conflicts };
  const certificate = exportProof(problem, search.tasks, refuted, limit.cancelled);
  const flaw = certificate === null || checkCertificate(problem, certificate, limit.cancelled);
  return flaw ? { answer: 'open', conflicts } : { answer: 'none', certificate, conflicts };
}
