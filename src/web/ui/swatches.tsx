/** What the colours of a small picture mean. The figures stand beside it in words, so only the eye needs this. */
export function Swatches({ of }: { of: readonly (readonly [look: string, meaning: string])[] }) {
  return (
    <span className="fp-legend fp-legend--bare" aria-hidden="true">
      {of.map(([look, meaning]) => (
        <span key={look}>
          <span className={`fp-sw ${look}`} />
          {meaning}
        </span>
      ))}
    </span>
  );
}
