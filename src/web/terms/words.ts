import type { Text } from '../../agenda/index.ts';

/**
 * The terms that pages explain, by their identifier in GLOSSARY.md. Only the words stand here; their meanings are loaded
 * when somebody asks for one.
 */
export const termWords = {
  workingPlan: { de: 'Arbeitsplan', en: 'Working plan' },
  approvedPlan: { de: 'genehmigter Plan', en: 'Approved plan' },
  planPin: { de: 'Festlegung', en: 'Pin' },
  frozenUntil: { de: 'eingefrorene Monate', en: 'Frozen months' },
  scenario: { de: 'Szenario', en: 'Scenario' },
  criticalChain: { de: 'kritische Kette', en: 'Critical chain' },
  untouched: { de: 'unberührt', en: 'Untouched' },
  kept: { de: 'gehalten', en: 'Kept' },
  displacing: { de: 'verdrängend', en: 'Displacing' },
  bottleneck: { de: 'Engpass', en: 'Bottleneck' },
  margin: { de: 'Reserve', en: 'Margin' },
  proven: { de: 'bewiesen', en: 'Proven' },
  bestFound: { de: 'bestes gefundenes Ergebnis', en: 'Best result found' },
  illustrative: { de: 'illustrativ', en: 'Illustrative' },
  light: { de: 'Ampel', en: 'Traffic light' },
  force: { de: 'Verbindlichkeit der Norm', en: 'Force of a norm' },
  trigger: { de: 'Auslöser', en: 'Trigger' },
  addressee: { de: 'Adressat', en: 'Addressee' },
  binding: { de: 'verbindliche Strategie', en: 'Binding strategy' },
  coverage: { de: 'Abdeckung', en: 'Coverage' },
  gaps: { de: 'Lücke', en: 'Gap' },
  commitmentClass: { de: 'Verbindlichkeit', en: 'Commitment class' },
  prerequisite: { de: 'Voraussetzung', en: 'Prerequisite' },
  deliveryMode: { de: 'Umsetzungsweg', en: 'Delivery mode' },
  dependency: { de: 'Abhängigkeit', en: 'Dependency' },
  fte: { de: 'Vollzeitäquivalent (VZÄ)', en: 'Full-time equivalent (FTE)' },
  projectSharePercent: { de: 'Projektanteil', en: 'Project share' },
  absencePercent: { de: 'Fehlzeit', en: 'Absence' },
  personDaysPerYear: { de: 'Personentag (PT)', en: 'Person-day' },
  carryOverPercent: { de: 'Übertrag', en: 'Carry-over' },
  runningCents: { de: 'laufende Kosten', en: 'Running costs' },
  commitmentsCents: { de: 'Verpflichtungsermächtigung', en: 'Commitment authorisation' },
  followUpCostCentsPerYear: { de: 'Folgekosten', en: 'Follow-up costs' },
  statusDate: { de: 'Stichtag', en: 'Status date' },
  commitment: { de: 'Zusage', en: 'Promise' },
} as const satisfies Record<string, Text>;
export type Term = keyof typeof termWords;

export const isTerm = (name: string): name is Term => Object.hasOwn(termWords, name);
