/** An arrow up or down, drawn: not every system has a font with it. What it means is said by what stands around it. */
export function Arrow({ down }: { down: boolean }) {
  return (
    <svg className="fp-arrow" viewBox="0 0 10 10" aria-hidden="true">
      <path d={down ? 'M5 .5v8.5M1.5 5.5 5 9l3.5-3.5' : 'M5 9.5V1M1.5 4.5 5 1l3.5 3.5'} />
    </svg>
  );
}
