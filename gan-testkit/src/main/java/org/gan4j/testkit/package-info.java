/**
 * Published test contracts and helpers for engines, losses, layers, and applications. To test an engine, begin with
 * {@link org.gan4j.testkit.EngineContract}; an application, with {@link org.gan4j.testkit.ApplicationContract}; a loss,
 * with {@link org.gan4j.testkit.LossContract}; a regularizer, with {@link org.gan4j.testkit.RegularizerContract}.
 * For gradients and expected numbers, see {@link org.gan4j.testkit.GradientCheck} and {@link org.gan4j.testkit.Oracle}.
 */
package org.gan4j.testkit;
