/**
 * Label-conditional GANs: concatenation, auxiliary classifier, projection, and embedding. Begin reading with
 * {@link org.gan4j.apps.conditional.Conditional}, which is the application.
 */
package org.gan4j.apps.conditional;
