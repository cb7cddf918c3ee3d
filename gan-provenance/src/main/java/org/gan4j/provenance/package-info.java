/**
 * Where an image comes from. Begin with {@link org.gan4j.provenance.Provenance}, which is text in a PNG file; {@link
 * org.gan4j.provenance.Imprint} puts it and an invisible {@linkplain org.gan4j.provenance.watermark.Watermark watermark} into
 * the images that are written.
 */
package org.gan4j.provenance;
