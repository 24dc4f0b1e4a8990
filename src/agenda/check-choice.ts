import type { Agenda } from './agenda.ts';
import type { AgendaIndex, Rule } from './check-index.ts';
import type { Alternative } from './choice.ts';
import { fault } from './fault.ts';
import { isEnded, isHeld, type Project } from './project.ts';

/** One project alone is no alternative, and each belongs to one choice only: two would be a puzzle nobody can read. */
export const alternativeSizes: Rule = function* (agenda) {
  const owner = new Map<string, string>();
  for (const [i, { id, projects }] of agenda.alternatives.entries()) {
    if (new Set(projects).size < 2) {
      yield fault(
        'alternativeSize',
        ['alternatives', i, 'projects'],
        `Die Alternative „${id}“ nennt weniger als zwei Projekte; bitte die anderen zur Wahl stehenden ergänzen oder die Alternative streichen.`,
        `Alternative “${id}” names fewer than two projects; please add the others to choose from, or remove the alternative.`,
      );
    }
    for (const [p, project] of projects.entries()) {
      const other = owner.get(project);
      if (other !== undefined) {
        yield fault(
          'alternativeTwice',
          ['alternatives', i, 'projects', p],
          `Das Projekt „${project}“ steht zweimal zur Wahl, in der Alternative „${other}“ und in „${id}“; bitte nur in einer lassen.`,
          `Project “${project}” is named twice, in alternative “${other}” and in “${id}”; please leave it in one only.`,
        );
      }
      owner.set(project, id);
    }
  }
};

/** Has begun, is fixed or done: the choice has fallen on it. */
const isTaken = (project: Project): boolean => project.status === 'succeeded' || (!isEnded(project) && isHeld(project));

export const alternativesTaken: Rule = function* (agenda, index) {
  for (const [i, alternative] of agenda.alternatives.entries()) {
    const taken = membersOf(alternative, index).filter(isTaken);
    const [first, second] = taken;
    if (!first || !second) continue;
    yield fault(
      'alternativeTaken',
      ['alternatives', i, 'projects'],
      `Von der Alternative „${alternative.id}“ kann nur ein Projekt umgesetzt werden, begonnen, fest oder fertig sind aber „${first.id}“ und „${second.id}“; bitte eines davon lösen oder aus der Alternative nehmen.`,
      `Only one project of alternative “${alternative.id}” can be carried out, but “${first.id}” and “${second.id}” have begun, are fixed or done; please release one of them or take it out of the alternative.`,
    );
  }
};

/** A duty may be fulfilled in one of several ways, but not be left undone by the choice. */
export const alternativeDuties: Rule = function* (agenda, index) {
  for (const [i, alternative] of agenda.alternatives.entries()) {
    const members = membersOf(alternative, index).filter((one) => !isEnded(one));
    const duty = members.find((one) => one.commitmentClass === 'mandatory');
    const other = members.find((one) => one.commitmentClass !== 'mandatory');
    if (!duty || (alternative.choice === 'exactlyOne' && !other)) continue;
    const [de, en] =
      alternative.choice === 'atMostOne'
        ? ['es darf aber auch keines umgesetzt werden', 'but none has to be carried out']
        : [`„${other?.id}“ würde die Pflicht nicht erfüllen`, `“${other?.id}” would not fulfil the duty`];
    yield fault(
      'alternativeDuty',
      ['alternatives', i, 'projects'],
      `In der Alternative „${alternative.id}“ ist „${duty.id}“ Pflicht, ${de}; eine Pflicht kann nur zwischen Projekten wählen, die sie alle erfüllen, und zwar genau einem („exactlyOne“).`,
      `In alternative “${alternative.id}” the project “${duty.id}” is a duty, ${en}; a duty can only choose between projects that all fulfil it, and exactly one of them (“exactlyOne”).`,
    );
  }
};

/** What excludes each other cannot wait for each other. */
export const alternativeOrder: Rule = function* (agenda, index) {
  const owner = ownersOf(agenda);
  for (const [i, project] of agenda.projects.entries()) {
    const own = owner.get(project.id);
    for (const [d, { predecessor }] of project.dependencies.entries()) {
      if (own === undefined || owner.get(predecessor) !== own || !index.projects.has(predecessor)) continue;
      yield fault(
        'alternativeOrder',
        ['projects', i, 'dependencies', d, 'predecessor'],
        `Das Projekt „${project.id}“ wartet auf „${predecessor}“, das es nach der Alternative „${own.id}“ ausschließt; bitte die Abhängigkeit streichen oder eines der beiden aus der Alternative nehmen.`,
        `Project “${project.id}” waits for “${predecessor}”, which it excludes by alternative “${own.id}”; please remove the dependency or take one of the two out of the alternative.`,
      );
    }
  }
};

