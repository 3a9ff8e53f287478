// The same for whoever serves HTTP: the routes of each chapter, and the forms of its tasks. A chapter with either is a line here.
import '../process/process.http';
import '../orders/orders.http';
import '../purchasing/purchasing.http';
import '../bakery/bakery.forms';
