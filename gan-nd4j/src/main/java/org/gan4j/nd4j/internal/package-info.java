/**
 * The implementation of the ND4J engine, for this module only: the compiler from a graph to kernels, and the kernels.
 * Begin with {@code Compiler}, which calls {@code Fusion}, {@code Recomputation}, {@code MemoryOrder} and
 * {@code MemoryPlan} in this order; {@code Kernels} and {@code GroupCompiler} select and build the kernels.
 */
package org.gan4j.nd4j.internal;
