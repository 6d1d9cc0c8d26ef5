import { chromiumArguments, chromiumProgram } from './chromium.ts';
import { findProgram, type Program } from './programs.ts';
import { startWithPuppeteer } from './puppeteer.ts';
import type { Engine } from './tab.ts';
import { startWithWebDriver } from './webdriver.ts';

const firefoxProgram: Program = {
  title: 'Firefox',
  variable: 'FIREFOX',
  names: ['firefox-esr', 'firefox'],
  elsewhere: ['/Applications/Firefox.app/Contents/MacOS/firefox'],
  packages: ['firefox-esr'],
  says: /Firefox/,
};

const webKitDriver: Program = {
  title: 'WebKitWebDriver',
  variable: 'WEBKIT_DRIVER',
  names: ['WebKitWebDriver'],
  packages: ['webkit2gtk-driver'],
};

const miniBrowser: Program = {
  title: 'MiniBrowser',
  variable: 'WEBKIT',
  names: ['MiniBrowser'],
  elsewhere: ['/usr/{lib,libexec}/{*/,}webkit{2gtk-4.1,2gtk-4.0,gtk-6.0}/MiniBrowser'],
  packages: ['libwebkit2gtk-4.1-0'],
};

const xvfb: Program = { title: 'Xvfb', variable: 'XVFB', names: ['Xvfb'], packages: ['xvfb'] };

const found = (program: Program): string => {
  const file = findProgram(program);
  if (file === undefined)
    throw new Error(`There is no ${program.title}: set ${program.variable} to the path of one.`);
  return file;
};

/** Chromium, driven by Puppeteer. */
export const chromium: Engine = {
  id: 'chromium',
  programs: [chromiumProgram],
  start: () =>
    startWithPuppeteer({
      browser: 'chrome',
      executablePath: found(chromiumProgram),
      args: [...chromiumArguments],
    }),
};

/** Firefox, driven by Puppeteer. */
export const firefox: Engine = {
  id: 'firefox',
  programs: [firefoxProgram],
  start: () => startWithPuppeteer({ browser: 'firefox', executablePath: found(firefoxProgram) }),
};

/** Safari's engine, in the shell that its makers test it with. */
export const webkit: Engine = {
  id: 'webkit',
  programs: [webKitDriver, miniBrowser, xvfb],
  start: () =>
    startWithWebDriver(found(webKitDriver), found(xvfb), {
      'webkitgtk:browserOptions': { binary: found(miniBrowser), args: ['--automation'] },
    }),
};

/** All three engines. */
export const engines: readonly Engine[] = [chromium, firefox, webkit];

/** What of an engine is not on this machine; none where it can be started. */
export const missing = ({ programs }: Engine): readonly string[] =>
  programs.filter((program) => findProgram(program) === undefined).map(({ title }) => title);
