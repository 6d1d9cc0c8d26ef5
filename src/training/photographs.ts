import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { loadNet } from '../nets/load-net.ts';
import type { ByteSource, Net } from '../nets/net.ts';
import { fileBytes } from '../nets/sources/file.ts';
import { readPictures, type Pictures } from './attack/pictures.ts';

/** Where the folder of data sets has MobileNet. */
export const mobilenetFolder = 'mobilenet_v1_0.25_224' as const;

/** Where that folder has photographs with their labels. */
export const samplesFolder = 'imagenet-samples' as const;

/** MobileNet from the folder of data sets in place of its public address. */
export const mobilenetIn = (data: string): Promise<Net> => {
  const files = fileBytes(pathToFileURL(`${path.join(data, mobilenetFolder)}/`));
  const source: ByteSource = (name, options) => files(path.posix.basename(name), options);
  return loadNet('imagenet-mobilenet', source, { agreed: true });
};

/** The first of its photographs, 224 × 224 in red, green and blue, pixels in 0 … 1. */
export const photographsIn = (data: string, limit = Infinity): Promise<Pictures> =>
  readPictures(path.join(data, samplesFolder), undefined, [224, 224, 3], limit);
