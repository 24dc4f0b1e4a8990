import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Fault, pathText } from './fault.ts';
import { formatFault, parseAgenda } from './parse.ts';
import { faultsAfter, setAt, smallAgenda } from './testing.ts';

const found = (faults: readonly Fault[]) => faults.map((one) => `${one.code} ${pathText(one.path)}`);

describe('shapes', () => {
  test.each([
    ['city.name', undefined, 'Es fehlt „city.name“; dort muss stehen: ein Text.'],
    ['city.name', '', 'Bei „city.name“ steht ""; dort muss stehen: ein Text, der nicht leer ist.'],
    ['city.agsKey', '145', 'der amtliche Gemeindeschlüssel mit 8 Ziffern'],
    ['city.budgetRhythm', 'yearly', 'steht "yearly"; dort muss stehen: "annual" oder "biennial".'],
    ['planStart', '2020-02-30', 'steht "2020-02-30"; dort muss stehen: ein bestehendes Datum als JJJJ-MM-TT'],
    ['teams[0].id', '-PM', 'eine Kennung aus Buchstaben (ohne Umlaute)'],
    ['teams[0].daysPerFte', '200', 'steht "200"; dort muss stehen: eine Zahl.'],
    ['teams[0].capacity', [], 'steht eine Liste; dort muss stehen: eine Liste mit mindestens 1 Eintrag.'],
    ['teams[0].costPerFteCents', -1, 'steht -1; dort muss stehen: eine Zahl von mindestens 0.'],
    ['budgetLines', 5, 'steht 5; dort muss stehen: eine Liste [ … ].'],
    ['stages[0]', null, 'steht null; dort muss stehen: ein Objekt { … }.'],
    ['projects[1].phases[0].work.own.weeks', 0, 'dort muss stehen: eine Zahl von mindestens 1.'],
    ['projects[1].phases[0].work.own.weeks', undefined, 'Es fehlt „projects[1].phases[0].work.own.weeks“'],
    ['projects[1].phases[0].work.own.weeks', 2.5, 'steht 2.5; dort muss stehen: eine ganze Zahl.'],
    ['projects[1].serviceBundles', ['1'], 'nach dem Muster'],
    ['obligations[0].trigger.kind', 'sometimes', '"inForce", "date", "event" oder "recurring"'],
    ['obligations[0].gate', 'ja', 'dort muss stehen: „true“ oder „false“.'],
    ['needs[0].weight', 6, 'dort muss stehen: eine Zahl von höchstens 5.'],
  ])('%s = %j is one fault with the way out', (place, value, words) => {
    const faults = faultsAfter({ [place]: value });
    expect(faults.filter((one) => one.code === 'shape')).toHaveLength(1);
    expect(faults[0]?.message.de).toContain(words);
    expect(faults[0]?.message.en).toMatch(/is missing|stands|does not fit/);
  });

  test('unknown fields and keys are named', () => {
    const unknown = faultsAfter({ colour: 'red', 'projects[0].phasen': [] });
    expect(found(unknown)).toEqual(['shape projects[0].phasen', 'shape colour']);
    expect(unknown[0]?.message.de).toBe(
      'Das Feld „phasen“ gibt es unter „projects[0]“ nicht; bitte den Namen prüfen oder das Feld streichen.',
    );
    const [key] = faultsAfter({ 'projects[1].phases[0].work.own.effortTenths._PM': 5 });
    expect(key?.message.de).toMatch(/^Der Schlüssel „_PM“ passt nicht; dort muss stehen: eine Kennung/);
  });
});

test('wrong shapes do not hide what is wrong elsewhere, and what refers to them is not called unknown', () => {
  const faults = faultsAfter({
    'teams[0].daysPerFte': 'viele',
    'projects[0].status': 'laufend',
    'projects[2].dependencies': [{ predecessor: 'app' }],
    'goals[0].actionField': 'nix',
    colour: 'red',
  });
  expect(found(faults)).toEqual([
    'shape teams[0].daysPerFte',
    'shape projects[0].status',
    'shape colour',
    'unknownId goals[0].actionField',
    'dependencyCycle projects[2].dependencies[0].predecessor',
  ]);
});

describe('files of another kind', () => {
  test.each([
    [[], 'wrongFormat', 'enthält kein Objekt'],
    [{}, 'wrongFormat', 'nicht als eine Agenda gekennzeichnet'],
    [{ format: 'constructor' }, 'wrongFormat', 'nicht als eine Agenda gekennzeichnet'],
    [{ format: 'fahrplan-paper', version: 1 }, 'wrongFormat', 'enthält eine Ratsvorlage ("format": "fahrplan-paper")'],
    [{ format: 'fahrplan-agenda', version: 2 }, 'newerVersion', 'bitte Fahrplan aktualisieren'],
  ])('%j', (json, code, words) => {
    const result = parseAgenda(json);
    expect(result).toMatchObject({ faults: [{ code }] });
    expect('faults' in result && result.faults[0]?.message.de).toContain(words);
  });

  test('an older or missing version is left to the schema', () => {
    expect(formatFault({ format: 'fahrplan-agenda' }, 'fahrplan-agenda', 1)).toBeUndefined();
    expect(found(faultsAfter({ version: undefined }))).toEqual(['shape version']);
  });
});

test('whatever stands in a place, the answer is an agenda or faults with a sentence, never an exception', () => {
  const places: string[] = [];
  const walk = (value: unknown, path: (string | number)[]): void => {
    if (path.length > 0) places.push(pathText(path));
    if (typeof value !== 'object' || value === null) return;
    for (const [key, child] of Object.entries(value)) walk(child, [...path, Array.isArray(value) ? Number(key) : key]);
  };
  walk(smallAgenda(), []);
  fc.assert(
    fc.property(fc.constantFrom(...places.filter((one) => !/"/.test(one))), fc.jsonValue(), (place, value) => {
      const agenda = smallAgenda();
      setAt(agenda, place, value);
      const result = parseAgenda(agenda);
      if ('agenda' in result) return;
      expect(result.faults.length).toBeGreaterThan(0);
      for (const { message } of result.faults) {
        expect(message.de).toMatch(/[.?]$/);
        expect(message.en).toMatch(/[.?]$/);
        expect(message.de).not.toMatch(/undefined|\[object/);
      }
    }),
    { numRuns: 400 },
  );
});
