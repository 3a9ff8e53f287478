import { defineChapter } from '../process/define.chapter';
import './purchasing-events.messages';
import { PURCHASING_LETTERS } from './purchasing.letters';
import { PURCHASING_ROWS } from './purchasing-rows.messages';

defineChapter({ name: 'purchasing', letters: PURCHASING_LETTERS, rows: PURCHASING_ROWS, parties: ['supplier'] });

declare module '../base/actor' {
  interface PartyKinds {
    readonly supplier: true;
  }
}
