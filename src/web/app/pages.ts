import type { Action } from '../../agenda/index.ts';
import type { Messages } from '../language/de.ts';

/** A page that people go to by name. */
export interface NamedPage {
  to: string;
  label: string;
  /** Who may do nothing there does not find it among the commands. */
  needs?: Action;
}

/** The pages of the main navigation, in their order. */
export function mainPages(t: Messages): readonly NamedPage[] {
  return [
    { to: '/', label: t.nav.overview },
    { to: '/fahrplan', label: t.nav.roadmap },
    { to: '/projekte', label: t.nav.projects },
    { to: '/bedarfe', label: t.needs.nav },
    { to: '/auslastung', label: t.nav.load },
    { to: '/plaene', label: t.nav.plans },
    { to: '/szenarien', label: t.nav.scenarios },
    { to: '/pflichten', label: t.nav.obligations },
    { to: '/ratspost', label: t.nav.papers },
  ];
}

/** Pages below them and beside them. */
export function morePages(t: Messages): readonly NamedPage[] {
  return [
    { to: '/projekt-anlegen', label: t.edit.newTitle, needs: 'writeProjects' },
    { to: '/liste-uebernehmen', label: t.listImport.title, needs: 'import' },
    { to: '/projekte/prioritaeten', label: t.priority.title },
    { to: '/bedarfe/aemter', label: t.needOffices.title },
    { to: '/bedarfe/gespraeche', label: t.talks.title, needs: 'readTalks' },
    { to: '/bedarfe/leitfaeden', label: t.guides.title },
    { to: '/auslastung/buchungen', label: t.bookings.title },
    { to: '/auslastung/buchungen/neu', label: t.bookings.add, needs: 'writeCapacity' },
    { to: '/auslastung/buchungen-uebernehmen', label: t.bookingList.title, needs: 'writeCapacity' },
    { to: '/auslastung/amt/neu', label: t.capacity.newUnit, needs: 'writeRegister' },
    { to: '/auslastung/team/neu', label: t.capacity.newTeam, needs: 'writeCapacity' },
    { to: '/auslastung/budget/neu', label: t.capacity.newBudget, needs: 'writeCapacity' },
    { to: '/fahrplan/stufen', label: t.stages.title },
    { to: '/fahrplan/stufen/neu', label: t.stages.newTitle, needs: 'writeRegister' },
    { to: '/fahrplan/handlungsfelder/neu', label: t.stages.newField, needs: 'writeRegister' },
    { to: '/fahrplan/ziele/neu', label: t.stages.newGoal, needs: 'writeRegister' },
    { to: '/fahrplan/voraussetzungen', label: t.prerequisites.title },
    { to: '/fahrplan/voraussetzungen/neu', label: t.prerequisites.add, needs: 'writeRegister' },
    { to: '/fahrplan/partner', label: t.partners.title },
    { to: '/fahrplan/partner/neu', label: t.partners.add, needs: 'writeRegister' },
    { to: '/fahrplan/alternativen', label: t.exclusive.title },
    { to: '/fahrplan/alternativen/neu', label: t.exclusive.add, needs: 'writeRegister' },
    { to: '/plaene/vergleich', label: t.comparison.title },
    { to: '/plaene/mehr-kapazitaet', label: t.asked.tabs.worth },
    { to: '/plaene/sicherheit', label: t.asked.tabs.risk },
    { to: '/szenarien/neu', label: t.scenarios.add, needs: 'writeScenarios' },
    { to: '/pflichten/vorschriften/neu', label: t.register.newObligation, needs: 'writeRegister' },
    { to: '/pflichten/strategien', label: t.lawPages.tabs.strategies },
    { to: '/pflichten/strategien/neu', label: t.register.newStrategy, needs: 'writeRegister' },
    { to: '/pflichten/abdeckung', label: t.lawPages.tabs.coverage },
    { to: '/pflichten/leistungen', label: t.catalogue.title },
    { to: '/ratspost/neu', label: t.paperForm.titleNew, needs: 'writePapers' },
    { to: '/ratspost/kalender', label: t.calendar.title },
    { to: '/ratspost/sitzungen', label: t.meetings.title },
    { to: '/ratspost/beschluesse', label: t.resolutions.title },
    { to: '/ratspost/zusagen', label: t.promises.title },
    { to: '/ratspost/berichte', label: t.reports.title },
    { to: '/ratspost/einstellungen', label: t.councilSettings.title, needs: 'writePapers' },
    { to: '/statusrunde', label: t.menu.statusRound, needs: 'writeProjects' },
    { to: '/bestaetigungen', label: t.menu.confirmations, needs: 'writeRegister' },
    { to: '/personen', label: t.menu.people, needs: 'administer' },
    { to: '/mitteilungen', label: t.notifications.title },
    { to: '/konto', label: t.menu.account },
    { to: '/begriffe', label: t.terms.title },
  ];
}
