import { spawnSync } from 'node:child_process';
import { chromium, type Browser } from 'playwright';
import { findProgram, install, type Program } from './programs.ts';

/** Where Chromium is found, under the names and in the places that systems have for it. */
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
    spawnSync('npx', ['playwright', 'install', 'chromium'], { stdio: 'inherit' });
  }
  const installed = findProgram(chromiumProgram);
  if (installed === undefined)
    throw new Error(
      'There is no Chromium and none could be installed: install Chromium or Chrome, or set CHROMIUM to the path of one.',
    );
  return installed;
};

/** No sandbox, since tests may run as root, and no requests of its own. */
export const chromiumArguments = [
  '--no-sandbox',
  '--disable-quic',
  '--use-fake-device-for-media-stream',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
] as const;

/**
 * Starts Chromium with a fresh profile, on a machine without a graphics card unless other arguments are
 * given.
 */
export const launch = (more: readonly string[] = ['--disable-gpu']): Promise<Browser> =>
  chromium.launch({ executablePath: needChromium(), args: [...chromiumArguments, ...more] });
