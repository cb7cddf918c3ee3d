/** The benchmark cases: for each, the experiment that Gan4J trains and the same networks in libtorch. */
package org.gan4j.bench.cases;
