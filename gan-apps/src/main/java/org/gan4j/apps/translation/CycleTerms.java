package org.gan4j.apps.translation;

import java.util.ArrayList;
import java.util.List;
import org.gan4j.api.game.Objective;
import org.gan4j.api.game.UpdateContext;
import org.gan4j.tensor.Tensor;

/**
 * The terms that both generators of {@link CycleGan} share.
 *
 * @param there the translation from A to B
 * @param back the translation from B to A
 * @param cycle the weight of the cycle terms
 * @param identity the weight of the identity terms
 */
record CycleTerms(Translation there, Translation back, double cycle, double identity) implements Objective {
    @Override
    public List<Term> terms(UpdateContext update) {
        List<Term> terms = new ArrayList<>();
        if (cycle > 0) {
            terms.add(Term.of(
                    "cycle",
                    returned(update, there, back)
                            .add(returned(update, back, there))
                            .mul(cycle)));
        }
        if (identity > 0) {
            terms.add(Term.of(
                    "identity",
                    unchanged(update, there).add(unchanged(update, back)).mul(identity)));
        }
        return terms;
    }

    /** Returns the mean absolute difference between images and their translations there and back. */
    private static Tensor returned(UpdateContext update, Translation there, Translation back) {
        return distance(update.apply(back.generator(), there.of(update)), there.given(update));
    }

    /** Returns the mean absolute difference between images of the target domain and their translations. */
    private static Tensor unchanged(UpdateContext update, Translation translation) {
        Tensor target = update.data(translation.to().name());
        return distance(update.apply(translation.generator(), target), target);
    }

    private static Tensor distance(Tensor one, Tensor other) {
        return one.sub(other).abs().mean();
    }
}
