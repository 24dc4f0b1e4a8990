import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { StageCondition, StageRow, StagesView } from '../../../planning/index.ts';
import { stagesQuery } from '../../api/groundwork.ts';
import { useLanguage } from '../../language/context.tsx';
import { EditRegister, NewRegister, useMayWrite } from '../../plan/edit-register.tsx';
import { RoadmapTabs } from '../../plan/roadmap-tabs.tsx';
import { PageHead } from '../../ui/heading.tsx';
import { German, Signal } from '../../ui/marks.tsx';
import { Fact, Facts, Section } from '../../ui/section.tsx';
import { Empty, Failure, Loaded } from '../../ui/states.tsx';
import { type Column, DataTable } from '../../ui/table.tsx';
import { DatedProjects } from './effect.tsx';
import { type StageOrder, StageSteps, useStageOrder } from './stage-order.tsx';

type Part = StageCondition['parts'][number];

const shapes = { met: 'ok', open: 'wait', unstated: 'off' } as const;

/** One thing that a condition rests on, with the way to it and its day. */
function PartLine({ part }: { part: Part }) {
  const { t, f } = useLanguage();
  const words = t.stages;
  const name = <German>{part.name}</German>;
  const day = part.met
    ? part.metOn === null
      ? words.met
      : words.metOn(f.date(part.metOn))
    : part.expectedOn === null
      ? words.noDay
      : words.expected(f.date(part.expectedOn));
  return (
    <li>
      <span className="fp-muted">{words.parts[part.kind]}: </span>
      {part.kind === 'project' ? (
        <Link to="/projekte/$id" params={{ id: part.id }}>
          {name}
        </Link>
      ) : (
        <Link to="/belege/$kind/$id" params={{ kind: part.kind, id: part.id }}>
          {name}
        </Link>
      )}
      {`, ${day}`}
    </li>
  );
}

function useConditionColumns(): Column<StageCondition>[] {
  const { t, f } = useLanguage();
  const words = t.stages;
  return [
    { key: 'text', label: words.condition, rowHeader: true, cell: ({ text }) => <German>{text}</German> },
    {
      key: 'shows',
      label: words.shows,
      cell: ({ parts }) =>
        parts.length === 0 ? (
          <span className="fp-muted">{words.nothingNamed}</span>
        ) : (
          <ul className="fp-bullets">
            {parts.map((part) => (
              <PartLine key={`${part.kind} ${part.id}`} part={part} />
            ))}
          </ul>
        ),
    },
    {
      key: 'state',
      label: words.state,
      cell: ({ state, foundOn }) => (
        <>
          <Signal shape={shapes[state]}>{words.states[state]}</Signal>
          {foundOn && <p className="fp-muted">{words.foundOn(f.date(foundOn))}</p>}
        </>
      ),
    },
    {
      key: 'forecast',
      label: words.forecast,
      noWrap: true,
      cell: ({ state, expectedOn }) => (state === 'met' ? '–' : expectedOn ? f.date(expectedOn) : words.noDay),
    },
  ];
}

/** What the plan begins before the stage can be entered. */
function Contradictions({ stage }: { stage: StageRow }) {
  const { t, f } = useLanguage();
  const words = t.stages;
  const early = stage.projects.filter(({ id }) => stage.tooEarly.includes(id));
  if (early.length === 0 && !stage.beginTooEarly) return null;
  return (
    <div className="fp-message fp-message--wrong">
      <p className="fp-strong">{words.tooEarly}</p>
      {stage.beginTooEarly && stage.from && <p>{words.beginTooEarly(f.date(stage.from))}</p>}
      {early.length > 0 && (
        <>
          <p>{words.tooEarlyLead(early.length, stage.entryOn ? f.date(stage.entryOn) : words.noDay)}</p>
          <DatedProjects projects={early} />
          <p>{words.tooEarlyAdvice}</p>
        </>
      )}
    </div>
  );
}

