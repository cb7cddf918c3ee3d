/**
 * Fuzzing of readers: small valid files are damaged at random, and a reader must return or refuse each in its own words.
 * Begin with {@link org.gan4j.testkit.fuzzing.Fuzzing}.
 */
package org.gan4j.testkit.fuzzing;
