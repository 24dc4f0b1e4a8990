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
  reports: {
    title: 'Reports',
    lead: 'Written from the records of today, as a Word file on the city’s letterhead, as accessible PDF and as an HTML file. The reports are official texts in German.',
    kinds: {
      committee: {
        title: 'Committee report',
        lead: 'Plan against forecast for time, result and budget; for endangered projects the causes and what is to be decided.',
      },
      faction: {
        title: 'Briefing for factions',
        lead: 'On one page: state, what is endangered, next dates, decisions ahead and the faction’s own motions.',
      },
      resolutions: {
        title: 'Resolutions and promises',
        lead: 'For each resolution a traffic light with its rule in words and three sentences at most; and all promises.',
      },
      openMotions: {
        title: 'Open motions and resolutions',
        lead: 'For each meeting of a body: what is still open, filed by whom, who is in charge, state, deadline and why it takes longer.',
      },
      year: { title: 'Overview of a year', lead: 'What became of the resolutions, motions and promises of a year.' },
      staff: {
        title: 'Staff by project',
        lead: 'Which role works on which project, when and how much, partners included.',
      },
    },
    roadmap: 'PDF on A3',
    options: {
      body: { label: 'Body', all: 'all bodies' },
      faction: { label: 'Faction', all: 'none' },
      year: { label: 'Year', all: 'not restricted' },
    },
    formats: { pdf: 'PDF file', docx: 'Word file', html: 'HTML file', csv: 'Table (CSV)', xlsx: 'Table (Excel)' },
  },
};
