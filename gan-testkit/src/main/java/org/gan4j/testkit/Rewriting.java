package org.gan4j.testkit;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.function.UnaryOperator;
import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.Traversal;
import org.gan4j.tensor.op.Identity;
import org.gan4j.tensor.op.RandomNumbers;

/** Rewriting of the expressions of a term, in order to compare it with that of other values. */
final class Rewriting {
    private Rewriting() {}

    /** Rebuilds expressions with some of their nodes replaced; null keeps a node. */
    static List<Tensor> replaced(List<Tensor> tensors, UnaryOperator<Tensor> replacement) {
        IdentityHashMap<Tensor, Tensor> done = new IdentityHashMap<>();
        for (Tensor node : Traversal.order(tensors)) {
            Tensor other = replacement.apply(node);
            done.put(node, other == null ? rebuilt(node, done) : other);
        }
        return tensors.stream().map(done::get).toList();
    }

    private static Tensor rebuilt(Tensor node, IdentityHashMap<Tensor, Tensor> done) {
        List<Tensor> inputs = new ArrayList<>();
        boolean same = true;
        for (Tensor input : node.inputs()) {
            inputs.add(done.get(input));
            same &= done.get(input) == input;
        }
        return same ? node : Tensor.of(node.op(), inputs.toArray(Tensor[]::new));
    }

    /** Returns the same random numbers for both halves of a batch, in place of numbers for 2N samples; else null. */
    static Tensor drawnTwice(Tensor node, int samples) {
        if (!(node.op() instanceof RandomNumbers random)
                || random.drawn().rank() == 0
                || random.drawn().dim(0) != 2 * samples) {
            return null;
        }
        RandomNumbers half =
                new RandomNumbers(random.distribution(), random.drawn().with(0, samples), random.seed(), random.path());
        Tensor once = Tensor.of(half, node.inputs().toArray(Tensor[]::new));
        return Tensor.concat(0, once, once);
    }

    /** Returns whether no gradient flows through a node by its own doing. */
    static boolean stopsGradient(Tensor node) {
        return node.op() instanceof Identity identity && identity.stopsGradient();
    }
}
