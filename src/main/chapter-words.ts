// The register of chapters for whoever answers people: what each says to them. Apart from `chapters.ts`, since no workflow has words. A new one is a line here.
import '../bakery/bakery.words';
import '../orders/orders.words';
import '../process/process.words';
import '../purchasing/purchasing.words';
