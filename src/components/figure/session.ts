/** What this tab keeps under a key, if its storage is not switched off. */
export const readSession = (key: string): string | null => {
  try {
    return sessionStorage.getItem(key);
  } catch {
    return null; // Storage is switched off.
  }
};

/** Keeps something in this tab. */
export const writeSession = (key: string, value: string): void => {
  try {
    sessionStorage.setItem(key, value);
  } catch {
    // Without storage it lives as long as the page.
  }
};
