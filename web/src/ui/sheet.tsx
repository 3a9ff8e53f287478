import { X } from 'lucide-react';
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components/Modal';
import type { ReactNode } from 'react';
import { SHELL_WORDS } from '../words/shell.words';
import { useWords } from '../words/words';
import { Button } from './button';
import './sheet.css';

interface SheetProps {
  readonly title: string;
  readonly children: ReactNode;
  readonly close: () => void;
  /** It holds two things side by side. */
  readonly wide?: boolean;
}

/** Something that must be read or decided before one goes on: a dialog in the middle, on a telephone from below. Escape closes it. */
export function Sheet({ title, children, close, wide = false }: SheetProps) {
  const words = useWords(SHELL_WORDS);
  return (
    <ModalOverlay isOpen isDismissable onOpenChange={(open) => !open && close()} className="sheet-behind">
      <Modal className={wide ? 'sheet sheet-wide' : 'sheet'}>
        <Dialog className="sheet-inner">
          <header className="sheet-head">
            <Heading slot="title">{title}</Heading>
            <Button look="bare" aria-label={words.close} onPress={close}>
              <X size={20} aria-hidden="true" />
            </Button>
          </header>
          {children}
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
