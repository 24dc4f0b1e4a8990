import { generateAgenda, type Language, writeAgenda } from '../../agenda/index.ts';
import { note, print, writeWhole } from '../output.ts';

interface Options {
  projects: number;
  seed: number;
  out?: string;
  language: Language;
}

/** `fahrplan generate`: an invented agenda; the same numbers give the same bytes. */
export async function generate({ projects, seed, out, language }: Options): Promise<void> {
  const text = writeAgenda(generateAgenda({ projects, seed }));
  if (out === undefined) await print(text);
  else {
    await writeWhole(out, text);
    note({ de: `Geschrieben: ${out}`, en: `Written: ${out}` }[language]);
  }
}
