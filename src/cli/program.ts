import { Command } from 'commander';
import type { Language, Text } from '../agenda/index.ts';
import { Failure } from './failure.ts';
import { failureTexts } from './failure-texts.ts';
import { helpTexts, helpTitles } from './help-texts.ts';

const germanHelp = {
  styleTitle: (title: string) => helpTitles[title] ?? title,
  styleUsage: (usage: string) => usage.replace('[options]', '[Optionen]').replace('[command]', '[Befehl]'),
};

/** Lets the option parser speak the language of the product: what it finds wrong becomes one of our sentences. */
export class LocalCommand extends Command {
  readonly #language: Language;

  constructor(name: string, language: Language) {
    super(name);
    this.#language = language;
    this.helpOption('-h, --help', helpTexts.help[language]);
    this.showHelpAfterError(false).exitOverride();
    this.configureHelp({
      showGlobalOptions: true,
      subcommandTerm: (command) => command.name(),
      optionDescription: (option) => option.description,
      ...(language === 'de' ? germanHelp : {}),
    });
  }

  override createCommand(name: string): LocalCommand {
    return new LocalCommand(name, this.#language);
  }

  /** Prints the help of one command, or of all. */
  helpFor(name: string | undefined): void {
    const command = name === undefined ? this : this.commands.find((one) => one.name() === name);
    if (command === undefined) throw new Failure(failureTexts.unknownCommand(name ?? ''));
    command.outputHelp();
  }

  /** Called by the option parser for everything that it refuses; `message` is its English sentence. */
  override error(message: string, options?: { code?: string }): never {
    const text = this.#explain(options?.code ?? '', /'([^']*)'/.exec(message)?.[1] ?? '');
    const guess = /\(Did you mean (?:one of )?([^,?]+)/.exec(message)?.[1];
    if (guess === undefined) throw new Failure(text);
    const meant = failureTexts.meant(guess);
    throw new Failure({ de: `${text.de} ${meant.de}`, en: `${text.en} ${meant.en}` });
  }

  #explain(code: string, name: string): Text {
    const command = this.parent ? `fahrplan ${this.name()}` : 'fahrplan';
    switch (code) {
      case 'commander.unknownOption':
        return failureTexts.unknownOption(name, command);
      case 'commander.unknownCommand':
        return failureTexts.unknownCommand(name);
      case 'commander.missingArgument':
        return failureTexts.missingArgument(name, command);
      case 'commander.excessArguments':
        return failureTexts.excessArguments(command);
      case 'commander.optionMissingArgument':
        return failureTexts.missingValue(name);
      case 'commander.missingMandatoryOptionValue':
        return failureTexts.missingOption(name, command);
      default:
        throw new Error(`the option parser said ${code} ${name}`);
    }
  }
}

/** Reads a whole number of an option. */
export function wholeNumber(option: string, from: number, to: number): (value: string) => number {
  return (value) => {
    const number = /^-?\d{1,15}$/.test(value) ? Number(value) : Number.NaN;
    if (number >= from && number <= to) return number;
    throw new Failure(failureTexts.wholeNumber(value, option, from, to));
  };
}
