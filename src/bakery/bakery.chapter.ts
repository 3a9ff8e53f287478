import '../orders/orders.chapter';
import '../purchasing/purchasing.chapter';
import { defineChapter } from '../process/define.chapter';
import { BAKERY_ACTS } from './bakery-acts.messages';
import './bakery-events.messages';
import { TASKS } from './bakery.tasks';
import { BAKERY_LETTERS } from './letters/index.letters';

defineChapter({ name: 'bakery', acts: BAKERY_ACTS, tasks: TASKS, letters: BAKERY_LETTERS });
