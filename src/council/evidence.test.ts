import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createLedger, type Figure, figure, shownAs, textOf } from './evidence.ts';

const textPair = (value: string) => ({ de: value, en: value });
const make = (key: string, inputs: readonly Figure[] = [], illustrative = false): Figure =>
  figure({ key, value: textPair(key), derivation: textPair(`from ${key}`), inputs, illustrative });

describe('the ledger', () => {
  test('numbers evidence in the order of the text; the same figure keeps its number', () => {
    const ledger = createLedger();
    const [a, b] = [make('a'), make('b')];
    const { text, evidence } = ledger.settle(ledger.de`x ${b}, ${a} und ${b}`);
    expect(text).toEqual([
      { kind: 'words', text: 'x ' },
      { kind: 'figure', text: 'b', evidence: 'e1', illustrative: false },
      { kind: 'words', text: ', ' },
      { kind: 'figure', text: 'a', evidence: 'e2', illustrative: false },
      { kind: 'words', text: ' und ' },
      { kind: 'figure', text: 'b', evidence: 'e1', illustrative: false },
    ]);
    expect(evidence.map((one) => one.id)).toEqual(['e1', 'e2']);
  });

  test('the order of writing does not count, and what is not in the text has no number', () => {
    const ledger = createLedger();
    const inner = ledger.de`${make('later')}`;
    expect(ledger.de`${make('dropped')}`).toHaveLength(1);
    const { evidence } = ledger.settle({ blocks: [ledger.de`${make('first')} ${inner}`] });
    expect(evidence.map((one) => one.value.de)).toEqual(['first', 'later']);
  });

  test('other words for the same figure stay bound to the same evidence', () => {
    const ledger = createLedger();
    const days = make('122 PT');
    const { text, evidence } = ledger.settle(ledger.de`${days} oder ${shownAs(days, textPair('122'))}`);
    expect(text.flatMap((run) => (run.kind === 'figure' ? [run.evidence] : []))).toEqual(['e1', 'e1']);
    expect(evidence).toMatchObject([{ id: 'e1', value: textPair('122 PT') }]);
  });

  test('inputs that the text does not show come last, and are linked', () => {
    const ledger = createLedger();
    const sum = make('sum', [make('left'), make('right')]);
    const { evidence } = ledger.settle(ledger.de`${sum}${make('other')}`);
    expect(evidence.map(({ id, value, restsOn }) => [id, value.de, restsOn])).toEqual([
      ['e1', 'sum', ['e3', 'e4']],
      ['e2', 'other', []],
      ['e3', 'left', []],
      ['e4', 'right', []],
    ]);
  });

  test('words are joined, sentences nest, languages share numbers', () => {
    const ledger = createLedger();
    const inner = { de: ledger.de`ab ${make('a')}`, en: ledger.en`from ${make('a')}` };
    const outer = ledger.en`It starts ${inner}${'!'}`;
    expect(textOf(outer)).toBe('It starts from a!');
    expect(ledger.de`eins ${'zwei'} drei`).toEqual([{ kind: 'words', text: 'eins zwei drei' }]);
    expect(ledger.settle({ inner, outer }).evidence).toHaveLength(1);
  });

  test('an illustrative figure carries its mark in plain text', () => {
    const ledger = createLedger();
    expect(textOf(ledger.de`${make('a', [], true)} und ${make('b')}`, '◇')).toBe('a◇ und b');
  });

  test('a run of another ledger is refused', () => {
    const runs = createLedger().de`${make('a')}`;
    expect(() => createLedger().settle(runs)).toThrow('figure without evidence: a');
  });
});

// Chains of figures, each resting on some of those before it.
const chains = fc.array(fc.record({ illustrative: fc.boolean(), inputs: fc.array(fc.nat(), { maxLength: 3 }) }), {
  minLength: 1,
  maxLength: 12,
});

test('a computed figure is illustrative exactly when some input, however deep, is', () => {
  fc.assert(
    fc.property(chains, (chain) => {
      const figures: Figure[] = [];
      const expected: boolean[] = [];
      chain.forEach(({ illustrative, inputs }, index) => {
        const on = index === 0 ? [] : inputs.map((input) => input % index);
        figures.push(
          make(
            `f${index}`,
            on.map((at) => figures[at]).filter((one) => one !== undefined),
            illustrative,
          ),
        );
        expected.push(illustrative || on.some((at) => expected[at] === true));
      });
      expect(figures.map((one) => one.illustrative)).toEqual(expected);
    }),
  );
});
