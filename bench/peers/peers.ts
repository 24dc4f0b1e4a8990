import { nativeVersion } from './cp-sat-native.ts';
import { installPeers, peerVersion } from './install.ts';

/** Names that `--peers` takes for public instances. */
export const PEERS: readonly string[] = ['fahrplan-2', 'cp-sat', 'cp-sat-native', 'chuffed'];

/** Names that `--peers` takes for agendas. */
export const AGENDA_PEERS: readonly string[] = ['cp-sat', 'highs'];

/** What takes part beside our engine, and one line per peer for the report: its version, or why it is missing. */
export interface Field {
  readonly solvers: readonly string[];
  readonly notes: readonly string[];
}

/**
 * Prepares the peers that were asked for. Native CP-SAT joins wherever CP-SAT is asked for and `python3` can import `ortools`.
 * @throws {Error} for a name that is no peer
 */
export function preparePeers(asked: readonly string[], known: readonly string[] = PEERS): Field {
  const unknown = asked.filter((name) => !known.includes(name));
  if (unknown.length > 0) throw new Error(`no peer ${unknown.join(', ')}; there are ${known.join(', ')}`);
  const solvers = [...asked];
  const notes: string[] = [];
  if (['cp-sat', 'chuffed', 'highs'].some((name) => asked.includes(name))) installPeers();
  if (asked.includes('fahrplan-2'))
    notes.push('fahrplan-2: ours in two threads that tell each other the best; the limit counts the time of both');
  if (asked.includes('cp-sat'))
    notes.push(`cp-sat: or-tools-wasm ${peerVersion('or-tools-wasm')}, one worker, tuned (bench/peers/cp-sat.ts)`);
  if (asked.includes('chuffed')) notes.push(`chuffed: minizinc ${peerVersion('minizinc')} for the web, fixed search`);
  if (asked.includes('highs')) notes.push(`highs: npm highs ${peerVersion('highs')}, interior point without crossover`);
  if (asked.includes('cp-sat') || asked.includes('cp-sat-native')) {
    const version = nativeVersion();
    if (version !== undefined && !solvers.includes('cp-sat-native')) solvers.push('cp-sat-native');
    if (version === undefined && solvers.includes('cp-sat-native')) solvers.splice(solvers.indexOf('cp-sat-native'), 1);
    notes.push(
      version === undefined
        ? 'cp-sat-native: did not take part, python3 cannot import ortools (pip install ortools)'
        : `cp-sat-native: OR-Tools ${version} in Python, one worker, default parameters`,
    );
  }
  return { solvers, notes };
}
