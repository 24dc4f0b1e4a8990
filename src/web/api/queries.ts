import { queryOptions } from '@tanstack/react-query';
import type { Preferences, Strategy } from '../../agenda/index.ts';
import type { AnswerDifference, Statement } from '../../council/index.ts';
import type { CoverageView, LoadDetail, LoadView, Overview, RoadmapView, WhyDate } from '../../planning/index.ts';
import { change, getJson } from './client.ts';
import type {
  AskedAnswer,
  Choices,
  ComparisonAnswer,
  DiscussionAnswer,
  FirstStepsAnswer,
  HistoryEntry,
  Hit,
  Me,
  NotificationsAnswer,
  ObligationsAnswer,
  PaperAnswer,
  PaperRow,
  PlansAnswer,
  ProjectAnswer,
  ProjectRow,
  RecordAnswer,
  SavedView,
  ScenarioRow,
  VisitNews,
} from './types.ts';

/** One entry per resource: its key in the cache and where it is read from. */

const part = encodeURIComponent;

function resource<T>(path: string) {
  return queryOptions({ queryKey: [path], queryFn: ({ signal }) => getJson<T>(path, signal) });
}

export const meQuery = resource<Me>('/me');
export const preferencesQuery = resource<Preferences>('/preferences');
export const discussionQuery = (kind: string, id: string) =>
  resource<DiscussionAnswer>(`/discussions/${part(kind)}/${part(id)}`);
export const colleaguesQuery = resource<{ people: { id: string; name: string }[] }>('/colleagues');
export const notificationsQuery = resource<NotificationsAnswer>('/notifications');
export const unreadQuery = resource<{ unread: number }>('/notifications/unread');
export const firstStepsQuery = resource<FirstStepsAnswer>('/first-steps');
export const overviewQuery = resource<Overview>('/overview');
/** The visit goes on each time that the page asks; the server tells one visit from the next by the session. */
export const visitQuery = queryOptions({
  queryKey: ['/visit'],
  queryFn: () => change<VisitNews | null>('POST', '/visit'),
});
export const roadmapQuery = resource<RoadmapView>('/roadmap');
export const projectsQuery = resource<{ projects: ProjectRow[]; versions: Record<string, number> }>('/projects');
export const loadQuery = resource<LoadView>('/load');
export const obligationsQuery = resource<ObligationsAnswer>('/obligations');
export const strategiesQuery = resource<{ records: { id: string; version: number; body: Strategy }[] }>(
  '/records/strategy',
);
export const coverageQuery = resource<CoverageView>('/coverage');
export const papersQuery = resource<{ papers: PaperRow[] }>('/papers');

/** Always asked: whether a computation runs is no part of what is kept. */
export const followingQuery = {
  ...resource<{ job: string | null; version: number }>('/plans/following'),
  staleTime: 0,
};
export const plansQuery = resource<PlansAnswer>('/plans');
export const scenariosQuery = resource<{ scenarios: ScenarioRow[] }>('/scenarios');
export const scenarioQuery = (id: string) => resource<ScenarioRow>(`/scenarios/${part(id)}`);
export const partnersQuery = resource<{ records: { id: string; title: string }[] }>('/records/partner');
export const comparisonQuery = (before: string, after: string) =>
  resource<ComparisonAnswer>(`/plans/compare?before=${part(before)}&after=${part(after)}`);

export const projectQuery = (id: string) => resource<ProjectAnswer>(`/projects/${part(id)}`);
/** The newest answer at the address of a question about the plan. */
export const askedQuery = <T>(path: string) => resource<AskedAnswer<T>>(path);
export const whyQuery = (id: string) => resource<WhyDate>(`/projects/${part(id)}/why`);
export const loadDetailQuery = (team: string, month: string) =>
  resource<LoadDetail>(`/load/${part(team)}/${part(month)}`);
export const paperQuery = (id: string) => resource<PaperAnswer>(`/papers/${part(id)}`);
export const answerDifferenceQuery = (id: string) =>
  resource<{ compared: { before: string; after: string; difference: AnswerDifference } | null }>(
    `/papers/${part(id)}/answer-difference`,
  );
export const statementQuery = (id: string) => resource<Statement>(`/papers/${part(id)}/statement`);
export const recordQuery = (kind: string, id: string) => resource<RecordAnswer>(`/records/${part(kind)}/${part(id)}`);

export const savedViewsQuery = (page: string) => resource<{ views: SavedView[] }>(`/saved-views/${page}`);
export const choicesQuery = resource<Choices>('/choices');
export const historyQuery = (kind: string, id: string) =>
  resource<{ entries: HistoryEntry[]; more: boolean }>(`/records/${part(kind)}/${part(id)}/history`);

export const searchQuery = (words: string) => resource<{ hits: Hit[] }>(`/search?q=${part(words)}`);

/** Address of the statement as a file. */
export const statementFile = (id: string, format: 'docx' | 'pdf'): string =>
  `/api/papers/${part(id)}/statement.${format}`;
