/**
 * Training: the request to a trainer, its result, and the listeners to its progress. Begin reading with {@link
 * org.gan4j.api.training.Trainer}.
 */
package org.gan4j.api.training;
