// All that orders bring to the house, beside what their workflows know of it.
import './orders.chapter';
import './order-record';
