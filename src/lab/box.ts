/** The range of a number in a picture, from black to white, and in whatever else is scaled to it. */
export const unitBox = [0, 1] as const;
