import type { Messages } from '../language/de.ts';

/** A page that people go to by name. */
export interface NamedPage {
  to: string;
  label: string;
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
    { to: '/projekt-anlegen', label: t.edit.newTitle },
    { to: '/liste-uebernehmen', label: t.listImport.title },
    { to: '/projekte/prioritaeten', label: t.priority.title },
    { to: '/bedarfe/aemter', label: t.needOffices.title },
    { to: '/bedarfe/gespraeche', label: t.talks.title },
    { to: '/bedarfe/leitfaeden', label: t.guides.title },
    { to: '/auslastung/buchungen', label: t.bookings.title },
    { to: '/auslastung/buchungen/neu', label: t.bookings.add },
    { to: '/auslastung/buchungen-uebernehmen', label: t.bookingList.title },
    { to: '/auslastung/amt/neu', label: t.capacity.newUnit },
    { to: '/auslastung/team/neu', label: t.capacity.newTeam },
    { to: '/auslastung/budget/neu', label: t.capacity.newBudget },
    { to: '/fahrplan/stufen', label: t.stages.title },
    { to: '/fahrplan/stufen/neu', label: t.stages.newTitle },
    { to: '/fahrplan/handlungsfelder/neu', label: t.stages.newField },
    { to: '/fahrplan/ziele/neu', label: t.stages.newGoal },
    { to: '/fahrplan/voraussetzungen', label: t.prerequisites.title },
    { to: '/fahrplan/voraussetzungen/neu', label: t.prerequisites.add },
    { to: '/fahrplan/partner', label: t.partners.title },
    { to: '/fahrplan/partner/neu', label: t.partners.add },
    { to: '/fahrplan/alternativen', label: t.exclusive.title },
    { to: '/fahrplan/alternativen/neu', label: t.exclusive.add },
    { to: '/plaene/vergleich', label: t.comparison.title },
    { to: '/plaene/mehr-kapazitaet', label: t.asked.tabs.worth },
    { to: '/plaene/sicherheit', label: t.asked.tabs.risk },
    { to: '/szenarien/neu', label: t.scenarios.add },
    { to: '/pflichten/vorschriften/neu', label: t.register.newObligation },
    { to: '/pflichten/strategien', label: t.lawPages.tabs.strategies },
    { to: '/pflichten/strategien/neu', label: t.register.newStrategy },
    { to: '/pflichten/abdeckung', label: t.lawPages.tabs.coverage },
    { to: '/pflichten/leistungen', label: t.catalogue.title },
    { to: '/ratspost/neu', label: t.paperForm.titleNew },
    { to: '/ratspost/kalender', label: t.calendar.title },
    { to: '/ratspost/sitzungen', label: t.meetings.title },
    { to: '/ratspost/beschluesse', label: t.resolutions.title },
    { to: '/ratspost/zusagen', label: t.promises.title },
    { to: '/ratspost/berichte', label: t.reports.title },
    { to: '/ratspost/einstellungen', label: t.councilSettings.title },
    { to: '/statusrunde', label: t.menu.statusRound },
    { to: '/bestaetigungen', label: t.menu.confirmations },
    { to: '/personen', label: t.menu.people },
    { to: '/mitteilungen', label: t.notifications.title },
    { to: '/konto', label: t.menu.account },
    { to: '/begriffe', label: t.terms.title },
  ];
}
