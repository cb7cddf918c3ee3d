/**
 * The interface between expressions and the engines that compute them, and the scheduling that all engines share. Begin
 * with {@link org.gan4j.tensor.engine.Session}, which compiles a {@link org.gan4j.tensor.engine.Graph} to a
 * {@link org.gan4j.tensor.engine.Program}; engine authors continue with {@link org.gan4j.tensor.engine.Schedule}.
 */
package org.gan4j.tensor.engine;
