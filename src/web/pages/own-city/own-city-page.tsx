import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { firstStepsQuery } from '../../api/queries.ts';
import { useLanguage } from '../../language/context.tsx';
import { buttonClass } from '../../ui/button.tsx';
import { PageHead } from '../../ui/heading.tsx';
import { RadioList } from '../../ui/radio.tsx';
import { Empty, Loaded } from '../../ui/states.tsx';
import { CityForm } from './city-form.tsx';
import { FileForm } from './file-form.tsx';

const ways = ['empty', 'list', 'file', 'example'] as const;
type Way = (typeof ways)[number];

function Choice() {
  const { t } = useLanguage();
  const [way, setWay] = useState<Way>('empty');
  return (
    <div className="fp-form">
      <RadioList
        label={t.ownCity.how}
        choices={ways.map((value) => ({ value, label: t.ownCity.ways[value] }))}
        value={way}
        onChange={setWay}
      />
      {way === 'example' ? (
        <p>
          <Link to="/" className={buttonClass('main')}>
            {t.ownCity.toExample}
          </Link>
        </p>
      ) : way === 'file' ? (
        <FileForm />
      ) : (
        <CityForm withList={way === 'list'} />
      )}
      <p className="fp-note">{t.ownCity.backup}</p>
    </div>
  );
}

/** The city's own agenda is begun beside the example: empty, from its project list, or from a file. */
export function OwnCityPage() {
  const { t } = useLanguage();
  const query = useQuery(firstStepsQuery);
  return (
    <div className="fp-page">
      <PageHead title={t.ownCity.title} lead={t.ownCity.lead} />
      <Loaded query={query}>
        {({ mayBegin }) =>
          mayBegin ? (
            <Choice />
          ) : (
            <Empty title={t.ownCity.notHere}>
              <p>
                <Link to="/">{t.states.toOverview}</Link>
              </p>
            </Empty>
          )
        }
      </Loaded>
    </div>
  );
}
