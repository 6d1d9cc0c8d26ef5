import { webkit } from '../../src/training/browsers/engines.ts';
import { testSmoke } from './smoke.ts';

testSmoke(webkit);
