// The register of chapters: what a regulation brings to the house is there for whoever loads this file. A new one is a line here.
import '../process/process.words';
import '../orders';
import '../purchasing';
import '../bakery';
