// What a bakery brings to the API: the forms of its tasks and its part of the catalogue, examples of its letters. Its orders are served by the order desk.
import './bakery.forms';
import './bakery.catalogue';
import './letters/samples';
