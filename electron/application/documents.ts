// Documents on one-time addresses of the desk listener: printed layouts, workbooks, templates, the session file.
import { randomBytes } from 'node:crypto';
import type { DocumentRequest } from '../../shared/contract/local.ts';
import type { Answer } from '../../shared/contract/wire.ts';

const LIFE_MS = 10 * 60_000;
export const PAGE_TYPE = 'text/html; charset=utf-8';
const NONCE_PLACE = '{{nonce}}';

export interface MadeDocument { readonly body: Buffer; readonly type: string; readonly fileName: string; readonly inline: boolean }
/** Makes a document's content; a page is printed to PDF where a printer port exists. */
export type DocumentMaker = (request: DocumentRequest) => Promise<MadeDocument | Extract<Answer, { ok: false }>>;
export interface DocumentParts {
  readonly maker: DocumentMaker;
  /** Prints a page of our own to PDF, or null where there is nothing to print with. */
  readonly print: ((url: string) => Promise<Buffer>) | null;
  readonly baseUrl: () => string;
  readonly now: () => number;
}

/** A page with its style nonce in the one place for it; any other document as it is. Bytes all the way: a page may hold ten thousand ballots. */
export const withNonce = ({ body, type }: Pick<MadeDocument, 'body' | 'type'>, nonce: string): Buffer => {
  const at = type === PAGE_TYPE ? body.indexOf(NONCE_PLACE) : -1;
  return at === -1 ? body : Buffer.concat([body.subarray(0, at), Buffer.from(nonce), body.subarray(at + NONCE_PLACE.length)]);
};

export class Documents {
  readonly #parts: DocumentParts;
  readonly #held = new Map<string, { readonly made: MadeDocument; readonly until: number }>();

  constructor(parts: DocumentParts) {
    this.#parts = parts;
  }

  /** → {url, fileName, printed}: `printed` false when a page is offered for the browser's own print dialog. */
  async make(request: DocumentRequest): Promise<Answer> {
    const made = await this.#parts.maker(request);
    if ('ok' in made) return made;
    if (made.type !== PAGE_TYPE || this.#parts.print === null) return this.#offer(made, false);
    try {
      const pdf = await this.#parts.print(this.#hold(made));
      return this.#offer({ body: pdf, type: 'application/pdf', fileName: made.fileName.replace(/\.html$/, '.pdf'), inline: true }, true);
    } catch {
      return this.#offer(made, false);
    }
  }

  take(key: string): MadeDocument | undefined {
    const held = this.#held.get(key);
    return held === undefined || held.until < this.#parts.now() ? undefined : held.made;
  }

  #offer(made: MadeDocument, printed: boolean): Answer {
    return { ok: true, receipt: null, result: { url: this.#hold(made), fileName: made.fileName, printed } };
  }

  #hold(made: MadeDocument): string {
    const now = this.#parts.now();
    for (const [key, held] of this.#held) if (held.until < now) this.#held.delete(key);
    const key = randomBytes(16).toString('hex');
    this.#held.set(key, { made, until: now + LIFE_MS });
    return `${this.#parts.baseUrl()}/documents/${key}`;
  }
}
