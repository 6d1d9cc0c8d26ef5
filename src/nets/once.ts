/** Makes each thing once, by its key; what failed is not remembered: who asks again, tries again. */
export const once = <T>() => {
  const kept = new Map<string, Promise<T>>();
  return (key: string, make: () => Promise<T>): Promise<T> => {
    const making = kept.get(key) ?? make();
    kept.set(key, making);
    making.catch(() => kept.delete(key));
    return making;
  };
};
