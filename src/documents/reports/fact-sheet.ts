import { type Agenda, deadlinesOf, isInForce, needsOfProject, type Project, unitNameOn } from '../../agenda/index.ts';
import { date, money, number, percent, personDays } from '../../council/index.ts';
import type { PlanContext } from '../../planning/index.ts';
import { type Line, type OfficialDocument, type Part, words } from '../model.ts';
import { counted, day, forecastOf, heading, list, type ReportFacts, report, STATUS_WORDS, table } from './facts.ts';

const CLASS_WORDS: Record<Project['commitmentClass'], string> = {
  mandatory: 'Pflicht',
  prerequisite: 'Voraussetzung für andere',
  decided: 'beschlossen',
  optional: 'freiwillig',
};

const FORCE_WORDS = {
  must: 'muss',
  should: 'soll',
  conditional: 'bedingt',
  optional: 'kann',
  info: 'zur Kenntnis',
} as const;

/** Everything on record about one project, on one A4 page if it fits. Undefined if there is no such project. */
export function factSheet(facts: ReportFacts, id: string): OfficialDocument | undefined {
  const project = facts.agenda.projects.find((one) => one.id === id);
  if (!project) return undefined;
  const context = forecastOf(facts);
  const frame = { title: `${project.name} (${project.id})`, about: `Projektsteckbrief ${project.id}` };
  const parts = [
    ...identity(facts, project, context),
    heading('Umsetzung'),
    phaseTable(facts.agenda, project, context),
    ...alternatives(project, context),
    ...connections(facts, project),
    ...law(facts, project),
    ...state(project),
    ...councilParts(facts, project),
  ];
  return report(facts, frame, parts, 'compact');
}

/** `Zweck: …` for every fact that is on record. */
function labelledFacts(entries: readonly (readonly [label: string, value: string | null | undefined])[]): Part[] {
  const items = entries.flatMap(([label, value]): Line[] => (value ? [[words(`${label}: `, true), words(value)]] : []));
  return items.length > 0 ? [{ kind: 'list', items }] : [];
}

