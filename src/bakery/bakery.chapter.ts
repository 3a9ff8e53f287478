import '../orders/orders.chapter';
import '../purchasing/purchasing.chapter';
import { defineChapter } from '../process/define.chapter';
import { TASKS } from './bakery.tasks';
import { BAKERY_LETTERS } from './letters/index.letters';

defineChapter({ name: 'bakery', tasks: TASKS, letters: BAKERY_LETTERS });
