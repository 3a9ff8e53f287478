// All that the bakery brings to the house beside what its workflows know of it and what HTTP does.
import './bakery.chapter';
import './bakery.words';
import './letters/names';
import './order-kind';
