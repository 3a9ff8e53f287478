// The same for whoever serves HTTP: the routes of each chapter, the forms of its tasks, and its part of the catalogue. A chapter with any is a line here.
import '../process/process.http';
import '../orders/orders.http';
import '../purchasing/purchasing.http';
import '../bakery/bakery.http';
