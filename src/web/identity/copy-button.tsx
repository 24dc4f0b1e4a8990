import { useState } from 'react';
import { useLanguage } from '../language/context.tsx';
import { Button } from '../ui/button.tsx';

/** Copies a text and says so. Without the right to the clipboard the text stays selectable beside it. */
export function CopyButton({ text, label }: { text: string; label: string }) {
  const { t } = useLanguage();
  const [copied, setCopied] = useState(false);
  const copy = (): void => {
    navigator.clipboard?.writeText(text).then(
      () => setCopied(true),
      () => setCopied(false),
    );
  };
  return (
    <>
      <Button onPress={copy}>{label}</Button>
      <span role="status" className="fp-muted">
        {copied ? t.people.copied : ''}
      </span>
    </>
  );
}
