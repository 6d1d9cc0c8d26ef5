import { unitBox } from '../../lab/box.ts';
import { fromLevels } from '../../lab/eight-bits.ts';
import { readGenome, shownIn } from '../../lab/evolution/any-genome.ts';
import type { Encoding } from '../../lab/evolution/encoding.ts';
import { cppn } from '../../lab/evolution/encodings/cppn.ts';
import { direct } from '../../lab/evolution/encodings/direct.ts';
import { mapElites, mnistEvolution, type Archive, type Cell } from '../../lab/evolution/map-elites.ts';
import type { Answers } from '../../lab/oracle.ts';
import { softmax } from '../../lab/softmax.ts';
import { numberAt, row } from '../../lab/vec.ts';
import { verdict } from '../../lab/verdict.ts';
import type { Bench } from '../../nets/bench/bench.ts';
import type { Run } from '../kit/contract/figure.ts';
import type { Champion, EvolveFrame, Onlooker } from './frame.ts';
import { encodingOf, type EvolveState } from './params.ts';
import { othersOf, taskOf, type Task } from './tasks.ts';

const encodingFor = (state: EvolveState, { side, colour }: Task): Encoding<unknown> =>
  encodingOf(state) === 'direct' ? direct({ size: side, colour }) : cppn({ colour });

const probabilities = async (
  net: Answers,
  pictures: readonly Uint8Array[],
): Promise<Float32Array<ArrayBuffer>> => {
  const x = new Uint8Array(pictures.length * net.dimension);
  pictures.forEach((picture, i) => x.set(picture, i * net.dimension));
  return softmax(await net.logits(fromLevels(x)), net.classes);
};

const nobody = (count: number): Onlooker => ({
  says: new Uint16Array(count),
  sure: new Float32Array(count),
  agrees: new Float32Array(count),
});

interface Shown {
  readonly label: number;
  readonly picture: Uint8Array;
}

/** What a net says of the champions: asked only about those that have changed. */
const look = async (
  net: Answers,
  shown: readonly Shown[],
  changed: readonly number[],
  before: Onlooker,
): Promise<Onlooker> => {
  if (changed.length === 0) return before;
  const p = await probabilities(
    net,
    changed.map((i) => (shown[i] as Shown).picture),
  );
  const now = { says: before.says.slice(), sure: before.sure.slice(), agrees: before.agrees.slice() };
  changed.forEach((i, k) => {
    const one = row(p, k, net.classes);
    const { says, sure } = verdict(one);
    now.says[i] = says;
    now.sure[i] = sure;
    now.agrees[i] = numberAt(one, (shown[i] as Shown).label);
  });
  return now;
};

/** One picture from a link: what the net and the others make of it. */
const asked = async (
  net: Answers,
  others: readonly Answers[],
  { genome }: EvolveState,
  { side, colour }: Task,
) => {
  const picture = shownIn(readGenome(genome), colour === 'grey' ? 1 : 3).render(side);
  const { says: label, sure } = verdict(await probabilities(net, [picture]));
  const onlookers: Onlooker[] = [];
  for (const other of others) onlookers.push(await look(other, [{ label, picture }], [0], nobody(1)));
  const frame: EvolveFrame = {
    generation: 0,
    evaluations: 1,
    champions: [{ label, genome, sure, born: 0 }],
    onlookers,
    history: Float32Array.of(sure),
  };
  return frame;
};

const netsOf = async (bench: Bench, { net }: EvolveState) => {
  const main = await bench.net(net);
  const others: Answers[] = [];
  for (const id of othersOf(net)) others.push(await bench.net(id));
  return { main, others };
};

/**
 * Evolves a picture for every class from answers alone; each generation is a frame, shown to the other nets
 * too.
 */
const run: Run<EvolveState, EvolveFrame> = async function* (state, bench, signal) {
  const task = taskOf(state.net);
  const { main, others } = await netsOf(bench, state);
  signal.throwIfAborted();
  if (state.genome !== '') {
    yield await asked(main, others, state, task);
    return;
  }
  const encoding = encodingFor(state, task);
  const { seed, generations } = state;
  const { offspring } = task;
  const classes = task.classes.map(({ label }) => label);
  const settings = {
    seed,
    initial: offspring,
    offspring,
    batch: Math.min(offspring, mnistEvolution.batch),
    box: unitBox,
    classes,
  } as const;
  let cells: readonly Cell<unknown>[] = [];
  let champions: readonly Champion[] = [];
  let onlookers = others.map(() => nobody(classes.length));
  let history = new Float32Array();
  const evolution: AsyncGenerator<Archive<unknown>, void> = mapElites(main, encoding, settings);
  for await (const archive of evolution) {
    signal.throwIfAborted();
    const changed = archive.cells.flatMap((cell, i) => (cell === cells[i] ? [] : [i]));
    champions = archive.cells.map((cell, i) =>
      cell === cells[i]
        ? (champions[i] as Champion)
        : {
            label: cell.label,
            genome: encoding.serialise(cell.genome),
            sure: cell.confidence,
            born: cell.generation,
          },
    );
    cells = archive.cells;
    const looks: Onlooker[] = [];
    for (const [k, other] of others.entries())
      looks.push(await look(other, cells, changed, onlookers[k] as Onlooker));
    onlookers = looks;
    const longer = new Float32Array(history.length + cells.length);
    longer.set(history);
    longer.set(
      champions.map(({ sure }) => sure),
      history.length,
    );
    history = longer;
    const { generation, evaluations } = archive;
    yield { generation, evaluations, champions, onlookers, history };
    if (generation >= generations) return;
  }
};

export default run;
