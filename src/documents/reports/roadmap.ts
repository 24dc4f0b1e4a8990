import { roadmapView } from '../../planning/index.ts';
import type { OfficialDocument } from '../model.ts';
import { day, forecastOf, paragraph, type ReportFacts, report, STATUS_WORDS, table } from './facts.ts';
import { roadmapSvgs } from './roadmap-svg.ts';
import { arrangedAreas, type RoadmapArrangement } from './roadmap-view.ts';

const GROUPS = { field: 'Handlungsfeld', unit: 'Federführung', partner: 'Partner' } as const;

/**
 * The roadmap on A3: the drawing, and the same content as a table for those who do not see it.
 *
 * @param arranged as somebody has arranged it; by action field, over all years, if nothing is said
 */
export function roadmapDocument(facts: ReportFacts, arranged?: RoadmapArrangement): OfficialDocument {
  const frame = {
    title: 'Fahrplan der Digitalen Agenda',
    about: 'Vorhaben über der Zeit, Arbeitsplan und genehmigter Plan',
  };
  const context = forecastOf(facts);
  if (!context) return report(facts, frame, [paragraph('Es gibt noch keinen Plan.')], 'a3');
  const view = roadmapView(context);
  const areas = arranged ? arrangedAreas(view, arranged) : view.areas;
  const projects = areas.flatMap((area) => area.projects.map((project) => ({ area: area.name, project })));
  const drawings = roadmapSvgs(view, areas, arranged?.zoom ?? 'year');
  const sheet = (index: number): string => (drawings.length > 1 ? `, Blatt ${index + 1} von ${drawings.length},` : '');
  const rows = projects.map(({ area, project }) => [
    `${project.name} (${project.id})`,
    area,
    STATUS_WORDS[project.status],
    day(project.start),
    day(project.finish),
    day(project.approvedFinish),
    project.deadlines
      .map((one) => `${day(one.on)} (${one.kind === 'statutory' ? 'gesetzlich' : 'zugesagt'})`)
      .join('; ') || '–',
  ]);
  const columns = [
    ['Vorhaben', 34],
    [GROUPS[arranged?.over ?? 'field'], 20],
    ['Stand', 10],
    ['Beginn', 9],
    ['Abschluss', 9],
    ['genehmigt bis', 10],
    ['Fristen', 16],
  ] as const;
  return report(
    facts,
    frame,
    [
      paragraph(
        'Blau: Arbeitsplan. Grau darunter: genehmigter Plan. Raute: Frist, rot, wenn der Arbeitsplan danach endet. Rote Linie: heute.',
      ),
      ...drawings.map(({ svg, from, until }, index) => ({
        kind: 'image' as const,
        svg,
        alt: `Balkenplan${sheet(index)} mit ${projects.length} Vorhaben von ${day(from)} bis ${day(until)}; dieselben Angaben stehen in der Tabelle danach.`,
      })),
      { kind: 'heading', text: 'Dieselben Angaben als Tabelle', newPage: true },
      table('Vorhaben mit Terminen und Fristen', columns, rows, 'Es sind keine Vorhaben erfasst.'),
    ],
    'a3',
  );
}
