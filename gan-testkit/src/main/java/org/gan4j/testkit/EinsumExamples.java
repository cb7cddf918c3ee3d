package org.gan4j.testkit;

import static org.gan4j.testkit.OpExample.smooth;

import java.util.ArrayList;
import java.util.List;
import org.gan4j.tensor.functions.Einsum;

/** Examples of einsum formulas with one and two tensors: axes kept, summed, shared, and unshared. */
final class EinsumExamples {
    private final List<OpExample> examples = new ArrayList<>();

    private EinsumExamples() {}

    static List<OpExample> all() {
        EinsumExamples all = new EinsumExamples();
        all.one("ij->ji", 2, 3);
        all.one("ijk->k", 2, 3, 2);
        all.one("i j k -> k i", 2, 3, 2);
        all.one("ij->", 2, 3);
        all.two("bik,bkj->bij", dims(2, 3, 2), dims(2, 2, 3));
        all.two("ik,jk->ji", dims(3, 2), dims(4, 2));
        all.two("nchw,oc->nohw", dims(1, 3, 2, 2), dims(2, 3));
        all.two("bqhd,bkhd->bhqk", dims(1, 3, 2, 2), dims(1, 2, 2, 2));
        all.two("ijk,jl->i", dims(2, 3, 2), dims(3, 2));
        all.two("i,j->ji", dims(3), dims(2));
        all.two("ij,ij->ij", dims(2, 3), dims(2, 3));
        all.two("i,i->", dims(4), dims(4));
        all.two(",i->i", dims(), dims(4));
        return all.examples;
    }

    private void one(String formula, long... a) {
        examples.add(smooth("Einsum.of", formula, in -> Einsum.of(formula, in.get(0)), Points.signed(1, a)));
    }

    private void two(String formula, long[] a, long[] b) {
        examples.add(smooth(
                "Einsum.of",
                formula,
                in -> Einsum.of(formula, in.get(0), in.get(1)),
                Points.signed(1, a),
                Points.signed(2, b)));
    }

    private static long[] dims(long... dims) {
        return dims;
    }
}
