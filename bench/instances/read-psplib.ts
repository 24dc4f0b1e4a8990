import type { Instance, InstanceActivity, InstanceMode } from './instance.ts';
import { FormatError, Numbers } from './numbers.ts';

/**
 * Reads a `.sm` or `.mm` file: single-mode and multi-mode instances of PSPLIB (Kolisch and Sprecher 1997) and MMLIB (Van Peteghem
 * and Vanhoucke 2014). Both libraries write the same sections and differ in spaces, tabs and headings.
 * @throws {FormatError} naming the file and the place
 */
export function readPsplib(text: string, file: string): Instance {
  const count = header(text, /^\s*jobs\s*\(incl[^:]*:\s*(\d+)/m, 'the number of jobs', file);
  const renewable = header(text, /^\s*-\s*renewable\s*:\s*(\d+)/m, 'the number of renewable resources', file);
  const nonRenewable = header(text, /^\s*-\s*nonrenewable\s*:\s*(\d+)/m, 'the number of non-renewable resources', file);
  if (header(text, /^\s*-\s*doubly constrained\s*:\s*(\d+)/m, 'the doubly constrained resources', file) > 0)
    throw new FormatError(file, 'doubly constrained resources are not supported');

  const links = readLinks(section(text, /PRECEDENCE RELATIONS.*\n.*\n/, file), count, file);
  const requests = new Numbers(section(text, /REQUESTS\/DURATIONS.*\n.*\n[-*]+\s*\n/, file), file);
  const activities = links.map(({ modes, successors }, i): InstanceActivity => {
    if (requests.takeIndex(count, 'job number') !== i)
      throw new FormatError(file, `the requests of job ${i + 1} are missing`);
    return { modes: Array.from({ length: modes }, () => readMode(requests, renewable, nonRenewable)), successors };
  });
  requests.end('the table of requests');

  const units = new Numbers(section(text, /RESOURCE ?AVAILABILITIES.*\n.*\n/, file), file);
  const instance = {
    renewable: units.takeList(renewable, 'availability'),
    nonRenewable: units.takeList(nonRenewable, 'availability'),
    reservoirs: [],
    activities,
  };
  units.end('the row of availabilities');
  return instance;
}

function header(text: string, pattern: RegExp, what: string, file: string): number {
  const found = pattern.exec(text)?.[1];
  if (found === undefined) throw new FormatError(file, `does not say ${what}`);
  return Number(found);
}

/** The text behind a heading with its caption, up to the next row of asterisks or the end. */
function section(text: string, heading: RegExp, file: string): string {
  const found = heading.exec(text);
  if (!found) throw new FormatError(file, `has no section ${heading.source.split('\\')[0]}`);
  return text.slice(found.index + found[0].length).split(/^\s*\*{3}/m)[0] ?? '';
}

function readLinks(text: string, count: number, file: string): { modes: number; successors: number[] }[] {
  const numbers = new Numbers(text, file);
  const rows = Array.from({ length: count }, (_, i) => {
    if (numbers.takeIndex(count, 'job number') !== i)
      throw new FormatError(file, `the precedence relations of job ${i + 1} are missing`);
    const modes = numbers.take('number of modes');
    if (modes === 0) throw new FormatError(file, `job ${i + 1} has no mode`);
    const successors = numbers.take('number of successors');
    return { modes, successors: Array.from({ length: successors }, () => numbers.takeIndex(count, 'successor')) };
  });
  numbers.end('the table of precedence relations');
  return rows;
}

function readMode(numbers: Numbers, renewable: number, nonRenewable: number): InstanceMode {
  numbers.take('mode number');
  return {
    duration: numbers.take('duration'),
    renewable: numbers.takeList(renewable, 'request'),
    nonRenewable: numbers.takeList(nonRenewable, 'request'),
    consumed: [],
    produced: [],
  };
}
