/**
 * Regularizers whose weight changes during training. Begin reading with {@link
 * org.gan4j.losses.schedule.Scheduled}.
 */
package org.gan4j.losses.schedule;
