import type { ReactNode } from 'react';
import { Dialog as AriaDialog } from 'react-aria-components/Dialog';
import { Heading } from 'react-aria-components/Heading';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';

/** A question in front of the page: keeps the focus inside, and Escape closes it. */
export function Dialog(props: { title: string; onClose: () => void; children: ReactNode }) {
  return (
    <ModalOverlay isOpen onOpenChange={(open) => !open && props.onClose()} className="fp-veil">
      <Modal className="fp-modal">
        <AriaDialog className="fp-dialog">
          <Heading slot="title" className="fp-h2">
            {props.title}
          </Heading>
          {props.children}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
