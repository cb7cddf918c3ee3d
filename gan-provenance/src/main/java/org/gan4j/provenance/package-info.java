/** Where an image comes from: the text of a PNG file, and an invisible watermark. */
package org.gan4j.provenance;
