import { drawDistractor } from '../../../data/passages/distractors.ts';
import { distractor, type DistractorProblem, type DistractorStep } from '../../../lab/attacks/distractor.ts';
import { random } from '../../../lab/random.ts';
import type { ReaderOracle } from '../../../lab/reading/reader.ts';
import { freshExercise, readerTrials, readingOf, type ReaderTrial } from '../../tasks/passages.ts';
import type { Experiment } from '../experiment.ts';
import { mean, share, type About, type Row } from '../row.ts';

/** As Jia and Liang found it on SQuAD, with 16 models and with people. */
const published = (value: string, model?: number): Pick<About, 'published' | 'differs'> => ({
  published: {
    value,
    ...(model !== undefined && { range: [model, model] }),
    source: 'jia2017adversarial',
    status: 'C',
  },
  differs: 'one small net, passages and sentences of our own grammar; published: 16 models on SQuAD',
});

/** n exercises of a trial, each with as many sentences that may be added. */
const problemOf = (
  oracle: ReaderOracle,
  { source }: ReaderTrial,
  n: number,
  tries: number,
): DistractorProblem => {
  const exercises = Array.from({ length: n }, (_, i) => freshExercise(source, i));
  const sentences = (i: number) => Array.from({ length: tries }, (_, k) => random(1).fork(i).fork(k));
  return {
    oracle,
    readings: exercises.map(readingOf),
    answers: exercises.map(({ answer }) => answer),
    candidates: exercises.map((exercise, i) =>
      sentences(i).map((stream) => drawDistractor(exercise, 'heldOut', stream)),
    ),
  };
};

const f1Of = (step: DistractorStep): readonly number[] => step.rows.map(({ f1 }) => f1);

/** One sentence too many: it answers another question and misleads nobody who reads. */
export const distractorExperiment: Experiment = {
  id: 'distractor',
  title: 'Distractor sentences for a net that reads',
  seed: 1,
  needs: [],
  quick: true,
  run: async (lab) => {
    const reader = await lab.reader('reader');
    const [n, tries] = lab.quick ? [40, 5] : [300, 10];
    const rows: Row[] = [];
    for (const trial of readerTrials) {
      const { name, least } = trial;
      const problem = problemOf(reader, trial, n, tries);
      const steps: DistractorStep[] = [];
      for await (const step of distractor.run(problem, { tries }, random(1))) {
        steps.push(step);
        lab.progress(`${name}: ${step.index} of ${tries} sentences`);
      }
      const [clean, one, last] = [steps[0], steps[1], steps.at(-1)];
      if (!clean || !one || !last) throw new RangeError('The attack made no step.');
      // Those whose answer was right in part, and has nothing right in it any more.
      const misled = last.rows.flatMap(({ f1, answer }, i) =>
        f1 === 0 && (clean.rows[i]?.f1 ?? 0) > 0
          ? [answer.start >= (problem.readings[i]?.passage.length ?? 0)]
          : [],
      );
      const bound: About = lab.quick ? {} : { bound: [least, 1] };
      rows.push(
        mean(`${name}: F1`, f1Of(clean), { ...published('75.4 %, people 92.6 %', 0.754), ...bound }, 'share'),
        mean(
          `${name}: F1, a sentence at random (AddOneSent)`,
          f1Of(one),
          published('people 89.2 %'),
          'share',
        ),
        mean(
          `${name}: F1, the worst of ${tries} sentences (AddSent)`,
          f1Of(last),
          { ...published('36.4 %, people 79.5 %', 0.364), bound: [0, least - 0.1] },
          'share',
        ),
      );
      if (misled.length === 0) continue;
      const inside = misled.filter(Boolean).length;
      rows.push(
        share(
          `${name}: of those misled, answer in the added sentence`,
          inside,
          misled.length,
          published('96.6 %', 0.966),
        ),
      );
    }
    return rows;
  },
};
