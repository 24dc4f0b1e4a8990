import { describe, expect, test } from 'vitest';
import type { Project } from '../agenda/index.ts';
import type { Answer } from '../planning/index.ts';
import { assess, assessPaper } from './assess.ts';
import { type Assessment, assessmentSchema, type Sentence } from './assessment.ts';
import { textOf } from './evidence.ts';
import { moneyMeasure, paperInput, postsMeasure, smallAgenda, smallAnswer, smallInput, smallPaper } from './testing.ts';

const de = (sentence: Sentence): string => textOf(sentence.de).replaceAll('\u00a0', ' ');
const en = (sentence: Sentence): string => textOf(sentence.en).replaceAll('\u00a0', ' ');

function run(answer: Partial<Answer> | null = {}, paper: Parameters<typeof smallPaper>[0] = {}): Assessment {
  return assessPaper(smallAgenda(), smallPaper(paper), [], { answer: answer ? smallAnswer(answer) : null });
}

function dimension(of: Assessment, name: string) {
  const found = of.verdict.dimensions.find((one) => one.dimension === name);
  if (!found) throw new Error(`no dimension ${name}`);
  return [found.state, found.word.de, de(found.need), de(found.free), de(found.binding)];
}

describe('not now', () => {
  const result = run();

  test('fits the contract', () => {
    expect(assessmentSchema.parse(result)).toEqual(result);
  });

  test('the verdict names date, role and amount', () => {
    expect([result.verdict.value, result.verdict.lookAgainOn]).toEqual(['notNow', '2021-09-06']);
    expect(result.verdict.label.de).toBe('Ergebnis der Prüfung: nicht jetzt, Wiedervorlage zum Datum');
    expect(de(result.verdict.headline)).toBe('Derzeit nicht umsetzbar, ab 06.09.2021 möglich.');
    expect(en(result.verdict.headline)).toBe('Not feasible at present; possible from 6 September 2021.');
    expect(de(result.verdict.summary)).toBe(
      'Dann bleibt jede Zusage und jede Frist des Plans gewahrt, Ende 21.01.2022. Engpass ist die Rolle Projektleitung (PM): Bis zum 31.12.2021 sind 30 PT frei, gebraucht werden 50 PT. Mehr Geld allein ändert den Termin nicht.',
    );
  });

  test('need, free and binding per dimension', () => {
    expect(dimension(result, 'time')).toEqual(['notNow', 'nicht jetzt', '20 Wochen', 'ab 06.09.2021', '–']);
    expect(dimension(result, 'staff')).toEqual([
      'insufficient',
      'reicht nicht',
      'PM 50 PT',
      'PM 30 PT bis 31.12.2021',
      'PM zu 85 % verplant, davon 40 PT für gesetzliche Pflichten sowie Voraussetzungen anderer Vorhaben',
    ]);
    expect(dimension(result, 'money')).toEqual([
      'insufficient',
      'reicht nicht',
      '90 T€',
      '80 T€ bis 31.12.2021',
      'Programmmittel 100 T€, gebunden 20 T€',
    ]);
    expect(dimension(result, 'law')).toEqual([
      'ok',
      'zulässig',
      'keine Pflicht',
      '–',
      'freiwillige Aufgabe, Sache des Stadtrats, SächsGemO § 28 Abs. 2',
    ]);
  });

  test('measures in the order of the answer', () => {
    expect(result.measureTexts.map(de)).toEqual([
      'Nur 90 T€ zusätzlich, keine Stelle: Beginn 06.09.2021, kein Gewinn.',
      '+1,0 VZÄ PM ab 07/2021 (80 T€ im Jahr): Beginn 07.06.2021, 13 Wochen früher.',
    ]);
  });

  test('every figure is bound to evidence that exists', () => {
    const ids = new Set(result.evidence.map((one) => one.id));
    const sentences = [result.verdict.headline, result.verdict.summary, ...result.measureTexts, ...result.assumptions];
    const bound = sentences
      .flatMap((one) => [...one.de, ...one.en])
      .flatMap((one) => (one.kind === 'figure' ? [one.evidence] : []));
    expect(bound.length).toBeGreaterThan(10);
    for (const id of [...bound, ...result.evidence.flatMap((one) => one.restsOn)]) expect(ids).toContain(id);
    expect(result.evidence.find((one) => one.value.de.includes('30'))?.restsOn).toHaveLength(2);
  });

  test('what is not proven is not told as proven; a stopped run says so', () => {
    const kept = { ...smallAnswer().kept, quality: 'bestFound' } as Answer['kept'];
    const found = { ...moneyMeasure, quality: 'bestFound' as const };
    const unsure = run({ kept, measures: [found], engine: { ...smallAnswer().engine, complete: false } });
    expect(de(unsure.verdict.summary)).toMatch(
      /Mit mehr Geld allein wurde kein früherer Termin gefunden\. Ein früherer Beginn wurde nicht gefunden, ist aber nicht bewiesen ausgeschlossen\.$/,
    );
    expect(de(unsure.measureTexts[0] as Sentence)).toMatch(/kein früherer gefunden\.$/);
    expect(unsure.verdict.label.de).toContain('Rechnung abgebrochen, beste Antwort bis dahin');
    expect(unsure.quality.at(-1)?.text.de).toContain('abgebrochen');
    expect(unsure.quality.find((one) => one.subject.de === 'gehalten')?.text.de).toContain(
      'bewiesen nur: nicht vor dem',
    );
  });

  test('the same records give the same answer', () => {
    expect(JSON.stringify(run())).toBe(JSON.stringify(result));
  });

  test('nothing is illustrative unless an input is', () => {
    expect(result.evidence.some((one) => one.illustrative)).toBe(false);
    const teams = smallInput.teams?.map((team) => ({
      ...team,
      provenance: { '*': { kind: 'illustrative' as const } },
    }));
    const marked = assessPaper(smallAgenda({ teams }), smallPaper(), [], { answer: smallAnswer() });
    const free = marked.evidence.find((one) => one.value.de.includes('30'));
    expect([free?.provenance, free?.illustrative]).toEqual(['computed', true]);
    expect(marked.evidence.find((one) => one.value.de === '06.09.2021')?.illustrative).toBe(true);
    expect(marked.evidence.find((one) => one.value.de.startsWith('90'))?.illustrative).toBe(false);
  });
});

