import { spawn, type ChildProcess } from 'node:child_process';
import { createServer, type AddressInfo } from 'node:net';
import { size, type Point, type RunningEngine, type Tab } from './tab.ts';

/** A port that nobody listens at. */
const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });

/** Starts Xvfb on a display that it chooses itself, and answers with its number. */
const startDisplay = async (file: string): Promise<readonly [ChildProcess, string]> => {
  const { width, height } = size;
  const child = spawn(
    file,
    ['-displayfd', '3', '-screen', '0', `${width}x${height}x24`, '-nolisten', 'tcp'],
    {
      stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
    },
  );
  const display = await new Promise<string>((resolve, reject) => {
    child.stdio[3]?.once('data', (data) => resolve(String(data).trim()));
    child.once('error', reject).once('exit', () => reject(new Error('Xvfb ended at once.')));
  });
  return [child, display];
};

type Send = (method: 'GET' | 'POST' | 'DELETE', path: string, body?: unknown) => Promise<unknown>;

/** Asks a W3C WebDriver (https://www.w3.org/TR/webdriver2/); throws with what it says. */
const sender =
  (address: string): Send =>
  async (method, path, body) => {
    const request = body === undefined ? { method } : { method, body: JSON.stringify(body) };
    const response = await fetch(`${address}${path}`, request);
    const { value } = (await response.json()) as { readonly value: unknown };
    if (response.ok) return value;
    const { error, message } = value as { readonly error: string; readonly message: string };
    throw new Error(`${method} ${path}: ${error}, ${message}`);
  };

/** Asks again until the driver listens. */
const listening = async (send: Send, child: ChildProcess): Promise<void> => {
  for (;;) {
    if (child.exitCode !== null) throw new Error('The WebDriver ended at once.');
    const answers = await send('GET', '/status').then(
      () => true,
      () => false,
    );
    if (answers) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
};

const pointer = (points: readonly Point[]) => {
  const [first = [0, 0], ...rest] = points.map(([x, y]) => [Math.round(x), Math.round(y)] as const);
  const move = ([x, y]: Point) => ({ type: 'pointerMove', duration: 10, origin: 'viewport', x, y });
  const button = (type: 'pointerDown' | 'pointerUp') => ({ type, button: 0 });
  return [move(first), button('pointerDown'), ...rest.map(move), button('pointerUp')];
};

const control = '\uE009';

const tabOf = (send: Send): Tab => {
  const act = async (type: 'pointer' | 'key', actions: readonly unknown[]): Promise<void> => {
    await send('POST', '/actions', { actions: [{ type, id: type, actions }] });
    await send('DELETE', '/actions');
  };
  return {
    goto: async (url) => {
      await send('POST', '/url', { url });
    },
    run: async (code, ...args) => {
      const script = `const done = arguments[arguments.length - 1];
        Promise.resolve((${String(code)})(...Array.from(arguments).slice(0, -1))).then(
          (value) => done({ value }), (error) => done({ error: String(error) }));`;
      const answer = await send('POST', '/execute/async', { script, args });
      const { value, error } = answer as { readonly value: never; readonly error?: string };
      if (error !== undefined) throw new Error(error);
      return value;
    },
    draw: (points) => act('pointer', pointer(points)),
    pressWithControl: (key) =>
      act('key', [
        { type: 'keyDown', value: control },
        { type: 'keyDown', value: key },
        { type: 'keyUp', value: key },
        { type: 'keyUp', value: control },
      ]),
    picture: async () => Buffer.from((await send('GET', '/screenshot')) as string, 'base64'),
  };
};

/** Starts a browser behind a W3C WebDriver on a display of its own. */
export const startWithWebDriver = async (
  driver: string,
  xvfb: string,
  capabilities: Readonly<Record<string, unknown>>,
): Promise<RunningEngine> => {
  const [screen, display] = await startDisplay(xvfb);
  const port = await freePort();
  const child = spawn(driver, [`--port=${port}`, '--host=127.0.0.1'], {
    env: { ...process.env, DISPLAY: `:${display}` },
    stdio: 'ignore',
  });
  const send = sender(`http://127.0.0.1:${port}`);
  const end = (): void => [child, screen].forEach((program) => program.kill());
  try {
    await listening(send, child);
    const session = (await send('POST', '/session', { capabilities: { alwaysMatch: capabilities } })) as {
      readonly sessionId: string;
      readonly capabilities: { readonly browserName: string; readonly browserVersion: string };
    };
    const inSession: Send = (method, path, body) =>
      send(method, `/session/${session.sessionId}${path}`, body);
    await inSession('POST', '/timeouts', { script: 600_000 });
    await inSession('POST', '/window/rect', size);
    const { browserName, browserVersion } = session.capabilities;
    return {
      version: `${browserName}/${browserVersion}`,
      tab: tabOf(inSession),
      close: async () => {
        await inSession('DELETE', '');
        end();
      },
    };
  } catch (error) {
    end();
    throw error;
  }
};
