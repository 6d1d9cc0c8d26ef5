import { chromium } from '../../src/training/browsers/engines.ts';
import { testSmoke } from './smoke.ts';

testSmoke(chromium);
