import { webkit } from '../../src/training/browsers/engines.ts';
import { testPresets } from './presets.ts';

testPresets(webkit);
