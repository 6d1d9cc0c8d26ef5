import * as tf from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-backend-cpu';
import { afterAll, describe, expect, it } from 'vitest';
import { isReaderError } from '../../src/lab/reader-error.ts';
import { chooseBackend, findBackend, type Candidate } from '../../src/nets/backends.ts';
import { answerTest, selfTestError, tolerance } from '../../src/nets/backend/self-test.ts';
import { expected } from '../../src/nets/backend/self-test-numbers.ts';
import { decodeFloat16, encodeFloat16 } from '../../src/nets/format/float16.ts';
import { registerGradientKernels } from '../../src/nets/kernels/register.ts';

const cpu: Candidate = {
  id: 'cpu',
  title: 'plain JavaScript',
  start: async () => {
    await tf.setBackend('cpu');
  },
};

const absent: Candidate = {
  id: 'webgpu',
  title: 'WebGPU',
  start: () => Promise.reject(new Error('no adapter')),
};

/** A copy of the CPU backend on which every answer of one kernel is passed through `spoil`. */
const spoiled = (
  name: string,
  kernelName: string,
  spoil: (values: Float32Array) => Float32Array,
): Candidate => ({
  id: 'webgl',
  title: 'WebGL',
  start: async () => {
    const factory = tf.findBackendFactory('cpu');
    if (!tf.engine().backendNames().includes(name)) {
      tf.registerBackend(name, factory);
      tf.copyRegisteredKernels('cpu', name);
      const stock = tf.getKernel(kernelName, name);
      tf.unregisterKernel(kernelName, name);
      tf.registerKernel({
        ...stock,
        kernelFunc: (args) => {
          const out = stock.kernelFunc(args) as tf.TensorInfo;
          const { data } = args.backend as { data: tf.DataStorage<{ values: Float32Array }> };
          const stored = data.get(out.dataId);
          stored.values = spoil(stored.values);
          return out;
        },
      });
    }
    await tf.setBackend(name);
  },
});

const half = (values: Float32Array): Float32Array => decodeFloat16(encodeFloat16(Float32Array.from(values)));

afterAll(() => tf.setBackend('cpu'));

describe('The self-test', () => {
  it('has the answers of the CPU backend stored', async () => {
    await cpu.start();
    const { logits, gradient } = await answerTest();
    expected.logits.forEach((value, i) => expect(logits[i]).toBeCloseTo(value, 5));
    expected.gradient.forEach((value, i) => expect(gradient[i]).toBeCloseTo(value, 5));
  });

  it('is passed by WebAssembly with and without our gradient kernels', async () => {
    await chooseBackend('wasm');
    expect(await selfTestError()).toBeLessThan(tolerance / 10);
    registerGradientKernels('wasm')();
    expect(await selfTestError()).toBeLessThan(tolerance / 10);
  });
});

describe('The backend chooser', () => {
  it('falls through to the next backend where one cannot start, and keeps the reason', async () => {
    const found = await findBackend({ candidates: [absent, cpu] });
    expect(found).toEqual({
      id: 'cpu',
      title: 'plain JavaScript',
      tried: [
        { id: 'webgpu', ok: false, reason: 'no adapter' },
        { id: 'cpu', ok: true },
      ],
    });
  });

  it('passes over a backend that never answers', async () => {
    const silent: Candidate = { ...absent, start: () => new Promise(() => undefined) };
    const found = await findBackend({ candidates: [silent, cpu], limit: 50 });
    expect(found.id).toBe('cpu');
    expect(found.tried[0]?.reason).toBe('it did not start within 0.05 seconds');
  });

  it.each([
    ['computes in half precision', spoiled('half', 'Conv2D', half)],
    ['forgets to rectify', spoiled('unrectified', 'Relu', (v) => v.map((x) => x - 0.01))],
    ['loses the gradient of pooling', spoiled('unpooled', 'MaxPoolGrad', (v) => v.fill(0))],
    ['answers with nothing', spoiled('nan', '_FusedMatMul', (v) => v.fill(NaN))],
  ])('passes over a backend that %s', async (_, candidate) => {
    const found = await findBackend({ candidates: [candidate, cpu] });
    expect(found.id).toBe('cpu');
    expect(found.tried[0]).toMatchObject({ id: 'webgl', ok: false });
    expect(found.tried[0]?.reason).toMatch(/^its numbers are wrong by/);
  });

  it('says in one sentence that no backend will do', async () => {
    const error: unknown = await findBackend({ candidates: [absent] }).catch((thrown: unknown) => thrown);
    expect(isReaderError(error) && error.message).toBe(
      'This browser cannot run the networks (webgpu: no adapter). What the page shows was computed beforehand.',
    );
  });

  it('uses the backend that is asked for, and no other', async () => {
    expect((await findBackend({ only: 'cpu', candidates: [absent, cpu] })).tried).toEqual([
      { id: 'cpu', ok: true },
    ]);
    await expect(findBackend({ only: 'webgpu', candidates: [absent, cpu] })).rejects.toThrow(
      'The backend webgpu cannot be used here (webgpu: no adapter). Choose another one.',
    );
  });

  it('finds one backend for all who ask at once, and keeps it', async () => {
    const [a, b] = await Promise.all([chooseBackend(), chooseBackend()]);
    expect(a).toBe(b);
    expect(await chooseBackend(a.id)).toBe(a);
    const other = await chooseBackend('cpu');
    expect(other.id).toBe('cpu');
    expect(await chooseBackend()).toBe(other);
  });

  it('leaves no handler behind that would rethrow the errors of others', async () => {
    const before = process.listenerCount('unhandledRejection');
    await chooseBackend('wasm');
    expect(process.listenerCount('unhandledRejection')).toBe(before);
  });
});
