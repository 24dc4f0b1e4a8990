import { alternatives } from './de/alternatives.ts';
import { asked } from './de/asked.ts';
import { bookings } from './de/bookings.ts';
import { calendar } from './de/calendar.ts';
import { capacity } from './de/capacity.ts';
import { catalogue } from './de/catalogue.ts';
import { choice } from './de/choice.ts';
import { common } from './de/common.ts';
import { confirmations } from './de/confirmations.ts';
import { council } from './de/council.ts';
import { councilImport } from './de/council-import.ts';
import { desk } from './de/desk.ts';
import { discussion } from './de/discussion.ts';
import { editing } from './de/editing.ts';
import { finding } from './de/finding.ts';
import { firstRun } from './de/first-run.ts';
import { groundwork } from './de/groundwork.ts';
import { identity } from './de/identity.ts';
import { listImport } from './de/import.ts';
import { law } from './de/law.ts';
import { meetings } from './de/meetings.ts';
import { needs } from './de/needs.ts';
import { paperwork } from './de/paperwork.ts';
import { plan } from './de/plan.ts';
import { plans } from './de/plans.ts';
import { portfolio } from './de/portfolio.ts';
import { priority } from './de/priority.ts';
import { remarks } from './de/remarks.ts';
import { richText } from './de/rich-text.ts';
import { scenarios } from './de/scenarios.ts';
import { statusRound } from './de/status-round.ts';
import { whyNot } from './de/why-not.ts';

/** German is the source: the shape of this catalogue is what every other language must fill. */
export const de = {
  ...common,
  ...plan,
  ...plans,
  ...scenarios,
  ...asked,
  ...alternatives,
  ...calendar,
  ...capacity,
  ...council,
  ...councilImport,
  ...desk,
  ...meetings,
  ...paperwork,
  ...remarks,
  ...richText,
  ...identity,
  ...editing,
  ...law,
  ...portfolio,
  ...statusRound,
  ...listImport,
  ...confirmations,
  ...discussion,
  ...finding,
  ...firstRun,
  ...needs,
  ...priority,
  ...whyNot,
  ...catalogue,
  ...groundwork,
  ...choice,
  ...bookings,
};

export type Messages = typeof de;
