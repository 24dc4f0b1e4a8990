import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { type ReportOption, type ReportsAnswer, reportFile, reportsQuery } from '../../api/reports.ts';
import { useLanguage } from '../../language/context.tsx';
import { buttonClass } from '../../ui/button.tsx';
import { type Option, SelectField } from '../../ui/field.tsx';
import { PageHead } from '../../ui/heading.tsx';
import { Section } from '../../ui/section.tsx';
import { Loaded } from '../../ui/states.tsx';

/** What can be chosen for an option of a report. */
function optionsOf({ bodies, factions, years }: ReportsAnswer, option: ReportOption): Option[] {
  if (option === 'year') return years.map((year) => ({ value: String(year), label: String(year) }));
  const names = option === 'body' ? bodies : factions;
  return names.map((name) => ({ value: name, label: name, lang: 'de' }));
}

/** One report: what it says, what can be chosen, and the files. */
function Report({ answer, report }: { answer: ReportsAnswer; report: ReportsAnswer['reports'][number] }) {
  const { t } = useLanguage();
  const [chosen, setChosen] = useState<Record<string, string>>({});
  const { title, lead } = t.reports.kinds[report.kind];
  const formats = report.csv ? (['pdf', 'docx', 'html', 'csv', 'xlsx'] as const) : (['pdf', 'docx', 'html'] as const);
  return (
    <Section title={title} gap>
      <p>{lead}</p>
      <div className="fp-actions fp-gap">
        {report.options.map((option) => (
          <SelectField
            key={option}
            label={t.reports.options[option].label}
            all={t.reports.options[option].all}
            options={optionsOf(answer, option)}
            value={chosen[option] ?? ''}
            onChange={(value) => setChosen((before) => ({ ...before, [option]: value }))}
          />
        ))}
      </div>
      <div className="fp-actions fp-gap">
        {formats.map((format) => (
          <a
            key={format}
            href={reportFile(report.kind, format, chosen)}
            download
            className={buttonClass()}
            aria-label={`${title}: ${t.reports.formats[format]}`}
          >
            {t.reports.formats[format]}
          </a>
        ))}
      </div>
    </Section>
  );
}

/** All reports to council, committees and factions, written from the records of today. */
export function ReportsPage() {
  const { t } = useLanguage();
  const query = useQuery(reportsQuery);
  return (
    <div className="fp-page">
      <PageHead title={t.reports.title} lead={t.reports.lead} />
      <Loaded query={query}>
        {(answer) => answer.reports.map((report) => <Report key={report.kind} answer={answer} report={report} />)}
      </Loaded>
    </div>
  );
}
