import type { Problem } from '../model/problem.ts';
import type { Certificate } from './certificate.ts';

/** What of a problem a proof rests on: without anything else there is no plan either. */
export interface Grounds {
  readonly resources: ReadonlySet<number>;
  readonly budgets: ReadonlySet<number>;
  readonly links: ReadonlySet<number>;
  /** Activities whose windows, modes or work count. */
  readonly activities: ReadonlySet<number>;
}

/** Reads off a proof that was accepted what it rests on. What is frozen works anyway and is not named unless a step names it. */
export function groundsOf(problem: Problem, { steps }: Certificate): Grounds {
  const grounds = {
    resources: new Set<number>(),
    budgets: new Set<number>(),
    links: new Set<number>(),
    activities: new Set<number>(),
  };
  for (const { conditions, because } of steps) {
    for (const [, activity] of conditions) grounds.activities.add(activity);
    if (because.kind === 'capacity') grounds.resources.add(because.resource);
    else if (because.kind === 'money') grounds.budgets.add(because.budget);
    else if (because.kind === 'window') grounds.activities.add(because.activity);
    else if (because.kind === 'link') {
      const link = problem.links[because.link];
      grounds.links.add(because.link);
      if (link) grounds.activities.add(link.from).add(link.to);
    }
  }
  return grounds;
}
