package org.gan4j.losses;

import java.util.List;
import java.util.stream.Stream;
import org.gan4j.api.loss.Regularizer;
import org.gan4j.api.loss.Regularizer.Role;
import org.gan4j.losses.augment.DiffAugment;
import org.gan4j.losses.penalty.Consistency;
import org.gan4j.losses.penalty.GradientPenalty;
import org.gan4j.losses.weight.HistoricalAveraging;
import org.gan4j.losses.weight.OrthogonalWeights;
import org.gan4j.testkit.RegularizerContract;

/** Holds each regularizer of the plug-in, and variants of some, to the contract. */
class RegularizersContractTest extends RegularizerContract {
    @Override
    protected List<Regularizer> regularizers() {
        return Stream.concat(
                        new LossesPlugin().regularizers().stream(),
                        Stream.of(
                                new GradientPenalty(10, 0.25, true),
                                Consistency.of(DiffAugment.all()).both(),
                                OrthogonalWeights.of(Role.CRITIC),
                                HistoricalAveraging.of(Role.GENERATOR)))
                .toList();
    }
}
