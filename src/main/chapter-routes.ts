// The HTTP halves of the chapters: their routes are there for whoever loads this file. A new one is a line here.
import '../process/process.http';
import '../orders/orders.http';
