import type { Text } from '../agenda/index.ts';

/** What commands say when something is wrong: one sentence that names the place and the way out. */
export const failureTexts = {
  unknownOption: (name: string, command: string): Text => ({
    de: `Die Option „${name}“ gibt es hier nicht; „${command} --help“ zeigt alle Optionen.`,
    en: `There is no option “${name}” here; “${command} --help” shows all options.`,
  }),
  unknownCommand: (name: string): Text => ({
    de: `Den Befehl „${name}“ gibt es nicht; „fahrplan --help“ zeigt alle Befehle.`,
    en: `There is no command “${name}”; “fahrplan --help” shows all commands.`,
  }),
  meant: (name: string): Text => ({ de: `Meinten Sie „${name}“?`, en: `Did you mean “${name}”?` }),
  missingArgument: (name: string, command: string): Text => ({
    de: `Es fehlt die Angabe ${name}; „${command} --help“ zeigt den Aufruf.`,
    en: `${name} is missing; “${command} --help” shows the usage.`,
  }),
  excessArguments: (command: string): Text => ({
    de: `Das sind zu viele Angaben; „${command} --help“ zeigt den Aufruf.`,
    en: `These are too many arguments; “${command} --help” shows the usage.`,
  }),
  missingValue: (option: string): Text => ({
    de: `Hinter der Option „${option}“ fehlt der Wert.`,
    en: `The value behind the option “${option}” is missing.`,
  }),
  missingOption: (option: string, command: string): Text => ({
    de: `Es fehlt die Option „${option}“; „${command} --help“ zeigt den Aufruf.`,
    en: `The option “${option}” is missing; “${command} --help” shows the usage.`,
  }),
  wholeNumber: (value: string, option: string, from: number, to: number): Text => ({
    de: `Hinter „${option}“ steht „${value}“; dort muss eine ganze Zahl von ${from} bis ${to} stehen.`,
    en: `Behind “${option}” stands “${value}”; it must be a whole number from ${from} to ${to}.`,
  }),
  language: (value: string): Text => ({
    de: `Hinter „--lang“ steht „${value}“; möglich sind de und en.`,
    en: `Behind “--lang” stands “${value}”; possible are de and en.`,
  }),
  faults: (count: number): Text => ({
    de: `${count} Fehler gefunden; jeder steht auf der Standardausgabe mit Stelle und Abhilfe.`,
    en: `${count} faults found; each stands on standard output with its place and the way out.`,
  }),
  moreFaults: (more: number, command: string): Text =>
    more === 1
      ? {
          de: `(und ein weiterer Fehler; „${command}“ zeigt alle)`,
          en: `(and one more fault; “${command}” shows all)`,
        }
      : {
          de: `(und ${more} weitere Fehler; „${command}“ zeigt alle)`,
          en: `(and ${more} more faults; “${command}” shows all)`,
        },
  own: (report: string, place: string): Text => ({
    de: `Das ist ein Fehler von Fahrplan (Bericht ${report}); bitte melden, die Einzelheiten stehen in ${place}.`,
    en: `This is a fault of Fahrplan (report ${report}); please report it, the details are in ${place}.`,
  }),
  noFolder: (file: string): Text => ({
    de: `Die Datei ${file} lässt sich nicht schreiben, weil es ihren Ordner nicht gibt; bitte ihn anlegen oder einen anderen angeben.`,
    en: `The file ${file} cannot be written because its folder does not exist; please make it or name another.`,
  }),
  isFolder: (file: string): Text => ({
    de: `${file} ist ein Ordner; bitte einen Dateinamen angeben.`,
    en: `${file} is a folder; please name a file.`,
  }),
  forbidden: (file: string): Text => ({
    de: `Die Datei ${file} darf nicht geschrieben werden; bitte die Rechte des Ordners prüfen.`,
    en: `The file ${file} may not be written; please check the permissions of its folder.`,
  }),
  noSpace: {
    de: 'Auf dem Datenträger der Datenbank ist kein Platz mehr. Bitte Platz schaffen und den Befehl wiederholen; es geht nichts verloren.',
    en: 'No space is left on the disk of the database. Please free some space and repeat the command; nothing is lost.',
  },
  diskFull: (file: string): Text => ({
    de: `Für die Datei ${file} ist kein Platz mehr auf dem Datenträger; bitte Platz schaffen und wiederholen.`,
    en: `There is no space left on the disk for the file ${file}; please free some and repeat.`,
  }),
  unwritable: (file: string, code: string): Text => ({
    de: `Die Datei ${file} lässt sich nicht schreiben (${code}); bitte Pfad und Datenträger prüfen.`,
    en: `The file ${file} cannot be written (${code}); please check the path and the disk.`,
  }),
  exists: (file: string): Text => ({
    de: `Die Datei ${file} gibt es schon und eine Sicherung überschreibt nichts; bitte einen anderen Namen angeben.`,
    en: `The file ${file} exists already and a backup overwrites nothing; please name another.`,
  }),
  noArchive: (file: string): Text => ({
    de: `Die Sicherung ${file} gibt es nicht; bitte Pfad und Schreibweise prüfen.`,
    en: `The backup ${file} does not exist; please check path and spelling.`,
  }),
  candidate: (paper: string): Text => ({
    de: `Das neue Vorhaben der Vorlage ${paper} lässt sich nicht einplanen, weil es keine Phasen hat, schon beendet ist oder auf eine Voraussetzung ohne Termin wartet; bitte die Vorlage ergänzen.`,
    en: `The new project of paper ${paper} cannot be planned because it has no phases, has already ended, or waits for a prerequisite without a date; please complete the paper.`,
  }),
  noAnswerYet: {
    de: 'Die Rechnung endete, bevor es eine Antwort gab; bitte länger rechnen lassen.',
    en: 'The computation ended before there was an answer; please let it run longer.',
  } satisfies Text,
  noBasePlan: (file: string): Text => ({
    de: `Die Agenda ${file} enthält keinen Plan; „fahrplan plan ${file} --out DATEI“ rechnet einen und schreibt ihn hinein.`,
    en: `The agenda ${file} holds no plan; “fahrplan plan ${file} --out FILE” computes one and writes it in.`,
  }),
  noCandidate: (paper: string): Text => ({
    de: `Die Vorlage ${paper} bringt kein neues Vorhaben mit; bitte eines unter „candidates“ beschreiben und einem Punkt zuordnen.`,
    en: `The paper ${paper} brings no new project; please describe one under “candidates” and assign it to a point.`,
  }),
  noChange: {
    de: 'Es ist nicht gesagt, was sich geändert hat; bitte mindestens eine der Optionen --late, --posts, --money oder --drop angeben.',
    en: 'It is not said what has changed; please give at least one of the options --late, --posts, --money or --drop.',
  } satisfies Text,
  changeForm: (value: string, option: string, form: string): Text => ({
    de: `Hinter „${option}“ steht „${value}“; dort muss ${form} stehen.`,
    en: `After “${option}” stands “${value}”; there must be ${form}.`,
  }),
  unknownId: (id: string, option: string): Text => ({
    de: `„${id}“ hinter „${option}“ gibt es in der Agenda nicht; bitte die Kennung aus der Datei nehmen.`,
    en: `“${id}” after “${option}” does not exist in the agenda; please take the id from the file.`,
  }),
  noRepair: {
    de: 'Es wurde kein Plan gefunden, der nach der Änderung noch in Kapazität, Geld und feste Termine passt; bitte die Änderung verkleinern oder ein Vorhaben streichen (--drop).',
    en: 'No plan was found that still fits capacity, money and fixed dates after the change; please make the change smaller or drop a project (--drop).',
  } satisfies Text,
  noPlan: (reason: Text): Text => ({
    de: `Kein Plan hält alle festen Vorgaben der Agenda ein. ${reason.de}`,
    en: `No plan keeps to everything that is fixed in the agenda. ${reason.en}`,
  }),
  unknownReport: (kind: string, kinds: string): Text => ({
    de: `Den Bericht „${kind}“ gibt es nicht. Möglich sind: ${kinds}.`,
    en: `There is no report “${kind}”. Possible are: ${kinds}.`,
  }),
  reportEnding: (file: string): Text => ({
    de: `${file}: Die Datei muss auf .docx oder .pdf enden, die Liste der Beschlüsse (resolutions) auch auf .csv.`,
    en: `${file}: the file has to end in .docx or .pdf, the list of resolutions also in .csv.`,
  }),
  skippedPaper: (file: string): Text => ({
    de: `Die Vorlage ${file} im selben Ordner ist fehlerhaft und bleibt unberücksichtigt; „fahrplan check“ nennt den Fehler.`,
    en: `The paper ${file} in the same folder is faulty and is left out; “fahrplan check” names the fault.`,
  }),
};
