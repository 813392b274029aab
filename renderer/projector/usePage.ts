// The page of a long list that turns by itself, every ten seconds unless said otherwise. Whatever `about` names starts again at the first page.
import { useEffect, useState } from 'react';
import { PAGE_SECONDS } from './pages.ts';

export const usePage = (pages: number, about: string, seconds: number = PAGE_SECONDS): number => {
  const [turned, setTurned] = useState({ about, page: 0 });
  useEffect(() => {
    if (pages < 2) return;
    const timer = setInterval(() => setTurned((last) => ({ about, page: last.about === about ? last.page + 1 : 1 })), seconds * 1000);
    return () => {
      clearInterval(timer);
      setTurned({ about: '', page: 0 });
    };
  }, [pages, about, seconds]);
  return turned.about === about ? turned.page % pages : 0;
};
