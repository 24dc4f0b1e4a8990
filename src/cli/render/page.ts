import type { Language, Text } from '../../agenda/index.ts';
import { ILLUSTRATIVE_MARK, type Sentence } from '../../council/index.ts';
import { item, wrap } from './layout.ts';
import type { Paint } from './paint.ts';

/** How something is printed. */
export interface Format {
  language: Language;
  /** Columns of the terminal. */
  width: number;
  paint: Paint;
}

/** Lines of a terminal page, made piece by piece. */
export class Page {
  readonly format: Format;
  readonly #lines: string[] = [];

  constructor(format: Format) {
    this.format = format;
  }

  say(text: Text): string {
    return text[this.format.language];
  }

  /** A sentence with the mark of illustrative figures and the numbers of their evidence: `121 PT◇[4]`. */
  sentence(sentence: Sentence): string {
    return sentence[this.format.language]
      .map((run) => {
        if (run.kind === 'words') return run.text;
        return `${run.text}${run.illustrative ? ILLUSTRATIVE_MARK : ''}[${run.evidence.replace(/^e/, '')}]`;
      })
      .join('');
  }

  lines(lines: readonly string[]): void {
    this.#lines.push(...lines);
  }

  paragraph(text: string): void {
    this.lines(wrap(text, this.format.width));
  }

  strong(text: string): void {
    this.lines(wrap(text, this.format.width).map((line) => this.format.paint.strong(line)));
  }

  faint(text: string): void {
    this.lines(wrap(text, this.format.width).map((line) => this.format.paint.faint(line)));
  }

  /** A section's title above a line over the whole width. */
  title(text: Text, more = ''): void {
    const { paint, width } = this.format;
    this.lines(['', ...wrap(this.say(text) + more, width).map((line) => paint.strong(line)), '─'.repeat(width)]);
  }

  item(mark: string, text: string): void {
    this.lines(item(mark, text, this.format.width));
  }

  toString(): string {
    return `${this.#lines.map((line) => line.trimEnd()).join('\n')}\n`;
  }
}
