import { useLanguage } from '../language/context.tsx';
import { Marked } from '../ui/marks.tsx';
import { meanings } from './meanings.ts';
import type { Term } from './words.ts';

/** What a term means; a part of its own, so that the meanings are loaded when the first one is asked for. */
export default function Meaning({ of }: { of: Term }) {
  const { text } = useLanguage();
  return (
    <p>
      <Marked text={text(meanings[of])} />
    </p>
  );
}