function identity({ agenda, today }: ReportFacts, project: Project, context: PlanContext | undefined): Part[] {
  const unit = (id: string): string => {
    const found = agenda.units.find((one) => one.id === id);
    return found ? unitNameOn(found, today) : id;
  };
  const named = (list: readonly { id: string; name: string }[], ids: readonly string[]): string =>
    ids.map((id) => list.find((one) => one.id === id)?.name ?? id).join(', ');
  const dates = context?.dates.get(project.id);
  const approved = context?.approvedDates.get(project.id);
  return labelledFacts([
    ['Handlungsfeld', agenda.actionFields.find((one) => one.id === project.actionField)?.name],
    ['Art und Stand', `${CLASS_WORDS[project.commitmentClass]}, ${STATUS_WORDS[project.status]}`],
    ['Zweck', project.purpose],
    ['Nutzen', project.benefit],
    ['Fälle im Jahr', project.caseNumberPerYear === undefined ? null : number(project.caseNumberPerYear).de],
    ['Federführung', project.leadUnit && unit(project.leadUnit)],
    ['Beteiligt', project.participants.map(unit).join(', ')],
    ['Partner', named(agenda.partners, project.partners)],
    ['Zeitraum nach dem Arbeitsplan', dates && `${day(dates.start)} bis ${day(dates.finish)}`],
    ['Genehmigt', approved && `${day(approved.start)} bis ${day(approved.finish)}`],
    [
      'Fristen',
      deadlinesOf(agenda, project, today)
        .map(
          (one) =>
            `${day(one.on)} (${one.kind === 'statutory' ? 'gesetzlich' : 'zugesagt'}${one.note ? `, ${one.note}` : ''})`,
        )
        .join('; '),
    ],
    [
      'Folgekosten im Jahr',
      project.followUpCostCentsPerYear === undefined ? null : money(project.followUpCostCentsPerYear).de,
    ],
  ]);
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

function phaseTable(agenda: Agenda, project: Project, context: PlanContext | undefined): Part {
  const scheduled = context?.phases.get(project.id) ?? [];
  const rows = project.phases.flatMap((phase) => {
    const entry = scheduled.find((one) => one.phase === phase.id);
    const work = phase.work[entry?.mode ?? project.modes[0]?.id ?? ''];
    if (!work) return [];
    const efforts = Object.entries(work.effortTenths).map(
      ([team, tenths]) => `${agenda.teams.find((one) => one.id === team)?.name ?? team}: ${personDays(tenths).de}`,
    );
    return [
      [
        phase.name,
        entry ? `${day(entry.start)} bis ${day(entry.finish)}` : counted(work.weeks, 'Woche', 'Wochen'),
        efforts.join('; ') || '–',
        work.costs.length > 0 ? money(sum(work.costs.map((cost) => cost.cents))).de : '–',
      ],
    ];
  });
  const columns = [
    ['Phase', 24],
    ['Zeit', 22],
    ['Aufwand je Rolle', 42],
    ['Kosten', 12],
  ] as const;
  return table('Phasen', columns, rows, 'Phasen sind nicht erfasst.');
}

/** Ways of delivery side by side, when there is more than one. */
function alternatives(project: Project, context: PlanContext | undefined): Part[] {
  if (project.modes.length < 2) return [];
  const chosen = context?.phases.get(project.id)?.[0]?.mode;
  const rows = project.modes.map((mode) => {
    const work = project.phases.flatMap((phase) => phase.work[mode.id] ?? []);
    return [
      `${mode.name}${mode.id === chosen ? ' (geplant)' : ''}`,
      counted(sum(work.map((one) => one.weeks)), 'Woche', 'Wochen'),
      personDays(sum(work.flatMap((one) => Object.values(one.effortTenths)))).de,
      money(sum(work.flatMap((one) => one.costs.map((cost) => cost.cents)))).de,
    ];
  });
  const columns = [
    ['Umsetzung', 46],
    ['Dauer', 18],
    ['eigener Aufwand', 18],
    ['Kosten', 18],
  ] as const;
  return [table('Umsetzungen im Vergleich', columns, rows, '')];
}

function connections({ agenda }: ReportFacts, project: Project): Part[] {
  const name = (id: string): string => {
    const found = agenda.projects.find((one) => one.id === id);
    return found ? `${found.shortName ?? found.name} (${id})` : id;
  };
  const after = agenda.projects.filter((one) => one.dependencies.some((link) => link.predecessor === project.id));
  const open = agenda.prerequisites.filter((one) => project.prerequisites.includes(one.id));
  const parts = labelledFacts([
    ['Wartet auf', project.dependencies.map((one) => name(one.predecessor)).join(', ')],
    [
      'Voraussetzungen',
      open
        .map(
          (one) =>
            `${one.name} (${one.metOn ? `erfüllt ${day(one.metOn)}` : `offen, erwartet ${day(one.expectedOn)}`})`,
        )
        .join('; '),
    ],
    ['Auf dieses Vorhaben warten', after.map((one) => name(one.id)).join(', ')],
  ]);
  return parts.length > 0 ? [heading('Abhängigkeiten'), ...parts] : [];
}

function law({ agenda, today }: ReportFacts, project: Project): Part[] {
  const duties = agenda.obligations
    .filter((one) => project.obligations.includes(one.id))
    .map((one) => {
      const force = isInForce(one, today) ? FORCE_WORDS[one.force] : 'nicht in Kraft';
      return `${one.paragraph} ${one.law}: ${one.name} (${force})`;
    });
  const strategies = agenda.strategies.filter((one) => project.strategies.includes(one.id)).map((one) => one.name);
  const gates = project.gates.map(
    (one) => `${one.name} (${{ open: 'offen', met: 'erfüllt', notNeeded: 'nicht nötig' }[one.state]})`,
  );
  const parts = labelledFacts([
    ['Rechtsgrundlagen', duties.join('; ')],
    ['Strategien', strategies.join('; ')],
    ['Freigaben', gates.join('; ')],
    [
      'Bedarfe',
      needsOfProject(agenda, project.id)
        .map((one) => one.name)
        .join('; '),
    ],
  ]);
  return parts.length > 0 ? [heading('Recht, Strategie, Bedarf'), ...parts] : [];
}

function state(project: Project): Part[] {
  const last = project.reports.toSorted((a, b) => (a.on < b.on ? 1 : -1))[0];
  const { rollout } = project;
  const parts = labelledFacts([
    ['Letzte Meldung', last && `${day(last.on)}: ${STATUS_WORDS[last.status]}${last.reason ? `, ${last.reason}` : ''}`],
    ['Meilensteine', project.milestones.map((one) => `${one.name} ${day(one.on)}`).join('; ')],
    [
      'Ausrollung',
      rollout.length > 0
        ? `${percent(sum(rollout.map((one) => one.percent)) / rollout.length).de} über ${counted(rollout.length, 'Amt', 'Ämter')}`
        : null,
    ],
    [
      'Reifegrad',
      project.maturity
        .map((one) => `${one.scheme} ${one.version}: Stufe ${one.level} (${day(one.assessedOn)})`)
        .join('; '),
    ],
    ['Risiken', project.risks.map((one) => `${one.name} (${one.likelihood} × ${one.impact})`).join('; ')],
  ]);
  return parts.length > 0 ? [heading('Stand'), ...parts] : [];
}

function councilParts({ agenda, papers }: ReportFacts, project: Project): Part[] {
  const lines = [
    ...project.papers.map((reference) => {
      const found = papers.find((one) => one.reference === reference);
      return found ? `${reference} ${found.name}` : reference;
    }),
    ...agenda.commitments
      .filter((one) => one.project === project.id)
      .map((one) => `Zusage: ${one.text} (${one.due.kind === 'date' ? date(one.due.on).de : one.due.event})`),
  ];
  return lines.length > 0 ? [heading('Rat'), ...list(lines)] : [];
}
