import { useLanguage } from '../../language/context.tsx';

/** The five named steps. */
export function HeatLegend() {
  const { t } = useLanguage();
  return (
    <div className="fp-legend">
      {t.load.steps.map((step, index) => (
        <span key={step}>
          <span className={`fp-sw fp-heat-${index}`} aria-hidden="true" />
          {step}
        </span>
      ))}
      <span className="fp-legend__end">{t.load.neverOver}</span>
    </div>
  );
}
