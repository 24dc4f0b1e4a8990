import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { choicesQuery } from '../api/queries.ts';
import { fieldLabel, kindOfField } from '../fields/field-labels.ts';
import { wordOf } from '../fields/value-words.ts';
import { useLanguage } from '../language/context.tsx';
import { German } from './marks.tsx';

const ISO_DATE = /^\d{4}-\d{2}-\d{2}$/;
/** Longer lists are folded. */
const SHOWN = 40;

/** A record by its name, as people know it; projects with their key. */
function Named({ kind, id }: { kind: string; id: string }) {
  const { data } = useQuery(choicesQuery);
  const name = data?.[kind]?.find((one) => one.id === id)?.name ?? id;
  return (
    <Link to="/belege/$kind/$id" params={{ kind, id }}>
      <German>{kind === 'project' && name !== id ? `${id} ${name}` : name}</German>
    </Link>
  );
}

function Leaf({ name, within, value }: { name: string; within: string; value: string | number | boolean }) {
  const { t, f, language } = useLanguage();
  if (typeof value === 'boolean') return value ? t.yes : t.no;
  if (typeof value === 'number') {
    // A record of sums by team carries its unit in its own name.
    if (/cents/i.test(name + within)) return f.euros(value);
    if (/tenths/i.test(name + within)) return `${f.days(value)} ${t.units.personDays}`;
    if (/percent/i.test(name)) return f.percent(value);
    if (/^(year|firstBiennialYear|seed|version)$/.test(name)) return String(value);
    return f.number(value, Number.isInteger(value) ? 0 : 2);
  }
  if (ISO_DATE.test(value)) return f.date(value);
  const kind = kindOfField(name, within);
  if (kind !== null) return <Named kind={kind} id={value} />;
  const word = name === 'id' ? null : wordOf(value, language);
  if (word !== null) return word;
  return /^https?:\/\//.test(value) ? value : <German>{value}</German>;
}

/** An object as terms and values; keys that are ids of teams or modes stay as they are. */
function Entries({ name, value }: { name: string; value: object }) {
  const { language } = useLanguage();
  return (
    <dl className="fp-dl fp-dl--inner">
      {Object.entries(value).map(([key, inner]) => (
        <div key={key}>
          <dt>{fieldLabel(key, language, name)}</dt>
          <dd>
            <Value name={key} within={name} value={inner} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

function List({ name, within, values }: { name: string; within: string; values: readonly unknown[] }) {
  const { t } = useLanguage();
  if (values.length === 0) return '–';
  if (values.every((one) => typeof one !== 'object'))
    return values.map((one, index) => (
      <span key={String(one)}>
        {index > 0 && ', '}
        <Leaf name={name} within={within} value={one as string} />
      </span>
    ));
  const items = values.slice(0, SHOWN).map((one) => (
    <li key={JSON.stringify(one)}>
      <Value name={name} within={within} value={one} />
    </li>
  ));
  return (
    <>
      <ul className="fp-list">{items}</ul>
      {values.length > SHOWN && <p className="fp-muted">{t.andMore(values.length - SHOWN)}</p>}
    </>
  );
}

/**
 * Any value of a record: dates, sums and references as people read them, structures as lists.
 *
 * @param props.within name of the field that holds the structure of which this is a part
 */
export function Value({ name, within = '', value }: { name: string; within?: string; value: unknown }) {
  if (value === null || value === undefined || value === '') return '–';
  if (Array.isArray(value)) return <List name={name} within={within} values={value} />;
  if (typeof value === 'object') return <Entries name={name} value={value} />;
  return <Leaf name={name} within={within} value={value as string | number | boolean} />;
}
