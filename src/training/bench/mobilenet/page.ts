import { median } from '../../../lab/statistics/median.ts';
import { chooseBackend } from '../../../nets/backends.ts';
import { loadNet } from '../../../nets/load-net.ts';
import type { BackendId, Net } from '../../../nets/net.ts';
import { fetchBytes } from '../../../nets/sources/fetch.ts';
import { attackTowards, type Reached, type Towards } from '../../targeted.ts';

/**
 * What the page offers to Node: MobileNet on the one backend that its address names, and the pictures that
 * Node serves.
 */
export interface MobilenetPage {
  /** Milliseconds of a forward pass and of a gradient, the medians of so many rounds. */
  readonly time: (rounds: number) => Promise<{ readonly forward: number; readonly gradient: number }>;
  /** What becomes of one picture, and in how many milliseconds. */
  readonly attack: (
    place: number,
    label: number,
    setting: Towards,
  ) => Promise<{ readonly reached: Reached; readonly took: number }>;
}

const milliseconds = async (work: () => Promise<unknown>): Promise<number> => {
  const start = performance.now();
  await work();
  return performance.now() - start;
};

const files = fetchBytes(document.baseURI);
const picture = async (place: number): Promise<Float32Array<ArrayBuffer>> =>
  Float32Array.from(await files(`pictures/${place}`), (byte) => byte / 255);

const start = async (): Promise<Net> => {
  await chooseBackend(new URLSearchParams(location.search).get('backend') as BackendId);
  return loadNet('imagenet-mobilenet', fetchBytes(new URL('models/', document.baseURI).href), {
    agreed: true,
  });
};
const loading = start();

const page: MobilenetPage = {
  time: async (rounds) => {
    const [net, x] = await Promise.all([loading, picture(0)]);
    const typical = async (work: () => Promise<unknown>): Promise<number> => {
      // The first round warms up the compilers.
      await work();
      const times: number[] = [];
      for (let i = 0; i < rounds; i++) times.push(await milliseconds(work));
      return median(times);
    };
    return {
      forward: await typical(() => net.logits(x)),
      gradient: await typical(() => net.loss(x, Int32Array.of(0))),
    };
  },
  attack: async (place, label, setting) => {
    const [net, x0] = await Promise.all([loading, picture(place)]);
    const begun = performance.now();
    const reached = await attackTowards(net, { x0, label, place }, setting);
    return { reached, took: performance.now() - begun };
  },
};

Object.assign(globalThis, { mobilenet: page });
