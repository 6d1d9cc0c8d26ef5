import type { SetId } from './sets.ts';

/** Something that all sets have a picture of. */
export interface Thing {
  readonly name: string;
  /** What the sets call it. */
  readonly icon: string;
  /** What those call it that call it otherwise. */
  readonly but?: Partial<Readonly<Record<SetId, string>>>;
}

/**
 * What the nets for emoji tell apart, by label. Most of them stood in the pictures that made fooling famous:
 * Szegedy et al. 2014 (bus), Goodfellow et al. 2015 (panda), Nguyen et al. 2015 (penguin, guitar, baseball,
 * leopard, bagel, strawberry, …), Brown et al. 2017 (banana), Athalye et al. 2018 (turtle).
 */
export const things: readonly Thing[] = [
  { name: 'bus', icon: 'bus' },
  { name: 'penguin', icon: 'penguin' },
  { name: 'panda', icon: 'panda', but: { fxemoji: 'pandaface' } },
  { name: 'guitar', icon: 'guitar' },
  { name: 'baseball', icon: 'baseball' },
  // The two that are called keyboard there play music.
  { name: 'keyboard', icon: 'keyboard', but: { 'emojione-v1': 'wired-keyboard', fxemoji: 'wiredkeyboard' } },
  { name: 'leopard', icon: 'leopard', but: { fxemoji: 'leopardside' } },
  { name: 'tiger', icon: 'tiger-face', but: { fxemoji: 'tiger' } },
  { name: 'pineapple', icon: 'pineapple' },
  { name: 'sunflower', icon: 'sunflower' },
  { name: 'rocket', icon: 'rocket' },
  { name: 'strawberry', icon: 'strawberry' },
  { name: 'football', icon: 'soccer-ball', but: { fxemoji: 'soccerball' } },
  { name: 'monkey', icon: 'monkey-face', but: { fxemoji: 'monkeyface' } },
  { name: 'snake', icon: 'snake' },
  { name: 'doughnut', icon: 'doughnut' },
  { name: 'telephone', icon: 'telephone', but: { fxemoji: 'blacktelephone' } },
  { name: 'locomotive', icon: 'locomotive', but: { fxemoji: 'steamlocomotive' } },
  { name: 'elephant', icon: 'elephant' },
  { name: 'traffic light', icon: 'vertical-traffic-light', but: { fxemoji: 'verticaltrafficlight' } },
  { name: 'umbrella', icon: 'umbrella-with-rain-drops', but: { fxemoji: 'umbrellawithraindrops' } },
  { name: 'airplane', icon: 'airplane' },
  { name: 'bicycle', icon: 'bicycle' },
  { name: 'mushroom', icon: 'mushroom' },
  { name: 'cactus', icon: 'cactus' },
  { name: 'banana', icon: 'banana' },
  { name: 'turtle', icon: 'turtle' },
  { name: 'hamburger', icon: 'hamburger' },
  { name: 'alarm clock', icon: 'alarm-clock', but: { fxemoji: 'alarmclock' } },
  { name: 'pumpkin lantern', icon: 'jack-o-lantern', but: { fxemoji: 'jackolantern' } },
  { name: 'light bulb', icon: 'light-bulb', but: { fxemoji: 'lightbulb' } },
  { name: 'hourglass', icon: 'hourglass-not-done', but: { fxemoji: 'hourglassflowingsand' } },
];

/** The names of the things by their labels 0 … 31. */
export const thingNames: readonly string[] = things.map(({ name }) => name);

/** What that set calls a thing. */
export const iconOf = ({ icon, but }: Thing, set: SetId): string => but?.[set] ?? icon;
