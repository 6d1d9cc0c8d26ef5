/**
 * Nine pixels, in the order in which they were found: of all pixels, black or white, each time the one that
 * hurt the net most.
 */
export const patient = 'AJX_AJT_AJb_APL_ASr_AQ7_ASn_APP_AUX_';

/** A white line across the digit. */
export const scratch = 'AlD_AjX_Ahr_AgD_AeX_Acr_Aa__AZT_AXr_AV__AUT_ASn_AQ7_';
