package org.gan4j.tensor.op;

/** Ops that move or sum elements without regard to their values (but for {@link Reduce}'s extremes). */
public sealed interface StructuralOp extends Op
        permits Reduce, Reshape, Permute, BroadcastTo, Slice, Pad, Concat, Flip, Gather, ScatterAdd, ArgSort {}
