import { html } from 'hono/html';
import {
  anchorOf,
  type Emphasis,
  evidenceNumbers,
  type Line,
  type OfficialDocument,
  type Part,
  type Piece,
  type Table,
} from './model.ts';

type Markup = ReturnType<typeof html>;

/** What the article gathers while it is written: its footnotes, and which evidence it may link to. */
interface Notes {
  footnotes: string[];
  evidence: ReadonlySet<string>;
}

/**
 * The document as an HTML `article`: plain markup without script or style, to be put into a page. Bound figures are
 * `data` elements, the numbers of their evidence lead to its row in the table.
 */
export async function documentToHtml(content: OfficialDocument): Promise<string> {
  const notes: Notes = { footnotes: [], evidence: evidenceNumbers(content) };
  const head = content.head.map((line) => html`<p class="meta">${lineHtml(line, notes)}</p>`);
  const parts = content.parts.map((part) => partHtml(part, notes));
  const footnotes = notes.footnotes.map((text, index) => html`<li id="fussnote-${index + 1}">${text}</li>`);
  return String(
    await html`<article lang="de">
${head}
<h1>${content.title}</h1>
${parts}
${footnotes.length > 0 ? html`<ol class="meta">${footnotes}</ol>` : ''}
</article>
`,
  );
}

function partHtml(part: Part, notes: Notes): Markup {
  switch (part.kind) {
    case 'heading':
      return part.level === 2 ? html`<h3>${part.text}</h3>\n` : html`<h2>${part.text}</h2>\n`;
    case 'list':
      return listHtml(
        part.items.map((line) => html`<li>${lineHtml(line, notes)}</li>`),
        part.ordered,
      );
    case 'paragraph':
      return html`<p${part.style === 'missing' ? html` class="note"` : ''}>${lineHtml(part.line, notes)}</p>\n`;
    case 'image':
      return html`<p>${part.alt}</p>\n`;
    case 'table':
      return tableHtml(part, notes);
  }
}

const listHtml = (items: readonly Markup[], ordered = false): Markup =>
  ordered ? html`<ol>${items}</ol>\n` : html`<ul>${items}</ul>\n`;

function tableHtml({ caption, columns, rows }: Table, notes: Notes): Markup {
  const body = rows.map(({ evidence, cells }) => {
    const id = evidence === undefined ? '' : html` id="${anchorOf(evidence)}"`;
    return html`<tr${id}>${cells.map((line) => html`<td>${lineHtml(line, notes)}</td>`)}</tr>\n`;
  });
  const head = columns.map((column) => html`<th scope="col">${column.head}</th>`);
  // Wide tables scroll within themselves; whoever has no mouse scrolls them by keyboard.
  return html`<div class="scroll" role="region" aria-label="${caption}" tabindex="0"><table>
<caption>${caption}</caption>
<thead><tr>${head}</tr></thead>
<tbody>
${body}</tbody></table></div>\n`;
}

const lineHtml = (line: Line, notes: Notes): Markup[] => line.map((piece) => pieceHtml(piece, notes));

function pieceHtml(piece: Piece, notes: Notes): Markup {
  switch (piece.kind) {
    case 'words':
      return emphasized(html`${piece.text}`, piece);
    case 'figure':
      return emphasized(html`<data value="${piece.text}">${piece.text}</data>`, piece);
    case 'footnote': {
      const number = notes.footnotes.push(piece.text);
      return html`<sup><a href="#fussnote-${number}" aria-label="Fußnote ${number}">*</a></sup>`;
    }
    case 'evidence': {
      const { number } = piece;
      if (!notes.evidence.has(number)) return html`<sup>${number}</sup>`;
      return html`<sup><a href="#${anchorOf(number)}" aria-label="Beleg ${number}">${number}</a></sup>`;
    }
  }
}

function emphasized(text: Markup, { bold, italic }: Emphasis): Markup {
  const slanted = italic ? html`<em>${text}</em>` : text;
  return bold ? html`<strong>${slanted}</strong>` : slanted;
}
