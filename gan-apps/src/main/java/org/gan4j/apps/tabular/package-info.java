/**
 * Synthetic tables. Begin with {@link org.gan4j.apps.tabular.Tabular}; a trained GAN makes rows by {@link
 * org.gan4j.apps.tabular.TableSampler}.
 */
package org.gan4j.apps.tabular;
