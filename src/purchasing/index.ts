// All that purchasing brings to the house beside what its workflows know of it and what HTTP does.
import './purchasing.chapter';
import './purchasing.words';
import './supplier-mailboxes.repository';
import './question-links';
