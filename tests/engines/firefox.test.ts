import { firefox } from '../../src/training/browsers/engines.ts';
import { testSmoke } from './smoke.ts';

testSmoke(firefox);
