// Settings of this installation, outside the journal: language, theme, marking line, ports, chosen address. Written crash-safe.
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import * as z from 'zod/mini';

const settingsSchema = z.object({
  language: z._default(z.enum(['zh', 'en']), 'zh'), theme: z._default(z.enum(['cinnabar', 'ocean', 'daylight']), 'cinnabar'),
  marking: z._default(z.string(), '内部资料 注意保存'), address: z._default(z.string(), ''), zone: z._default(z.string(), 'Asia/Shanghai'),
  /** One port each for the life of the installation; 0 until the first start has chosen. */
  deskPort: z._default(z.number(), 0), roomPort: z._default(z.number(), 0),
  /** The organiser has left the sample data: it is never written again. */
  sampleLeft: z._default(z.boolean(), false),
  pinHash: z._default(z.string(), ''),
});
export type Settings = z.output<typeof settingsSchema>;

const write = (file: string, text: string): void => {
  writeFileSync(`${file}.new`, text, { mode: 0o600, flush: true });
  renameSync(`${file}.new`, file);
};

export class SettingsFile {
  readonly #file: string;
  #current: Settings;

  constructor(file: string) {
    this.#file = file;
    this.#current = SettingsFile.#read(file);
  }

  /** An unreadable settings file is put aside, never guessed at; the defaults are what the desk shows and can change. */
  static #read(file: string): Settings {
    try {
      return settingsSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) renameSync(file, `${file}.unreadable`);
      return settingsSchema.parse({});
    }
  }

  get current(): Settings {
    return this.#current;
  }

  change(changes: Partial<Settings>): void {
    this.#current = { ...this.#current, ...changes };
    write(this.#file, JSON.stringify(this.#current, null, 1));
  }
}
