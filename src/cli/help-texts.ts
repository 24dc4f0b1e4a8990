import type { Text } from '../agenda/index.ts';

/** What `--help` says. */
export const helpTexts = {
  program: {
    de: 'Rechnet und führt die Digitale Agenda einer Stadt und beantwortet Anträge des Stadtrats mit Belegen.\nRückgabewert: 0 in Ordnung, 1 Eingabe oder Umgebung, 2 Fehler von Fahrplan selbst.',
    en: "Computes and keeps a city's digital agenda, and answers council motions with evidence.\nExit code: 0 all right, 1 input or environment, 2 a fault of Fahrplan itself.",
  },
  check: {
    de: 'Prüft eine Agenda und Vorlagen dazu; nennt jeden Fehler mit seiner Stelle',
    en: 'Checks an agenda and papers beside it; names every fault with its place',
  },
  assess: {
    de: 'Beantwortet eine Vorlage: umsetzbar, ab wann, was rutscht, was hilft, warum',
    en: 'Answers a paper: feasible, from when, what slips, what helps, why',
  },
  report: {
    de: 'Schreibt einen Bericht: Ausschuss, Fraktion, Beschlüsse, Jahr, Personal',
    en: 'Writes a report (in German): committee, faction, resolutions, year, staff',
  },
  plan: {
    de: 'Plant die ganze Agenda gegen Kapazität und Haushalt',
    en: 'Plans the whole agenda against capacity and budget',
  },
  curve: {
    de: 'Zeigt, wie viel Personal und Geld welcher frühere Abschluss eines Antrags zusätzlich braucht',
    en: 'Shows how much more staff and money each earlier end of a motion needs',
  },
  worth: {
    de: 'Zeigt, was eine Stelle mehr je Team und 100.000 Euro mehr im Jahr bewirken',
    en: 'Shows what one more post per team and 100,000 euros more a year do',
  },
  risk: {
    de: 'Simuliert den Plan: wie sicher sind Termine und gesetzliche Fristen',
    en: 'Simulates the plan: how sure are dates and legal deadlines',
  },
  repair: {
    de: 'Passt den Plan nach einer Änderung an und verschiebt dabei so wenig wie möglich',
    en: 'Adapts the plan after a change and moves as little as possible',
  },
  whyNot: {
    de: 'Zeigt, warum eine versäumte Frist nicht zu halten ist, und Auswege',
    en: 'Shows why a missed deadline cannot be met, and ways out',
  },
  whyNotProject: {
    de: 'das Vorhaben (sonst das mit der am ärgsten versäumten Frist)',
    en: 'the project (else the one that misses its deadline worst)',
  },
  late: { de: 'Vorhaben beginnt frühestens an diesem Tag', en: 'project starts on this day at the earliest' },
  postsChange: {
    de: 'Stellen mehr oder weniger ab diesem Tag, etwa PM=-0.5@2021-03-01',
    en: 'posts more or less from this day on, such as PM=-0.5@2021-03-01',
  },
  moneyChange: {
    de: 'Euro mehr oder weniger in diesem Jahr, etwa digital=2022:-50000',
    en: 'euros more or less in this year, such as digital=2022:-50000',
  },
  drop: { de: 'Vorhaben entfällt', en: 'project is dropped' },
  runs: { de: 'Zahl der simulierten Verläufe', en: 'number of simulated courses' },
  generate: {
    de: 'Erzeugt eine erfundene, planbare Agenda zum Ausprobieren und Messen',
    en: 'Generates an invented agenda that can be planned, to try out and measure',
  },
  backup: {
    de: 'Sichert den ganzen Bestand der Datenbank in eine Datei',
    en: 'Saves everything in the database to one file',
  },
  restore: {
    de: 'Spielt eine Sicherung in eine leere Datenbank ein',
    en: 'Restores a saved file into an empty database',
  },
  serve: {
    de: 'Startet den Server; „npm start“ baut vorher die Oberfläche',
    en: 'Starts the server; “npm start” builds the pages first',
  },
  worker: {
    de: 'Startet einen Prozess, der nur rechnet, neben beliebig vielen Servern',
    en: 'Starts a process that only computes, beside any number of servers',
  },
  signInLink: { de: 'Erzeugt einen Link, der einmal anmeldet', en: 'Makes a link that signs in once' },
  agendaFile: { de: 'Agenda (docs/formats/agenda.md)', en: 'agenda (docs/formats/agenda.md)' },
  paperFile: {
    de: 'Vorlage (docs/formats/paper.md); andere im selben Ordner zählen mit',
    en: 'paper (docs/formats/paper.md); others in the same folder count',
  },
  paperFiles: { de: 'Vorlagen zu dieser Agenda', en: 'papers beside this agenda' },
  archiveFile: { de: 'Sicherungsdatei', en: 'file of the backup' },
  json: { de: 'Ausgabe als JSON', en: 'output as JSON' },
  prove: {
    de: 'die Termine mit vollständiger Suche klären und beweisen; dauert einige Sekunden länger',
    en: 'settle and prove the dates by a complete search; takes some seconds more',
  },
  statement: {
    de: 'Entwurf der Stellungnahme statt der Antwort ausgeben',
    en: 'print the draft of the statement (in German) instead of the answer',
  },
  docx: { de: 'Entwurf der Stellungnahme als Word-Datei', en: 'draft of the statement as a Word file' },
  pdf: {
    de: 'Entwurf der Stellungnahme als barrierefreie PDF-Datei',
    en: 'draft of the statement as an accessible PDF file',
  },
  template: {
    de: 'Briefkopf der Stadt für die Word-Datei (DOCX); Marke {{Inhalt}}',
    en: 'letterhead of the city for the Word file (DOCX); mark {{Inhalt}}',
  },
  reportKind: {
    de: 'committee (Ausschuss), faction (Fraktion), resolutions (Beschlüsse), year (Jahr), staff (Personal), project (Steckbrief), roadmap (Fahrplan A3)',
    en: 'committee, faction, resolutions, year, staff, project (fact sheet), roadmap (A3)',
  },
  reportFile: { de: 'Datei: .docx oder .pdf, Beschlüsse auch .csv', en: 'file: .docx or .pdf, resolutions also .csv' },
  papersFolder: { de: 'Ordner mit den Vorlagen der Stadt', en: 'folder with the papers of the city' },
  reportBody: { de: 'Gremium, für das der Bericht ist', en: 'body that the report is for' },
  reportFaction: { de: 'Fraktion, deren Vorlagen genannt werden', en: 'faction whose papers are named' },
  reportProject: { de: 'Kennung des Projekts für den Steckbrief', en: 'id of the project for the fact sheet' },
  reportYear: { de: 'Kalenderjahr', en: 'calendar year' },
  planOut: { de: 'Agenda mit dem Plan in diese Datei schreiben', en: 'write the agenda with the plan to this file' },
  out: { de: 'in diese Datei schreiben', en: 'write to this file' },
  seed: { de: 'Startwert; gleicher Startwert, gleiches Ergebnis', en: 'seed; same seed, same result' },
  threads: {
    de: '2: zwei Suchen zugleich, die einander das Beste mitteilen (sonst 1)',
    en: '2: two searches at once that tell each other the best (else 1)',
  },
  time: { de: 'höchstens so lange rechnen', en: 'compute no longer than this' },
  projects: { de: 'Zahl der Projekte, 1 bis 5000', en: 'number of projects, 1 to 5000' },
  city: { de: 'Kennung der Stadt, wenn es mehrere gibt', en: 'id of the city, if there are several' },
  lang: { de: 'Sprache: de oder en', en: 'language: de or en' },
  help: { de: 'diese Hilfe zeigen', en: 'show this help' },
  version: { de: 'Version zeigen', en: 'show the version' },
  helpCommand: { de: 'Hilfe zu einem Befehl', en: 'help for a command' },
} satisfies Record<string, Text>;

/** Headings that the option parser prints in English. */
export const helpTitles: Record<string, string> = {
  'Usage:': 'Aufruf:',
  'Arguments:': 'Angaben:',
  'Options:': 'Optionen:',
  'Global Options:': 'Überall möglich:',
  'Commands:': 'Befehle:',
};
