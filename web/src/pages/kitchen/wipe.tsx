import { useEffect, useState } from 'react';
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components/Modal';
import { useWords } from '../../words/words';
import { KITCHEN_WORDS } from './words';

/** Real seconds for which nothing can be touched. */
const SECONDS = 10;

/** Lies over everything while somebody cleans the screen, and goes away by itself. */
export function Wipe({ over }: { readonly over: () => void }) {
  const words = useWords(KITCHEN_WORDS);
  const [left, setLeft] = useState(SECONDS);
  useEffect(() => {
    const timer = setTimeout(() => (left > 1 ? setLeft(left - 1) : over()), 1_000);
    return () => clearTimeout(timer);
  }, [left, over]);
  return (
    <ModalOverlay isOpen isKeyboardDismissDisabled className="wipe">
      <Modal className="wipe-inner">
        <Dialog>
          <Heading slot="title">{words.wiping(left)}</Heading>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
