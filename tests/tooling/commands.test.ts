import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { environment, root } from '../build.ts';

const { scripts } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as {
  readonly scripts: Readonly<Record<string, string>>;
};

/** Our own commands and their files: all that are written in TypeScript. */
const commands = Object.entries(scripts)
  .filter(([, script]) => script.startsWith('tsx '))
  .map(([name, script]) => [name, script.slice('tsx '.length)] as const);

/** Runs a command as a person would. */
const run = (name: string, args: readonly string[]): Promise<{ code: number; out: string; error: string }> =>
  new Promise((done) => {
    const all = ['--import', 'tsx', scripts[name]?.slice('tsx '.length) ?? '', ...args];
    // A command that took what it must refuse would start its work: `npm test` this very test.
    execFile(
      process.execPath,
      all,
      { cwd: root, env: environment, timeout: 100_000 },
      (failure, out, error) => {
        done({ code: failure ? Number(failure.code) : 0, out, error });
      },
    );
  });

/** The call that the usage of a command begins with. */
const callOf = (name: string): string =>
  ['start', 'test'].includes(name) ? `npm ${name}` : `npm run ${name}`;

const expectOneSentence = async (name: string, args: readonly string[], why: RegExp): Promise<void> => {
  const { code, out, error } = await run(name, args);
  const [sentence = '', ...usage] = error.split('\n\n');
  expect({ code, out }).toEqual({ code: 2, out: '' });
  expect(sentence).toMatch(why);
  expect(sentence).toMatch(/^[^\n]+\.$/);
  expect(usage.join('\n\n').startsWith(callOf(name)), error).toBe(true);
  expect(error).not.toMatch(/^ +at /m);
};

test('all commands with arguments are here', () => expect(commands.length).toBeGreaterThan(10));

describe.concurrent.each(commands)('npm run %s', { timeout: 120_000 }, (name) => {
  test('tells its usage when asked for help', async () => {
    const { code, out, error } = await run(name, ['--help']);
    expect({ code, error }).toEqual({ code: 0, error: '' });
    expect(out.startsWith(callOf(name)), out).toBe(true);
  });

  test('refuses an option that it does not have', () =>
    expectOneSentence(name, ['--nonsense'], /--nonsense/));

  test('refuses a name that it does not know', () => expectOneSentence(name, ['nonsense'], /nonsense/));
});

describe.concurrent(
  'what a command is given is refused where it cannot be meant',
  { timeout: 120_000 },
  () => {
    test.each([
      ['start', ['--port', 'abc'], /^--port is “abc”; it must be a whole number, from 0 to 65535\.$/],
      ['start', ['--port', '99999'], /^--port is “99999”/],
      ['start', ['--port'], /--port/],
      ['data', [], /^Say which data\.$/],
      ['figure', [], /^Name a figure\.$/],
      ['figure', ['attack', '--preset', 'nonsense'], /^There is no preset of attack “nonsense”; there are /],
      ['figure', ['attack', 'nonsense'], /^“nonsense” is no field=value/],
      ['figure', ['attack', 'epsilon=much'], /much/],
      ['attack', ['--model', 'm', '--attack', 'nonsense'], /^--attack is “nonsense”; choose one of /],
      ['look', ['--width', 'wide'], /^--width is “wide”/],
      ['look', ['--do', 'dance'], /^--do is “dance”; choose one of click, /],
    ] as const)('npm run %s -- %j', (name, args, why) => expectOneSentence(name, args, why));
  },
);
