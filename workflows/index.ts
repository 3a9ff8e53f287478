/** The workflows a worker serves. */
export { order } from './order';
export { postOffice } from './post-office';
export { repair } from './repair';
export { sourcing } from './sourcing';
