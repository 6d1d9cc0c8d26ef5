import { firefox } from './engines.ts';
import { testSmoke } from './smoke.ts';

testSmoke(firefox);
