import type { Messages } from '../de.ts';

export const capacity = {
  capacity: {
    lead: 'What you save holds at once; the working plan follows and moves as little as possible.',
    team: 'Who the team is',
    capacity: 'Capacity, each from a day on',
    period: 'Period',
    budgetLine: 'Budget line and its rules',
    years: 'Money by fiscal year',
    roleHint: 'a role or unit, never a person',
    shareHint: 'what is left after line work',
    daysHint: 'instead of posts, where there are none to count',
    carryOverHint: 'share of unspent money that goes into the next year',
    budgetKinds: { consumptive: 'consumptive', investment: 'investment' },
    yearStatus: { adopted: 'adopted', draft: 'draft', forecast: 'forecast' },
    newTeam: 'New team',
    newBudget: 'New budget line',
    titleTeam: (id: string) => `Edit team ${id}`,
    titleBudget: (id: string) => `Edit budget line ${id}`,
    missing: 'There is no such entry.',
    edit: 'Edit capacity',
    editBudget: 'Edit money',
    followUp: 'Follow-up costs after completion, thousand euros',
    followUpRule: 'From the fiscal year after the planned finish, as the fact sheet says.',
    followUpYear: 'Follow-up costs',
    followUpProjects: 'of',
  },
} satisfies Pick<Messages, 'capacity'>;
