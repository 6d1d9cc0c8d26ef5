import path from 'node:path';
import { fileURLToPath } from 'node:url';

const own = fileURLToPath(new URL('../../.data', import.meta.url));

/**
 * The folder of data sets (`mnist/`, `lenet-f/`, `mobilenet_v1_0.25_224/`, …): the one named, else the one
 * that the environment variable EASILY_FOOLED_DATA names, else `.data/` of this repository. Absolute; it need
 * not exist.
 */
export const dataFolder = (named = process.env['EASILY_FOOLED_DATA']): string =>
  named === undefined || named === '' ? own : path.resolve(named);

/** One data set of the folder of data sets. */
export const dataSet = (name: string, named?: string): string => path.join(dataFolder(named), name);

/** What a usage says of the option that names the folder. */
export const dataUsage = '--data FOLDER  where data sets are ($EASILY_FOOLED_DATA, else .data/)';