describe('other verdicts', () => {
  test('feasible as asked', () => {
    const result = run({ askedStart: '2021-09-06' });
    expect(result.verdict.value).toBe('accepted');
    expect(de(result.verdict.headline)).toBe('Umsetzbar ab 06.09.2021.');
    // The plan itself shows that it fits: the balance of the period may be tight, not insufficient.
    expect(dimension(result, 'staff').slice(0, 2)).toEqual(['tight', 'knapp']);
  });

  test('only with money: amount and start', () => {
    const result = run({ measures: [{ ...moneyMeasure, start: '2021-02-08', gainWeeks: 30 }] });
    expect(result.verdict.value).toBe('onlyWithBudget');
    expect(de(result.verdict.headline)).toBe('Nur mit zusätzlich 90 T€ umsetzbar, dann ab 08.02.2021.');
  });

  test('only with posts', () => {
    const result = run({ kept: null, measures: [postsMeasure] });
    expect(de(result.verdict.headline)).toBe('Nur mit +1,0 VZÄ PM umsetzbar, dann ab 07.06.2021.');
    expect(dimension(result, 'time').slice(0, 2)).toEqual(['insufficient', 'nicht im Planungszeitraum']);
  });

  test('out of reach', () => {
    const result = run({ kept: null, measures: [] });
    expect(de(result.verdict.headline)).toBe('Im Planungszeitraum nicht umsetzbar.');
  });

  test('not computed, not decided: no verdict', () => {
    expect(run(null).verdict).toMatchObject({
      value: null,
      label: { de: 'Ergebnis der Prüfung: offen, noch nicht gerechnet' },
    });
    const open = run(null, { pointDecisions: [], candidates: [] });
    expect(open.verdict.value).toBeNull();
    expect(de(open.verdict.summary)).toBe('Zu entscheiden ist noch, wohin dieser Punkt gehört: 1.');
    expect(open.points[0]).toMatchObject({ scope: null, decidedBy: null });
    expect(open.points[0]?.suggestions.length).toBeGreaterThan(0);
  });

  test('an undecided admissibility is not called admissible', () => {
    expect(dimension(run({}, { checks: [] }), 'law')).toEqual([
      'tight',
      'noch zu entscheiden',
      'keine Pflicht',
      '–',
      'Zulässigkeit noch nicht entschieden',
    ]);
    const refused = run(
      {},
      {
        checks: [
          {
            check: 'competence',
            decision: 'notMet',
            reason: 'Sache der Bürgermeisterin.',
            by: 'Rechtsamt',
            on: '2021-01-04',
          },
        ],
      },
    );
    expect(de(refused.verdict.headline)).toBe('Der Stadtrat ist nicht zuständig.');
    expect(dimension(refused, 'law')[4]).toBe('Sache der Bürgermeisterin.');
  });

  test('an inquiry is answered with what was said', () => {
    const result = run(null, {
      kind: 'councilInquiry',
      pointDecisions: [],
      candidates: [],
      answer: { on: '2021-01-11', summary: 'Die Agenda liegt vor.' },
    });
    expect(result.verdict.value).toBe('alreadyDone');
    expect(de(result.verdict.summary)).toBe('Antwort vom 11.01.2021: Die Agenda liegt vor.');
    expect(result.verdict.dimensions).toEqual([]);
  });
});

describe('asking the planner', () => {
  const second = { ...(paperInput.candidates?.[0] as Project), id: 'C2', name: 'Beirat' };
  const paper = smallPaper({
    versions: [
      {
        number: 1,
        points: [
          { number: '1', text: 'Eins.' },
          { number: '2', text: 'Zwei.' },
        ],
      },
    ],
    candidates: [...(paperInput.candidates ?? []), second],
    pointDecisions: ['1', '2'].map((point) => ({
      point,
      scope: 'city' as const,
      candidate: `C${point}`,
      by: 'Team',
      on: '2021-01-04',
    })),
  });

  test('each new project is asked for; the latest answer counts and the others are named', () => {
    const asked: string[] = [];
    const result = assess(smallAgenda(), paper, [], {
      ask: (_agenda, candidate) => {
        asked.push(candidate.id);
        return smallAnswer({ candidate: candidate.id, ...(candidate.id === 'C2' ? { kept: null, measures: [] } : {}) });
      },
    });
    expect(asked).toEqual(['C1', 'C2']);
    expect(result.candidate?.id).toBe('C2');
    expect(result.verdict.value).toBe('rejected');
    expect(result.assumptions.map(de).join(' ')).toContain(
      'einzeln gerechnet sind und hier nicht enthalten: Stadtweite Strategie',
    );
  });

  test('a paper without a new project asks nothing', () => {
    const result = assess(smallAgenda(), smallPaper({ pointDecisions: [] }), [], {
      ask: () => {
        throw new Error('must not be asked');
      },
    });
    expect(result.answer).toBeNull();
  });
});
