/**
 * Translation of images from one domain into another: {@link org.gan4j.apps.translation.Pix2Pix} learns it from pairs,
 * {@link org.gan4j.apps.translation.CycleGan} without pairs. Begin reading at {@link
 * org.gan4j.apps.translation.Translator}, which applies what either has learned.
 */
package org.gan4j.apps.translation;
