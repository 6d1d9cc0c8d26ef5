import type { Citing } from './components/citing.ts';

declare global {
  namespace App {
    interface Locals {
      citing?: Citing;
    }
  }
}
