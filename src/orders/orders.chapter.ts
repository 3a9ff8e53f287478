import { defineChapter } from '../process/define.chapter';
import { ORDER_ACTS } from './acts.messages';
import './order-events.messages';
import { ORDER_ROWS } from './order-rows.messages';

defineChapter({ name: 'orders', acts: ORDER_ACTS, rows: ORDER_ROWS });
