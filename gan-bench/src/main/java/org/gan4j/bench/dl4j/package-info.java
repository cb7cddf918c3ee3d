/** The DL4J side of the comparison: a critic written as a DL4J user writes it. */
package org.gan4j.bench.dl4j;
