package org.gan4j.tensor.op;

/** Ops that move or sum elements regardless of their values (except for the extremes of {@link Reduce}). */
public sealed interface StructuralOp extends Op
        permits Reduce, Reshape, Permute, BroadcastTo, Slice, Pad, Concat, Flip, Gather, ScatterAdd, ArgSort {}
