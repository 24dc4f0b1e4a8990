/** The editor for texts of statements. */
export const richText = {
  richText: {
    tools: {
      bold: 'Fett',
      italic: 'Kursiv',
      bulletList: 'Aufzählung',
      orderedList: 'Nummerierung',
      heading: 'Zwischenüberschrift',
    },
    toolsOf: (field: string): string => `Gestaltung, ${field}`,
    undo: 'Rückgängig',
    redo: 'Wiederherstellen',
    insert: 'Feld einfügen',
    hint: 'Was Word und PDF zeigen können: Absätze, fett, kursiv, Listen und Zwischenüberschriften. Ein hinterlegtes Feld ist an seinen Beleg gebunden; es lässt sich verschieben oder streichen, nicht ändern. Umschalt+Tab führt zur Gestaltung.',
    loading: 'Der Editor wird geladen.',
  },
};
