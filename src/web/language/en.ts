import type { Messages } from './de.ts';
import { alternatives } from './en/alternatives.ts';
import { asked } from './en/asked.ts';
import { bookings } from './en/bookings.ts';
import { calendar } from './en/calendar.ts';
import { capacity } from './en/capacity.ts';
import { catalogue } from './en/catalogue.ts';
import { choice } from './en/choice.ts';
import { common } from './en/common.ts';
import { confirmations } from './en/confirmations.ts';
import { council } from './en/council.ts';
import { councilImport } from './en/council-import.ts';
import { desk } from './en/desk.ts';
import { discussion } from './en/discussion.ts';
import { editing } from './en/editing.ts';
import { finding } from './en/finding.ts';
import { firstRun } from './en/first-run.ts';
import { groundwork } from './en/groundwork.ts';
import { identity } from './en/identity.ts';
import { listImport } from './en/import.ts';
import { law } from './en/law.ts';
import { meetings } from './en/meetings.ts';
import { needs } from './en/needs.ts';
import { paperwork } from './en/paperwork.ts';
import { plan } from './en/plan.ts';
import { plans } from './en/plans.ts';
import { portfolio } from './en/portfolio.ts';
import { priority } from './en/priority.ts';
import { remarks } from './en/remarks.ts';
import { richText } from './en/rich-text.ts';
import { scenarios } from './en/scenarios.ts';
import { statusRound } from './en/status-round.ts';
import { whyNot } from './en/why-not.ts';

export const en = {
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
} satisfies Messages;
