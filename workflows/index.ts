/** The workflows a worker serves. */
export { order } from './order';
export { postOffice } from './post-office';
export { sourcing } from './sourcing';
