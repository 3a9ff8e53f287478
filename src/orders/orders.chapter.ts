import { defineChapter } from '../process/define.chapter';
import { ORDER_ROWS } from './order-rows.messages';

defineChapter({ name: 'orders', rows: ORDER_ROWS });
