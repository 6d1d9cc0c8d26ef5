import { chromium } from './engines.ts';
import { testSmoke } from './smoke.ts';

testSmoke(chromium);
