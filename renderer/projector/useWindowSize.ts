// The window in CSS pixels, again whenever it changes.
import { useEffect, useState } from 'react';

interface Size {
  readonly width: number;
  readonly height: number;
}
const current = (): Size => ({ width: document.documentElement.clientWidth, height: document.documentElement.clientHeight });

export const useWindowSize = (): Size => {
  const [size, setSize] = useState(current);
  useEffect(() => {
    const read = (): void => setSize(current());
    window.addEventListener('resize', read);
    return () => window.removeEventListener('resize', read);
  }, []);
  return size;
};
