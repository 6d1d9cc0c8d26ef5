import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { root } from '../build.ts';

interface Package {
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

const text = readFileSync(path.join(root, 'package-lock.json'), 'utf8');
const { packages } = JSON.parse(text) as { readonly packages: Readonly<Record<string, Package>> };

/** Whether a package is found from a place in node_modules by walking up, as Node does. */
const isFound = (name: string, from: string): boolean => {
  const step = from === '' ? '' : `${from}/`;
  if (`${step}node_modules/${name}` in packages) return true;
  return from !== '' && isFound(name, from.slice(0, Math.max(0, from.lastIndexOf('/node_modules/'))));
};

test('every optional dependency of the lockfile is in it: where one is missing npm ci refuses to install', () => {
  const missing = Object.entries(packages).flatMap(([place, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies)
      .filter((name) => !isFound(name, place))
      .map((name) => `${name} of ${place}`),
  );
  expect(missing).toEqual([]);
});

test('the lockfile names no registry, so that each machine asks its own', () =>
  expect(text).not.toMatch(/"resolved": "https?:/));
