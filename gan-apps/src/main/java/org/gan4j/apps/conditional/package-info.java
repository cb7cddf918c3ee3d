/**
 * Label-conditional GANs: concatenation, auxiliary classifier, and projection. Begin reading with
 * {@link org.gan4j.apps.conditional.Conditional}, which is the application.
 */
package org.gan4j.apps.conditional;
