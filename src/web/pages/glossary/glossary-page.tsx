import { useState } from 'react';
import { useLanguage } from '../../language/context.tsx';
import { meanings } from '../../terms/meanings.ts';
import { type Term, termWords } from '../../terms/words.ts';
import { SearchField } from '../../ui/field.tsx';
import { PageHead } from '../../ui/heading.tsx';
import { Marked } from '../../ui/marks.tsx';
import { Fact, Facts } from '../../ui/section.tsx';
import { Empty } from '../../ui/states.tsx';

/** All terms that pages explain, in the order of the alphabet. */
export function GlossaryPage() {
  const { t, text, language } = useLanguage();
  const [words, setWords] = useState('');
  const wanted = words.trim().toLocaleLowerCase(language);
  const terms = (Object.keys(termWords) as Term[])
    .map((key) => ({ key, word: text(termWords[key]), meaning: text(meanings[key]) }))
    .filter(({ word, meaning }) => `${word} ${meaning}`.toLocaleLowerCase(language).includes(wanted))
    .sort((a, b) => a.word.localeCompare(b.word, language));
  return (
    <div className="fp-page">
      <PageHead title={t.terms.title} lead={t.terms.lead} />
      <div className="fp-tools">
        <SearchField label={t.search} value={words} onChange={setWords} />
      </div>
      {terms.length === 0 ? (
        <Empty title={t.terms.nothing} />
      ) : (
        <Facts>
          {terms.map(({ key, word, meaning }) => (
            <Fact key={key} term={word}>
              <Marked text={meaning} />
            </Fact>
          ))}
        </Facts>
      )}
    </div>
  );
}
