import { webkit } from './engines.ts';
import { testSmoke } from './smoke.ts';

testSmoke(webkit);
