/** The workflows a worker serves. */
export { order } from './bakery/order';
export { postOffice } from './process/post-office';
export { repair } from './orders/repair';
export { sourcing } from './purchasing/sourcing';
