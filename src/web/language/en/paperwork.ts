import type { paperwork as German } from '../de/paperwork.ts';

/** Letterhead and reports. */
export const paperwork: typeof German = {
  letterhead: {
    title: 'Letterhead',
    lead: 'Word files of the city are written on this letterhead: its header, footer, page and styles stay, the text stands at the mark {{Inhalt}}; without it, the text takes the place of the template’s.',
    none: 'No letterhead yet: Word files look plain.',
    present: (name) => `In use: ${name}`,
    choose: 'Choose a Word file (DOCX)',
    replace: 'Choose another Word file',
    download: 'Download the letterhead',
    remove: 'Write without letterhead',
  },
};
