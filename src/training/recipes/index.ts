import { digitsRecipes } from './digits.ts';
import { emojiRecipes } from './emoji.ts';
import type { Recipe } from './recipe.ts';
import { soundsRecipes } from './sounds.ts';

export type { Recipe } from './recipe.ts';

const recipes: readonly Recipe[] = [...digitsRecipes, ...emojiRecipes, ...soundsRecipes];

/** The recipe of that id, or undefined. */
export const recipeOf = (id: string): Recipe | undefined => recipes.find((recipe) => recipe.id === id);

/** The ids of all nets that can be trained here, but for readers. */
export const recipeIds: readonly string[] = recipes.map(({ id }) => id);
