/**
 * Progressive growing: training that begins with small images. Begin reading with {@link
 * org.gan4j.apps.progressive.ProgressiveGrowing}.
 */
package org.gan4j.apps.progressive;
