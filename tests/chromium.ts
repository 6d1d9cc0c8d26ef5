import { spawnSync } from 'node:child_process';
import { chromium, type Browser } from 'playwright';
import { environment, root } from './build.ts';
import { findProgram, install, type Program } from './programs.ts';

export const chromiumProgram: Program = {
  title: 'Chromium',
  variable: 'CHROMIUM',
  names: ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'],
  elsewhere: ['/Applications/Google Chrome.app/Contents/MacOS/Google Chrome', chromium.executablePath()],
  packages: ['chromium'],
  says: /Chrom/,
};

/** Finds a Chromium, or installs one: Debian's package where we are root there, else Playwright's own. */
export const needChromium = (): string => {
  const found = findProgram(chromiumProgram);
  if (found !== undefined) return found;
  if (!install([chromiumProgram])) {
    console.log('No Chromium found. Downloading the one Playwright brings: playwright install chromium');
    spawnSync('playwright', ['install', 'chromium'], { cwd: root, env: environment, stdio: 'inherit' });
  }
  const installed = findProgram(chromiumProgram);
  if (installed === undefined)
    throw new Error(
      'There is no Chromium and none could be installed: install Chromium or Chrome, or set CHROMIUM to the path of one.',
    );
  return installed;
};

/** A Chromium of the tests has no sandbox (they may run as root), no graphics card, and makes no requests of its own. */
export const chromiumArguments = [
  '--no-sandbox',
  '--disable-quic',
  '--use-fake-device-for-media-stream',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-gpu',
] as const;

/** Starts Chromium with a fresh profile. */
export const launch = (): Promise<Browser> =>
  chromium.launch({ executablePath: needChromium(), args: [...chromiumArguments] });
