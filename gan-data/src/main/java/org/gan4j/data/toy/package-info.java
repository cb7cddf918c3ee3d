/**
 * Data whose distribution is known, on which methods of training are compared: mixtures of Gaussians, and a single
 * point. Begin reading with {@link org.gan4j.data.toy.GaussianGrid}.
 */
package org.gan4j.data.toy;