function Stage({ stage, at, order }: { stage: StageRow; at: number; order: StageOrder }) {
  const { t, f } = useLanguage();
  const words = t.stages;
  const columns = useConditionColumns();
  const mayWrite = useMayWrite();
  const entered = stage.state === 'entered';
  const met = stage.conditions.filter(({ state }) => state === 'met').length;
  const entry = stage.entryOn ? f.date(stage.entryOn) : entered ? '–' : words.undated;
  return (
    <Section
      gap
      title={
        <>
          {words.number(at + 1)}: <German>{stage.name}</German>
        </>
      }
      end={
        <span className="fp-actions">
          {mayWrite && <StageSteps name={stage.name} at={at} order={order} />}
          <EditRegister kind="stage" id={stage.id} />
        </span>
      }
    >
      {(titleId) => (
        <>
          {stage.description && (
            <p className="fp-space">
              <German>{stage.description}</German>
            </p>
          )}
          <Facts inline>
            <Fact term={words.state}>
              <Signal shape={entered ? 'run' : 'wait'}>{entered ? words.entered : words.waiting}</Signal>
            </Fact>
            <Fact term={entered ? words.since : words.entry}>{entry}</Fact>
            {!entered && stage.from && <Fact term={words.begin}>{f.date(stage.from)}</Fact>}
            <Fact term={words.fields}>
              {stage.actionFields.length === 0
                ? words.noFields
                : stage.actionFields.map(({ id, name }, index) => (
                    <span key={id}>
                      {index > 0 && ' · '}
                      <Link to="/belege/$kind/$id" params={{ kind: 'actionField', id }}>
                        <German>{name}</German>
                      </Link>
                    </span>
                  ))}
            </Fact>
          </Facts>
          <Contradictions stage={stage} />
          <p className="fp-strong fp-space">
            {stage.conditions.length === 0 ? words.noConditions : words.conditions(met, stage.conditions.length)}
          </p>
          {stage.conditions.length > 0 && (
            <DataTable labelledBy={titleId} columns={columns} rows={stage.conditions} rowKey={({ text }) => text} />
          )}
          <p className="fp-space">
            <Link to="/projekte" search={{ stufe: stage.id }}>
              {words.projects(stage.projects.length)}
            </Link>
          </p>
        </>
      )}
    </Section>
  );
}

function Goals({ view }: { view: StagesView }) {
  const { t, f } = useLanguage();
  const words = t.stages;
  const columns: Column<StagesView['goals'][number]>[] = [
    {
      key: 'name',
      label: words.goal,
      rowHeader: true,
      cell: ({ id, name }) => (
        <Link to="/belege/$kind/$id" params={{ kind: 'goal', id }}>
          <German>{name}</German>
        </Link>
      ),
    },
    { key: 'field', label: words.field, cell: ({ actionField }) => <German>{actionField}</German> },
    { key: 'indicators', label: words.indicators, numeric: true, cell: ({ indicators }) => f.number(indicators) },
    {
      key: 'reached',
      label: words.state,
      cell: ({ reached }) => words.reached[reached === null ? 'unknown' : reached ? 'yes' : 'no'],
    },
  ];
  return (
    <Section gap title={words.goals} end={<NewRegister kind="goal">{words.newGoal}</NewRegister>}>
      {(titleId) => <DataTable labelledBy={titleId} columns={columns} rows={view.goals} rowKey={({ id }) => id} />}
    </Section>
  );
}

/** The stages in their order. */
function Stages({ stages }: { stages: readonly StageRow[] }) {
  const order = useStageOrder(stages);
  return (
    <>
      {order.saving.problem && <Failure problem={order.saving.problem} />}
      {stages.map((stage, at) => (
        <Stage key={stage.id} stage={stage} at={at} order={order} />
      ))}
    </>
  );
}

/** The steps of the agenda: first the prerequisites, then further fields. */
export function StagesPage() {
  const { t, f } = useLanguage();
  const words = t.stages;
  const query = useQuery(stagesQuery);
  return (
    <div className="fp-page">
      <PageHead title={words.title} lead={words.lead}>
        <NewRegister kind="stage">{words.newTitle}</NewRegister>
        <NewRegister kind="actionField">{words.newField}</NewRegister>
      </PageHead>
      <RoadmapTabs />
      <Loaded query={query}>
        {(view) => (
          <>
            {view.stages.length === 0 && (
              <Empty title={words.none}>
                <p>{words.noneAdvice}</p>
              </Empty>
            )}
            <Stages stages={view.stages} />
            {view.without.length > 0 && (
              <Section gap title={words.withoutStage}>
                <ul className="fp-bullets">
                  {view.without.map(({ id, name }) => (
                    <li key={id}>
                      <Link to="/belege/$kind/$id" params={{ kind: 'actionField', id }}>
                        <German>{name}</German>
                      </Link>
                    </li>
                  ))}
                </ul>
              </Section>
            )}
            <Goals view={view} />
            <p className="fp-foot">
              {view.plan && `${words.plan(words.plans[view.plan.status], f.date(view.plan.on))} `}
              {words.rule}
            </p>
          </>
        )}
      </Loaded>
    </div>
  );
}
