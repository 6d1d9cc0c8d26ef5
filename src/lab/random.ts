/** A seeded stream of random numbers: the same seed gives the same stream on every machine. */
export interface Random {
  /** Uniform in [0, 1), a multiple of 2⁻³². */
  readonly uniform: () => number;
  /** Standard normal, rounded to 32 bits so that machines whose Math.log differs in the last bit agree. */
  readonly normal: () => number;
  /** A whole number from 0 to n − 1 (n at most 2³²; biased by no more than n / 2³²). */
  readonly integer: (n: number) => number;
  /**
   * A new independent stream, a pure function of this stream's seed and the name: that of the seed
   * `seed/name`.
   */
  readonly fork: (name: string | number) => Random;
}

/**
 * Four 32-bit words from a text, each a hash in the manner of FNV-1a with an offset and a factor of its own,
 * finished with MurmurHash3's mixer.
 */
const words = (text: string): [number, number, number, number] => {
  const word = (offset: number): number => {
    let h = 0x811c9dc5 ^ offset;
    for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193 + 2 * offset);
    h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
    h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
    return h ^ (h >>> 16);
  };
  return [word(0x1234567), word(0x3c6ef372), word(0x1b873593), word(0x27d4eb2f)];
};

/** The small fast counter generator of Doty-Humphrey (sfc32, from PractRand), 32 fresh bits a call. */
const sfc32 = ([a, b, c, counter]: [number, number, number, number]): (() => number) => {
  const next = (): number => {
    const out = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + out) | 0;
    return out >>> 0;
  };
  for (let i = 0; i < 15; i++) next();
  return next;
};

/** The stream of a seed; the number 7 and the text '7' are the same seed. */
export const random = (seed: number | string): Random => {
  const next = sfc32(words(String(seed)));
  let spare: number | undefined;
  const uniform = (): number => next() / 2 ** 32;

  // Marsaglia's polar method: two normals from a point drawn in the unit disc.
  const normal = (): number => {
    if (spare !== undefined) {
      const kept = spare;
      spare = undefined;
      return kept;
    }
    for (;;) {
      const u = 2 * uniform() - 1;
      const v = 2 * uniform() - 1;
      const s = u * u + v * v;
      if (s > 0 && s < 1) {
        const scale = Math.sqrt((-2 * Math.log(s)) / s);
        spare = Math.fround(v * scale);
        return Math.fround(u * scale);
      }
    }
  };

  return {
    uniform,
    normal,
    integer: (n) => Math.floor(uniform() * n),
    fork: (name) => random(`${seed}/${name}`),
  };
};

/** The same stream with other forks: each is forked once more, by that name. */
export const under = (random: Random, name: string): Random => ({
  ...random,
  fork: (own) => random.fork(own).fork(name),
});

/**
 * The same streams for rows whatever the batches are: row i of a batch that begins at `from` is row from + i.
 */
export const streamFrom = (stream: Random, from: number): Random => ({
  ...stream,
  fork: (name) => stream.fork(typeof name === 'number' ? from + name : name),
});

/** The numbers from 0 to count − 1 in random order, every order as likely (Fisher and Yates). */
export const shuffled = (count: number, random: Random): Int32Array<ArrayBuffer> => {
  const order = Int32Array.from({ length: count }, (_, i) => i);
  for (let i = count - 1; i > 0; i--) {
    const j = random.integer(i + 1);
    const held = order[i];
    order[i] = order[j];
    order[j] = held;
  }
  return order;
};
