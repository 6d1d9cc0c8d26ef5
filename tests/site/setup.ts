import { build, isBuilt } from '../build.ts';

/** Sees to it that dist/ is what the sources say before a browser looks at it. */
export default async (): Promise<void> => {
  if (isBuilt()) return;
  console.log('dist/ is missing or older than its sources: building the site first.');
  if (!(await build())) throw new Error('The site does not build; the reason is above.');
};
