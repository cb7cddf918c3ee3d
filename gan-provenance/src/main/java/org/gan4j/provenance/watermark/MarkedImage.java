package org.gan4j.provenance.watermark;

import java.awt.image.BufferedImage;

/**
 * An image with a watermark.
 *
 * @param image the image
 * @param psnr the peak signal-to-noise ratio between the image and the one without the watermark, in decibels
 * @param robust whether the detector found the watermark in each simulated JPEG of quality 75, of the whole image and of
 *     crops that lack a fifth at one side. If not, a stronger mark would be visible: the image is too small or too restless
 */
public record MarkedImage(BufferedImage image, double psnr, boolean robust) {}
