/** A cell of a CSV file. A leading sign that a spreadsheet would take for a formula is made harmless. */
function cell(value: string | number | null): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const safe = /^[=+@\t\r-]/.test(value) ? `'${value}` : value;
  return /[";\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** Rows as CSV the way German spreadsheets open it: semicolons, CRLF, byte-order mark. Numbers keep a decimal point out. */
export function toCsv(rows: readonly (readonly (string | number | null)[])[], decimalComma: boolean): string {
  const text = rows.map((row) =>
    row
      .map((value) => (typeof value === 'number' && decimalComma ? String(value).replace('.', ',') : cell(value)))
      .join(';'),
  );
  return `\ufeff${text.join('\r\n')}\r\n`;
}

/** Offers a text or a file's content as a file to the person at the screen. */
export function download(name: string, content: string | Blob, type = 'text/csv'): void {
  const blob = typeof content === 'string' ? new Blob([content], { type: `${type};charset=utf-8` }) : content;
  const address = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}
