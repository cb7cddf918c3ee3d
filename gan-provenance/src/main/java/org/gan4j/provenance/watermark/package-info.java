/**
 * An invisible watermark that a secret key finds again. Begin with {@link
 * org.gan4j.provenance.watermark.Watermark}.
 */
package org.gan4j.provenance.watermark;
