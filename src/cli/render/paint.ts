import { styleText } from 'node:util';

/** Colour and weight; never the only carrier of a meaning. */
export interface Paint {
  strong(text: string): string;
  faint(text: string): string;
  good(text: string): string;
  warning(text: string): string;
  bad(text: string): string;
}

export const plain: Paint = {
  strong: (text) => text,
  faint: (text) => text,
  good: (text) => text,
  warning: (text) => text,
  bad: (text) => text,
};

const style =
  (format: Parameters<typeof styleText>[0]) =>
  (text: string): string =>
    styleText(format, text, { validateStream: false });

export const coloured: Paint = {
  strong: style('bold'),
  faint: style('dim'),
  good: style('green'),
  warning: style('yellow'),
  bad: style('red'),
};

/** Colours for a terminal that wants them (https://no-color.org). */
export function paintFor(stream: { isTTY?: boolean }, env: Readonly<Record<string, string | undefined>>): Paint {
  const wanted = stream.isTTY === true && !env.NO_COLOR && env.TERM !== 'dumb';
  return wanted ? coloured : plain;
}
