/** Sentences of a German text; a full stop after a number or an abbreviation ends none, unless it is a year. */
export function sentences(text: string): string[] {
  return text
    .split(/(?<=[.!?])(?<!\b(?:z|B|d|h|u|a|Nr|Abs|bzw|ca|ggf|vgl|Art|S)\.)(?<!(?<!\b\d{3})\d\.)\s+(?=[A-ZÄÖÜ„])/u)
    .map((one) => one.trim())
    .filter((one) => one !== '');
}
