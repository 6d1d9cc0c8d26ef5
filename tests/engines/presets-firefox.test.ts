import { firefox } from '../../src/training/browsers/engines.ts';
import { testPresets } from './presets.ts';

testPresets(firefox);
