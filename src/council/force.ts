import { type Agenda, isDuty, isEnded, type Obligation, type Project, type Text } from '../agenda/index.ts';

/**
 * The one place that decides what may be called a duty. Calling something a duty that the law leaves to the city is
 * the worst mistake a statement can make, so every text asks here.
 */

/** Words with which norms name municipalities. */
const MUNICIPAL = /gemeinde|kommun|stadt|städt|landkreis|behörde|öffentliche stelle|selbstverwaltung/i;
/** A norm on federation and Länder reaches the city only through the Land. */
const THROUGH_THE_LAND = /mittelbar|über (das land|den freistaat)/i;

/** True when the norm itself names municipalities, not only the Land that stands between. */
export function namesCity(obligation: Obligation): boolean {
  return MUNICIPAL.test(obligation.addressee) && !THROUGH_THE_LAND.test(obligation.addressee);
}

/** Obligations linked to a project, in the order of the register. */
export function obligationsOf(agenda: Agenda, project: Project): Obligation[] {
  return agenda.obligations.filter((obligation) => project.obligations.includes(obligation.id));
}

/** A project counts as statutory only if a duty in force stands behind it. */
export function isStatutory(agenda: Agenda, project: Project, on: string): boolean {
  return project.commitmentClass === 'mandatory' && obligationsOf(agenda, project).some((one) => isDuty(one, on));
}

/** A deadline may be called legal only if the norm it names is itself a duty in force; another duty of the project is not enough. */
export function hasLegalDeadline(agenda: Agenda, project: Project, on: string): boolean {
  const legal = project.deadlines.filter(({ kind }) => kind === 'statutory');
  const founded = legal.every(({ obligation }) =>
    agenda.obligations.some((one) => one.id === obligation && isDuty(one, on)),
  );
  return isStatutory(agenda, project, on) && legal.length > 0 && founded;
}

/** Projects kept as mandatory without a duty in force behind them: no text may call them duties. */
export function unfoundedMandatory(agenda: Agenda, on: string): Project[] {
  return agenda.projects.filter(
    (project) => project.commitmentClass === 'mandatory' && !isEnded(project) && !isStatutory(agenda, project, on),
  );
}

/**
 * What the effort of mandatory and prerequisite projects may be called: "Pflichten" only if each mandatory project
 * is founded in law.
 */
export function protectedWorkName(agenda: Agenda, on: string): Text {
  return unfoundedMandatory(agenda, on).length === 0
    ? {
        de: 'gesetzliche Pflichten sowie Voraussetzungen anderer Vorhaben',
        en: 'legal duties and prerequisites of other projects',
      }
    : { de: 'vorrangig geführte Vorhaben', en: 'projects kept as first priority' };
}
