import type { Agenda } from './agenda.ts';
import type { Interview } from './needs.ts';
import type { Team } from './organization.ts';

/** A team without what a post costs: with few posts that would be somebody's pay. */
export function openTeam(team: Team): Team {
  const { costPerFteCents: _, ...open } = team;
  return open;
}

/** A talk without its words: what a head of office said stays between office and programme team. */
export function openInterview(interview: Interview): Interview {
  const { record: _, ...open } = interview;
  return { ...open, answers: [] };
}

/** The agenda without confidential fields, for those who may not `readConfidential`. */
export function openAgenda(agenda: Agenda): Agenda {
  return { ...agenda, teams: agenda.teams.map(openTeam), interviews: agenda.interviews.map(openInterview) };
}
