import type { alternatives as German } from '../de/alternatives.ts';

/** Ways to do what a paper asks, side by side, and what has changed since the answer before. */
export const alternatives: typeof German = {
  alternatives: {
    title: 'Alternatives side by side',
    lead: 'As asked, later, smaller, with a partner, with more posts: every row is computed. “Smaller” and “more posts” need your choice.',
    compute: 'Compute the alternatives',
    smaller: 'Smaller',
    smallerNote: 'What is left out is decided by a person; without a choice there is no such row.',
    leaveOut: 'without',
    effortPercent: 'Effort and costs, % of what is asked',
    percentWrong: 'Please enter a number from 10 to 100.',
    posts: 'With more posts',
    team: 'For the team',
    number: 'Posts (FTE)',
    from: 'from day',
    way: 'Way',
    kinds: {
      asked: 'as asked',
      later: 'later, with every promise kept',
      smaller: 'smaller',
      partner: (mode) => `by another delivery mode: ${mode}`,
      posts: 'with more posts',
    },
    finish: 'End',
    whatSlips: 'What slips',
    nothing: 'nothing',
    movesOnly: (count) =>
      count === 1 ? 'no promise; 1 project ends later' : `no promise; ${count} projects end later`,
    slips: (named, more, statutory) =>
      [
        `weeks after the deadline: ${named}`,
        ...(more > 0 ? [`and ${more} more`] : []),
        ...(statutory > 0 ? [`(${statutory} of them after a statutory deadline)`] : []),
      ].join(' '),
    effort: 'Person-days',
    costs: 'Costs, T€',
    extra: 'Needed on top',
    postsFrom: (fte, team, from) => `${fte} FTE ${team} from ${from}`,
    insteadOfSlips: (needs) => `so that nothing slips: ${needs}`,
    notInHorizon: 'not within the plan’s horizon',
    cards: {
      date: (asked, quality) =>
        asked
          ? `starts on the day asked for, other projects give way, duties last (${quality})`
          : `earliest finish at which every promise of the plan is kept, computed for this way (${quality})`,
      effort: (mode, parts) => `sum over the phases in the delivery mode “${mode}”, person-days: ${parts}`,
      costs: (mode, parts) => `sum over the phases in the delivery mode “${mode}”, T€: ${parts}`,
      slips: (each) => `weeks after the deadline or promise, by project: ${each}`,
      moves: 'These projects end later than planned without missing a promise.',
      posts: 'Posts that are assumed for this way; they have not been granted.',
      extra: 'what is missing beside the approved plan if nothing is moved',
    },
    basis: 'Basis',
    chosen: 'chosen',
    choose: 'Choose as basis',
    rule: 'Later, smaller, another delivery mode and more posts: earliest end at which every promise of the plan is kept. As asked: start on the wished day, duties moved last. Answer and statement are computed again on the chosen basis, and name the choice.',
  },
  answerDifference: {
    title: 'What has changed since the answer before',
    since: (before, after) => `Answer of ${after}, compared with the one of ${before}.`,
    none: 'The new computation says the same.',
    what: 'What it is about',
    before: 'Before',
    after: 'Now',
    by: 'Difference',
    gone: 'Binds no longer',
    fresh: 'Binds now',
    peers: 'Peer cities',
  },
};
