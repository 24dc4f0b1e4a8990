/** What a plan may leave out, and projects that exclude each other. */
export const choice = {
  choice: {
    dropped: 'Nicht in diesem Plan',
    droppedLead: (count: number) =>
      count === 1 ? 'Ein Projekt entfällt in diesem Plan.' : `${count} Projekte entfallen in diesem Plan.`,
    why: 'Warum',
    state: 'Wahl',
    states: {
      dropped: 'entfällt',
      droppable: 'kann entfallen',
      alternative: (name: string) => `Alternative: ${name}`,
      firm: 'fest eingeplant',
    },
  },
};
