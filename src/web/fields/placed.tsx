import { useLanguage } from '../language/context.tsx';
import { placedDetail } from './field-labels.ts';

/** The sentence behind `PlacedDetail`, loaded with the names of all fields. */
export default function Placed({ error }: { error: { pointer: string; detail: string } }) {
  const { language } = useLanguage();
  return placedDetail(error, language);
}
