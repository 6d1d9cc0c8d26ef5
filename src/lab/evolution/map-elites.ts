import { unitBox } from '../box.ts';
import type { Answers, Vec } from '../oracle.ts';
import { random } from '../random.ts';
import { readerError } from '../reader-error.ts';
import { softmax } from '../softmax.ts';
import { allFinite } from '../vec.ts';
import type { Encoding, Picture } from './encoding.ts';

/** The best that was found for one class. */
export interface Cell<Genome> {
  readonly label: number;
  readonly genome: Genome;
  /** What the network was shown, in 8 bits. */
  readonly picture: Picture;
  /** The network's softmax probability of the label, of this picture. */
  readonly confidence: number;
  /** When it was born. */
  readonly generation: number;
}

/** Where an evolution stands: plain data, from which it goes on as if it had never stopped. */
export interface Archive<Genome> {
  /** 0 for the random start, then 1, 2, … */
  readonly generation: number;
  /** Pictures the network was asked about so far. */
  readonly evaluations: number;
  /** One per class, in the order asked for. */
  readonly cells: readonly Cell<Genome>[];
}

/** How large an evolution is, how it is batched, and the seed of all its chance. */
export interface EvolutionSettings {
  readonly seed: number | string;
  /** The classes that get a cell, each once; all of the network's unless given. */
  readonly classes?: readonly number[];
  /** Random genomes to begin with. */
  readonly initial: number;
  /** Children per generation. */
  readonly offspring: number;
  /**
   * Pictures shown to the network at once; the next are children of what these have left in the cells. One is
   * MAP-Elites as published; the released code shows a whole generation.
   */
  readonly batch: number;
  /** The network's values of black and white. */
  readonly box: readonly [low: number, high: number];
}

/**
 * The released code's settings for MNIST (Nguyen et al. 2015), but for the batch: with the whole generation
 * in one, as there, a run takes more generations to the same confidence.
 */
export const mnistEvolution = { initial: 200, offspring: 200, batch: 25, box: unitBox } as const;

/** Numbers asked in one batch at most: 16 MB. */
const batchNumbers = 2 ** 22;

const complaint = <Genome>(
  { dimension, classes }: Answers,
  { channels }: Encoding<Genome>,
  settings: EvolutionSettings,
  labels: readonly number[],
  from: Archive<Genome> | undefined,
): string | undefined => {
  const size = Math.sqrt(dimension / channels);
  if (!Number.isInteger(size)) {
    return `The network reads ${dimension} numbers, which make no square picture of ${channels} numbers a pixel; choose another encoding or network.`;
  }
  if (labels.length === 0) return 'There is no class to evolve a picture for; choose one or more.';
  const strange = labels.find(
    (label, i) => !(Number.isInteger(label) && label >= 0 && label < classes && labels.indexOf(label) === i),
  );
  if (strange !== undefined) {
    return `The classes to evolve pictures for must be different ones from 0 to ${classes - 1}; ${strange} is not.`;
  }
  const {
    initial,
    offspring,
    box: [low, high],
  } = settings;
  if (![initial, offspring].every((n) => Number.isInteger(n) && n >= 1)) {
    return `An evolution needs one or more pictures to begin with and children a generation, not ${initial} and ${offspring}.`;
  }
  if (!(Number.isInteger(settings.batch) && settings.batch >= 1)) {
    return `The network is shown one or more pictures at once, not ${settings.batch}.`;
  }
  if (!(Number.isFinite(low) && Number.isFinite(high) && low < high)) {
    return `Black is ${low} and white is ${high}; the first must be the smaller.`;
  }
  if (
    from &&
    (from.cells.length !== labels.length || from.cells.some((cell, i) => cell.label !== labels[i]))
  ) {
    return 'The evolution to go on with was for other classes; choose those again, or begin anew.';
  }
  return undefined;
};

/**
 * MAP-Elites with one cell per class (Mouret and Clune 2015; as used by Nguyen et al. 2015): parents are
 * drawn uniformly over the cells, crossed in pairs and mutated; a child replaces the picture of every class
 * of which the network is more certain at the child's 8-bit picture. Asks for nothing but answers. Yields the
 * archive after the random start and after each generation, without end: whoever stops asking stops it. With
 * `from`, goes on after that archive, and what it yields is what it would have yielded without a break.
 * Throws a ReaderError for settings or a network that make no sense.
 */
export async function* mapElites<Genome>(
  answers: Answers,
  encoding: Encoding<Genome>,
  settings: EvolutionSettings,
  from?: Archive<Genome>,
): AsyncGenerator<Archive<Genome>, void> {
  const { dimension, classes } = answers;
  const labels = settings.classes ?? Array.from({ length: classes }, (_, label) => label);
  const sentence = complaint(answers, encoding, settings, labels, from);
  if (sentence !== undefined) throw readerError(sentence);

  const size = Math.sqrt(dimension / encoding.channels);
  const [low, high] = settings.box;
  const values = Float32Array.from({ length: 256 }, (_, level) => low + ((high - low) / 255) * level);
  const batch = Math.max(1, Math.min(settings.batch, Math.floor(batchNumbers / dimension)));

  /** Puts each of the genomes into every cell where it is best. */
  const compete = async (
    cells: (Cell<Genome> | undefined)[],
    genomes: readonly Genome[],
    generation: number,
  ): Promise<void> => {
    const pictures = genomes.map((genome) => encoding.render(genome, size));
    const x: Vec = new Float32Array(genomes.length * dimension);
    let at = 0;
    for (const picture of pictures) {
      for (let j = 0; j < dimension; j++) x[at + j] = values[picture[j]];
      at += dimension;
    }
    const logits = await answers.logits(x);
    if (!allFinite(logits)) {
      throw readerError(
        'The network answered with something that is not a number; choose another backend or reload.',
        {
          retry: true,
        },
      );
    }
    const probabilities = softmax(logits, classes);
    genomes.forEach((genome, i) => {
      labels.forEach((label, k) => {
        const confidence = probabilities[i * classes + label];
        if (confidence > (cells[k]?.confidence ?? -1)) {
          cells[k] = { label, genome, picture: pictures[i], confidence, generation };
        }
      });
    });
  };

  let archive = from;
  for (;;) {
    const generation = archive ? archive.generation + 1 : 0;
    const chance = random(settings.seed).fork(generation);
    const cells: (Cell<Genome> | undefined)[] = [...(archive?.cells ?? [])];
    const parent = (): Genome => (cells[chance.integer(cells.length)] as Cell<Genome>).genome;
    const children = (): readonly Genome[] =>
      archive
        ? encoding.cross(parent(), parent(), chance).map((child) => encoding.mutate(child, chance))
        : [encoding.random(chance)];
    const wanted = archive ? settings.offspring : settings.initial;
    let pending: Genome[] = [];
    for (let made = 0; made < wanted;) {
      while (pending.length < batch && made < wanted) {
        const fresh = children().slice(0, wanted - made);
        made += fresh.length;
        pending = [...pending, ...fresh];
      }
      await compete(cells, pending, generation);
      pending = [];
    }
    archive = {
      generation,
      evaluations: (archive?.evaluations ?? 0) + wanted,
      cells: cells.filter((cell) => cell !== undefined),
    };
    yield archive;
  }
}