/** Duties, statutory deadlines and what others build on are not up to the plan. */
export const droppableDuties: Rule = function* (agenda) {
  for (const [i, project] of agenda.projects.entries()) {
    if (project.droppable === undefined || isEnded(project)) continue;
    const statutory = project.deadlines.some(({ kind }) => kind === 'statutory');
    const { commitmentClass } = project;
    const bound = commitmentClass === 'mandatory' || commitmentClass === 'prerequisite';
    if (!bound && !statutory) continue;
    const [de, en] = {
      mandatory: ['ist Pflicht', 'is a duty'],
      prerequisite: ['ist Voraussetzung für andere', 'is a prerequisite of others'],
      decided: ['hat eine gesetzliche Frist', 'has a statutory deadline'],
      optional: ['hat eine gesetzliche Frist', 'has a statutory deadline'],
    }[commitmentClass] as [string, string];
    yield fault(
      'droppableDuty',
      ['projects', i, 'droppable'],
      `Das Projekt „${project.id}“ ${de} und kann deshalb nicht entfallen; bitte „droppable“ streichen oder die Einstufung ändern.`,
      `Project “${project.id}” ${en} and so cannot be left out; please remove “droppable” or change its class.`,
    );
  }
};

/** A resolution or a promise may stand back only where somebody says so. */
export const droppableGrounds: Rule = function* (agenda) {
  for (const [i, project] of agenda.projects.entries()) {
    const { droppable, commitmentClass, deadlines } = project;
    if (droppable === undefined || droppable.grounds !== undefined || isEnded(project)) continue;
    const promised = deadlines.some(({ kind }) => kind === 'promised');
    if (commitmentClass !== 'decided' && !promised) continue;
    const [de, en] =
      commitmentClass === 'decided'
        ? ['ist beschlossen', 'is decided']
        : ['ist auf einen Tag zugesagt', 'is promised by a day'];
    yield fault(
      'droppableGrounds',
      ['projects', i, 'droppable', 'grounds'],
      `Das Projekt „${project.id}“ ${de} und soll trotzdem entfallen können; bitte unter „grounds“ eintragen, wer das bestimmt hat, zum Beispiel „BA-012/2020, Nummer 3“.`,
      `Project “${project.id}” ${en} and may be left out nevertheless; please enter under “grounds” who said so, for example “BA-012/2020, no. 3”.`,
    );
  }
};

/** What is carried out in every plan cannot wait for what may be left out. */
export const droppableNeeded: Rule = function* (agenda, index) {
  const owner = ownersOf(agenda);
  const mayGo = (project: Project) =>
    !isEnded(project) && !isHeld(project) && (project.droppable !== undefined || owner.has(project.id));
  for (const [i, project] of agenda.projects.entries()) {
    if (isEnded(project)) continue;
    const waits = project.dependencies.map(({ predecessor }) => predecessor);
    for (const [d, id] of waits.entries()) {
      const before = index.projects.get(id);
      if (!before || !mayGo(before)) continue;
      const own = owner.get(id);
      const others = (own?.projects ?? []).filter((one) => one !== id && waits.includes(one));
      // Whichever of them is carried out, it waits for that one.
      if (own?.choice === 'exactlyOne' && own.projects.every((one) => waits.includes(one))) continue;
      if (mayGo(project) && others.length === 0) continue;
      yield fault(
        'droppableNeeded',
        ['projects', i, 'dependencies', d, 'predecessor'],
        others.length > 0
          ? `Das Projekt „${project.id}“ wartet auf mehrere Projekte der Alternative „${own?.id}“, von denen höchstens eines umgesetzt wird; bitte auf alle warten lassen (bei „exactlyOne“) oder auf eines.`
          : `Das Projekt „${project.id}“ wartet auf „${id}“, das entfallen kann; bitte auch „${project.id}“ entfallen lassen („droppable“), die Abhängigkeit streichen oder „${id}“ fest einplanen.`,
        others.length > 0
          ? `Project “${project.id}” waits for several projects of alternative “${own?.id}”, of which at most one is carried out; please let it wait for all of them (with “exactlyOne”) or for one.`
          : `Project “${project.id}” waits for “${id}”, which may be left out; please let “${project.id}” be left out too (“droppable”), remove the dependency, or keep “${id}” in every plan.`,
      );
    }
  }
};

function membersOf({ projects }: Alternative, index: AgendaIndex): Project[] {
  return projects.flatMap((id) => index.projects.get(id) ?? []);
}

/** The alternative of each project that has one. */
function ownersOf(agenda: Agenda): Map<string, Alternative> {
  return new Map(agenda.alternatives.flatMap((one) => one.projects.map((id) => [id, one] as const)));
}
