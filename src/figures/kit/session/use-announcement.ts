import { useEffect, useState } from 'preact/hooks';

/** What a screen reader is told: the finding, once a run has settled for a moment. */
export const useAnnouncement = (settled: boolean, finding: string): string => {
  const [announcement, setAnnouncement] = useState('');
  useEffect(() => {
    if (!settled) return undefined;
    const timer = setTimeout(() => setAnnouncement(finding), 400);
    return () => clearTimeout(timer);
  }, [settled, finding]);
  return announcement;
};
