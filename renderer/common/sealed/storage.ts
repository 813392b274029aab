// A page's own memory on its device, by name. Where a browser refuses it (private mode, full), the page's memory stands in and `lasting` says so.

export interface Storage {
  /** What a name is called on the shelf, which other pages of this origin share. */
  readonly nameOnShelf: (name: string) => string;
  readonly read: (name: string) => string | null;
  readonly write: (name: string, text: string | null) => void;
  /** False once something could not be kept beyond this page. */
  readonly lasting: () => boolean;
}
/** The part of localStorage that is used. */
export interface Shelf { readonly getItem: (name: string) => string | null; readonly setItem: (name: string, text: string) => void; readonly removeItem: (name: string) => void }

/** Wraps a shelf that may throw at every call. Example: `pageStorage('judge', () => window.localStorage)`. */
export const pageStorage = (page: 'judge' | 'clerk', shelf: () => Shelf): Storage => {
  const nameOnShelf = (name: string): string => `leitai.${page}.${name}`;
  const memory: Record<string, string | null> = {};
  let lasting = true;
  return {
    nameOnShelf,
    read: (name) => {
      if (name in memory) return memory[name] ?? null;
      try {
        return shelf().getItem(nameOnShelf(name));
      } catch {
        lasting = false;
        return null;
      }
    },
    write: (name, text) => {
      try {
        if (text === null) shelf().removeItem(nameOnShelf(name));
        else shelf().setItem(nameOnShelf(name), text);
        delete memory[name];
      } catch {
        memory[name] = text;
        lasting = false;
      }
    },
    lasting: () => lasting,
  };
};

/** Reads JSON that may be damaged; null then. */
export const readJson = (text: string | null): unknown => {
  if (text === null) return null;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
};
