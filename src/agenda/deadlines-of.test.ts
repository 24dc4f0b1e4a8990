import { expect, test } from 'vitest';
import type { Agenda } from './agenda.ts';
import { deadlinesOf } from './deadlines-of.ts';
import { obligationSchema } from './law.ts';
import { projectSchema } from './project.ts';

const norm = { law: 'EGovG', name: 'Rechnung', duty: 'annehmen', addressee: 'Gemeinden', trigger: { kind: 'inForce' } };
const law = obligationSchema.parse({ ...norm, id: 'law', paragraph: '§ 1', force: 'must', deadline: '2020-04-18' });
const own = { on: '2021-03-31', kind: 'promised' as const, obligation: 'law' };
const mandatory = projectSchema.parse({
  id: 'P',
  name: 'Rechnung',
  actionField: 'Q',
  commitmentClass: 'mandatory',
  status: 'planned',
  modes: [{ id: 'own', name: 'eigenes Personal', kind: 'own' }],
  deadlines: [own],
  obligations: ['law'],
});
const agenda = (obligation: typeof law) => ({ obligations: [obligation] }) as unknown as Agenda;
const legal = { on: '2020-04-18', kind: 'statutory', obligation: 'law' };

test('a day that the city set for itself does not replace the legal one', () => {
  expect(deadlinesOf(agenda(law), mandatory, '2020-08-31')).toEqual([own, legal]);
});

test('a legal day is named once, by the project or by the first norm that sets it', () => {
  const named = { ...mandatory, deadlines: [{ ...own, on: legal.on, kind: 'statutory' as const }] };
  expect(deadlinesOf(agenda(law), named, '2020-08-31')).toEqual(named.deadlines);
  const two = { obligations: [law, { ...law, id: 'other' }] } as unknown as Agenda;
  const both = { ...mandatory, obligations: ['law', 'other'] };
  expect(deadlinesOf(two, both, '2020-08-31')).toEqual([own, legal]);
});

test('nothing is added where the norm obliges to nothing, names no day, or the project is no duty', () => {
  const none = (obligation: typeof law, project = mandatory) =>
    expect(deadlinesOf(agenda(obligation), project, '2020-08-31')).toEqual([own]);
  none({ ...law, force: 'optional' });
  none({ ...law, status: 'draft' });
  none({ ...law, deadline: undefined });
  none(law, { ...mandatory, commitmentClass: 'decided' });
});
