import type { Project } from '../../agenda/index.ts';
import {
  type StatusAnswer,
  type StatusItem,
  type StatusRequest,
  statusFlags,
  takenAtOnce,
} from '../../planning/index.ts';
import { type CityTransaction, readRecord, type Session, saveStatusRequest } from '../../store/index.ts';
import { loadDesk } from '../council/desk.ts';
import { changeAgenda } from '../records/edit.ts';
import type { Services } from '../services.ts';

interface Work {
  tx: CityTransaction;
  session: Session;
  services: Services;
}

/**
 * In whose name a link acts: an id that leads to the link and not to a person. It may write projects, and the code
 * behind the link lets it write those of its request alone.
 */
export function linkSession(city: string, link: string): Session {
  return {
    city,
    actor: `link-${link}`,
    roles: ['programme'],
    ownUnits: [],
    id: '',
    person: null,
    secondFactorAge: null,
  };
}

/** A project with the answer as its newest status report. */
function withReport(project: Project, answer: StatusAnswer, { by, on }: { by: string; on: string }): Project {
  const { status, problem } = answer;
  const report = { on, status, by, ...(problem === undefined ? {} : { reason: problem }) };
  return { ...project, reports: [...project.reports, report] };
}

/** Writes projects as they are to become. Nothing happens for those that do not change. */
async function writeProjects(work: Work, change: (project: Project) => Project, ids: readonly string[]): Promise<void> {
  const changes = [];
  for (const id of ids) {
    const stored = await readRecord(work.tx, 'projects', id);
    if (stored === undefined) continue; // deleted since the round began
    const body = change(stored.body);
    if (body !== stored.body) changes.push({ collection: 'projects' as const, id, version: stored.version, body });
  }
  if (changes.length > 0) await changeAgenda(work, changes);
}

/**
 * Records the answers of one person: each becomes a status report of its project. What is plain also becomes the
 * project's status; the rest waits for the programme team, with what does not fit the plan.
 */
export async function recordAnswers(
  work: Work,
  request: StatusRequest,
  answers: readonly StatusAnswer[],
): Promise<StatusItem[]> {
  const loaded = await work.services.agendas.load(work.tx, work.session);
  const { today } = await loadDesk(work.tx);
  const items = answers.flatMap((answer): StatusItem[] => {
    const project = loaded.agenda.projects.find(({ id }) => id === answer.project);
    if (project === undefined) return [];
    const flags = statusFlags(loaded.context(), project, answer, today);
    return [{ ...answer, flags, state: takenAtOnce(answer, flags) ? 'taken' : 'open' }];
  });
  const byProject = new Map(items.map((one) => [one.project, one]));
  const by = request.recipient.mail === null ? request.recipient.name : 'Projektleitung';
  await writeProjects(
    work,
    (project) => {
      const item = byProject.get(project.id);
      if (item === undefined) return project;
      const reported = withReport(project, item, { by, on: today });
      return item.state === 'taken' ? { ...reported, status: item.status } : reported;
    },
    [...byProject.keys()],
  );
  await saveStatusRequest(work.tx, { ...request, answeredOn: today, items });
  return items;
}

/** The programme team decides about an answer that waits: its status becomes the project's, or it does not. */
export async function decideAnswer(
  work: Work,
  request: StatusRequest,
  { project, take }: { project: string; take: boolean },
): Promise<StatusRequest> {
  const item = request.items.find((one) => one.project === project && one.state === 'open');
  if (item === undefined) return request;
  const finishedOn = item.status === 'succeeded' ? (item.expectedFinish ?? request.answeredOn ?? undefined) : undefined;
  if (take) {
    await writeProjects(
      work,
      ({ finishedOn: _, ...rest }) => ({ ...rest, status: item.status, ...(finishedOn ? { finishedOn } : {}) }),
      [project],
    );
  }
  const state = take ? ('taken' as const) : ('declined' as const);
  const decided = { ...request, items: request.items.map((one) => (one === item ? { ...item, state } : one)) };
  await saveStatusRequest(work.tx, decided);
  return decided;
}
