// All that orders bring to the house beside what their workflows know of it and what HTTP does.
import './orders.chapter';
import './orders.words';
import './order-record';
import './letters/order-context';
import './letters/links';
