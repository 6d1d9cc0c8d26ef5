import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { chromium, type Browser } from 'playwright';
import { environment, root } from './build.ts';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const folders = ['/usr/bin', '/usr/local/bin', '/snap/bin', ...(process.env['PATH'] ?? '').split(path.delimiter)];
const elsewhere = ['/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'];

// A file of that name can be no more than a hint where to get Chromium (Ubuntu's is), so it is asked who it is.
const works = (file: string): boolean =>
  existsSync(file) && /Chrom/.test(spawnSync(file, ['--version'], { encoding: 'utf8' }).stdout);

/** Where a Chromium is: the one $CHROMIUM names, the system's, or Playwright's own. */
const findChromium = (): string | undefined =>
  [
    process.env['CHROMIUM'] ?? '',
    ...folders.flatMap((folder) => names.map((name) => path.join(folder, name))),
    ...elsewhere,
    chromium.executablePath(),
  ].find(works);

const run = (command: string, ...args: readonly string[]): boolean =>
  spawnSync(command, args, {
    cwd: root,
    env: { ...environment, DEBIAN_FRONTEND: 'noninteractive' },
    stdio: 'inherit',
  }).status === 0;

/** Finds a Chromium, or installs one: Debian's package where we are root there, else Playwright's own. */
export const needChromium = (): string => {
  const found = findChromium();
  if (found !== undefined) return found;
  const debian = process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
  if (debian) {
    console.log('No Chromium found. Installing the chromium package: apt-get install -y chromium');
    run('apt-get', 'update');
    run('apt-get', 'install', '-y', '--no-install-recommends', 'chromium');
  }
  if (findChromium() === undefined) {
    console.log('No Chromium found. Downloading the one Playwright brings: playwright install chromium');
    run('playwright', 'install', ...(debian ? ['--with-deps'] : []), 'chromium');
  }
  const installed = findChromium();
  if (installed === undefined)
    throw new Error(
      'There is no Chromium and none could be installed: install Chromium or Chrome, or set CHROMIUM to the path of one.',
    );
  return installed;
};

/** Starts Chromium with a fresh profile, no graphics card, and no requests of its own. */
export const launch = (): Promise<Browser> =>
  chromium.launch({
    executablePath: needChromium(),
    args: [
      '--no-sandbox',
      '--disable-quic',
      '--use-fake-device-for-media-stream',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--disable-gpu',
    ],
  });
