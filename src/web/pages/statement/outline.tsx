import { useEffect, useState } from 'react';
import type { StatementBlock } from '../../../council/index.ts';
import { useLanguage } from '../../language/context.tsx';
import { Signal } from '../../ui/marks.tsx';

export const blockAnchor = (id: StatementBlock['id']): string => `kapitel-${id}`;

/** The block that is being read: the last whose heading has passed the upper part of the window. */
function useCurrentBlock(blocks: readonly StatementBlock[]): StatementBlock['id'] | undefined {
  const [current, setCurrent] = useState(blocks[0]?.id);
  useEffect(() => {
    const update = (): void => {
      const passed = blocks.filter((block) => {
        const heading = document.getElementById(blockAnchor(block.id));
        return heading !== null && heading.getBoundingClientRect().top < 160;
      });
      setCurrent(passed.at(-1)?.id ?? blocks[0]?.id);
    };
    window.addEventListener('scroll', update, { passive: true });
    return () => window.removeEventListener('scroll', update);
  }, [blocks]);
  return current;
}

/** Blocks of the statement with what each still lacks. */
export function Outline({ blocks }: { blocks: readonly StatementBlock[] }) {
  const { t } = useLanguage();
  const current = useCurrentBlock(blocks);
  return (
    <nav className="fp-ed__out" aria-label={t.statement.outline}>
      <div className="fp-ed__sticky">
        <h2 className="fp-h2">{t.statement.outline}</h2>
        <ol className="fp-out" lang="de">
          {blocks.map((block, index) => (
            <li key={block.id}>
              <a href={`#${blockAnchor(block.id)}`} {...(block.id === current && { 'aria-current': 'true' as const })}>
                <span className="n">{index + 1}</span>
                <span>
                  {block.title}
                  {block.missing.length > 0 && (
                    <>
                      <br />
                      <Signal shape="near">{t.statement.missing(block.missing.length)}</Signal>
                    </>
                  )}
                </span>
              </a>
            </li>
          ))}
        </ol>
      </div>
    </nav>
  );
}
