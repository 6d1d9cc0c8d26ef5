import { labelOf, namesIn } from '../../figures/attack/attacked.ts';
import figure from '../../figures/attack/figure.ts';
import { kindOf, shapeOf } from '../../figures/attack/nets.ts';
import { subjectOf } from '../../figures/attack/subject.ts';
import { readLink } from '../../figures/kit/contract/link.ts';
import { fromLevels } from '../../lab/eight-bits.ts';
import { readerError } from '../../lab/reader-error.ts';
import type { OwnModel } from '../../nets/own/own-model.ts';
import { usageError } from '../command.ts';
import type { Pictures } from './pictures.ts';

/** Whether inputs are the query of a link, and no file or folder. */
export const isLink = (inputs: string): boolean => inputs.startsWith('?');

/** The one picture that a link of the figure “attack” shows, with its label. */
export const linkedPicture = async (link: string, model: OwnModel): Promise<Pictures> => {
  const { state, refused } = readLink(figure, link);
  if (refused.length > 0) throw usageError(refused.join(' '));
  const kind = kindOf(state);
  const { height, width, channels } = shapeOf(state);
  if (kind === 'own' || height * width * channels !== model.dimension) {
    throw readerError(
      `The link shows a picture of ${height} × ${width} × ${channels}, but the model reads ${model.shape.join(' × ')}; name its net.`,
    );
  }
  const { levels, said } = await subjectOf(state, shapeOf(state), model);
  const x = fromLevels(levels);
  const names = namesIn[kind].slice(0, model.classes);
  const { label } = labelOf(state, { names }, said, await model.logits(x));
  return { x, labels: Int32Array.of(label), names: [link] };
};
