/**
 * Pen-stroke digits: a smooth map from a class, a way to write it and a few named numbers to a 28×28 picture
 * in MNIST's conventions. The data manifold made explicit: its tangent at every picture is known.
 */
export { defaultLatent, drawDigit, jacobian, variants } from './strokes/draw.ts';
export { latentIndex, latents } from './strokes/latents.ts';
export { digitManifold } from './strokes/manifold.ts';
export { sampleLatent } from './strokes/sample.ts';
export { sampledDigits, type SampledDigits } from './strokes/sampled.ts';
export { likestShape, meanShapes } from './strokes/shapes.ts';
