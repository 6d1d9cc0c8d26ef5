import { useEffect, useState } from 'preact/hooks';

/**
 * What a screen reader is told: the finding, once it has stood for a moment; undefined leaves what was said.
 */
export const useAnnouncement = (finding: string | undefined): string => {
  const [announcement, setAnnouncement] = useState('');
  useEffect(() => {
    if (finding === undefined) return undefined;
    const timer = setTimeout(() => setAnnouncement(finding), 400);
    return () => clearTimeout(timer);
  }, [finding]);
  return announcement;
};
