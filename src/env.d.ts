declare namespace App {
  interface Locals {
    citing?: import('./components/citing.ts').Citing;
  }
}
