/**
 * Optimizers, learning rate schedules and the moving average of weights. Begin reading with {@link
 * org.gan4j.api.optim.Optimizer}; {@link org.gan4j.api.optim.Sgd} is the smallest one.
 */
package org.gan4j.api.optim;
