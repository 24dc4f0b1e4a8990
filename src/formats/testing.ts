import type { PaperInput } from '../council/index.ts';

/** A motion beside the small agenda of `agenda/testing.ts`, with nothing wrong. A new object with every call. */
export function smallPaper(): PaperInput {
  return {
    format: 'fahrplan-paper',
    version: 1,
    id: 'ba-001-2020',
    reference: 'BA-001/2020',
    kind: 'motion',
    name: 'Digitale Beteiligung',
    originators: [{ name: 'Fraktion A', kind: 'faction', source: 'register' }],
    receivedOn: '2020-07-01',
    versions: [
      {
        number: 1,
        points: [
          { number: '1', text: 'Die Stadt richtet eine digitale Beteiligung ein.' },
          { number: '2', text: 'Über den Stand der Bezahlung im Netz wird berichtet.' },
        ],
      },
    ],
    consultations: [{ body: 'Stadtrat', role: 'authoritative', on: '2020-10-14', source: 'register' }],
    checks: [{ check: 'votable', decision: 'met', reason: 'Ja oder Nein ist möglich.', by: 'Büro', on: '2020-08-31' }],
    pointDecisions: [
      {
        point: '1',
        scope: 'city',
        belongsTo: 'masterplan',
        relations: [
          { kind: 'commitment', id: 'z1' },
          { kind: 'paper', id: 'RA-009/2020' },
        ],
        candidate: 'C1',
        by: 'Programmteam',
        on: '2020-08-31',
      },
      {
        point: '2',
        scope: 'administration',
        relations: [
          { kind: 'project', id: 'payment' },
          { kind: 'need', id: 'n1' },
          { kind: 'obligation', id: 'payment-duty' },
          { kind: 'strategy', id: 'masterplan' },
        ],
        by: 'Programmteam',
        on: '2020-08-31',
      },
    ],
    candidates: [
      {
        id: 'C1',
        name: 'Digitale Beteiligung',
        actionField: 'society',
        commitmentClass: 'optional',
        status: 'suggested',
        modes: [{ id: 'own', name: 'Eigenleistung', kind: 'own' }],
        phases: [{ id: 'all', name: 'Umsetzung', work: { own: { weeks: 20, effortTenths: { PM: 400 } } } }],
      },
    ],
    signatory: { name: 'A. Beispiel', office: 'Bürgermeisterin', source: 'register' },
    outcome: { result: 'open', source: 'register' },
    answer: { summary: 'Noch keine.', source: 'register' },
    provenance: { name: { kind: 'sourced', source: 'register' } },
  };
}
