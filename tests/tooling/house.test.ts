import { existsSync, globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { engines } from '../../src/training/browsers/engines.ts';
import { root } from '../build.ts';

const read = (file: string): string => readFileSync(path.join(root, file), 'utf8');
const papers = [...globSync('*.md', { cwd: root }), ...globSync('docs/*.md', { cwd: root })];

test('the Node of .nvmrc is the one that comes with the dependencies', () => {
  const { devDependencies } = JSON.parse(read('package.json')) as {
    devDependencies: Readonly<Record<string, string>>;
  };
  expect(read('.nvmrc').trim()).toBe(devDependencies['node']);
});

test('the dev container has every program that the browser tests install', () => {
  const { onCreateCommand } = JSON.parse(read('.devcontainer/devcontainer.json')) as {
    onCreateCommand: string;
  };
  const packages = engines.flatMap(({ programs }) => programs.flatMap((program) => program.packages));
  expect(packages.length).toBeGreaterThan(3);
  expect(onCreateCommand.split(' ')).toEqual(expect.arrayContaining(packages));
});

describe.each(papers)('%s', (paper) => {
  test('leads only to what is there', () => {
    const links = [...read(paper).matchAll(/\]\(([^)#]+)(?:#[^)]*)?\)/g)].map(([, link = '']) => link);
    const dead = links.filter(
      (link) => !/^https:/.test(link) && !existsSync(path.join(root, path.dirname(paper), link)),
    );
    expect(dead).toEqual([]);
  });

  test('names only commands that there are', () => {
    const { scripts } = JSON.parse(read('package.json')) as { scripts: object };
    const named = [...read(paper).matchAll(/npm run (?:-s )?([a-z:]+)/g)].map(([, name = '']) => name);
    expect(named.filter((name) => !(name in scripts))).toEqual([]);
  });
});

test('the readme is short', () => expect(read('README.md').split('\n').length).toBeLessThanOrEqual(150));
