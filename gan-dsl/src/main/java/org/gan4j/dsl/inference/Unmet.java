package org.gan4j.dsl.inference;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.gan4j.api.evaluation.Comparison;
import org.gan4j.api.evaluation.Comparison.Pairing;
import org.gan4j.api.evaluation.Extractor;
import org.gan4j.api.evaluation.Metric;

/** What a metric needs that comparisons lack, found by asking it about comparisons that differ in one respect. */
final class Unmet {
    private Unmet() {}

    /** Returns the end of a sentence that begins with the metric's name; empty if nothing explains the refusal. */
    static Optional<String> of(Metric metric, Judges judges, List<Comparison> comparisons) {
        if (judges.isTaught(metric)) {
            return Optional.of(" is left out: " + metric.network().orElseThrow()
                    + " taught this generator, and would judge its own work; choose another network");
        }
        if (comparisons.stream().noneMatch(metric::appliesTo)) {
            return ofGan(metric, comparisons);
        }
        boolean unclassified = metric.given() == Metric.Given.PROBABILITIES
                && judges.extractors().stream().noneMatch(Extractor::classifies);
        return unclassified
                ? Optional.of(" needs an extractor that classifies: add the extractor classifier")
                : Optional.empty();
    }

    private static Optional<String> ofGan(Metric metric, List<Comparison> comparisons) {
        if (applies(metric, comparisons, Comparison::ofLabels)) {
            return Optional.of(" needs a GAN that is asked for classes: train conditional");
        }
        if (applies(metric, comparisons, each -> paired(each, Pairing.PAIRS))) {
            return Optional.of(" needs images with a target, as super-resolution has: choose another metric");
        }
        if (applies(metric, comparisons, each -> paired(each, Pairing.DISTRIBUTION))) {
            return Optional.of(
                    " needs samples without a target, and each of this GAN's has one: choose another metric");
        }
        return Optional.empty();
    }

    private static boolean applies(Metric metric, List<Comparison> comparisons, UnaryOperator<Comparison> changed) {
        return comparisons.stream().map(changed).anyMatch(metric::appliesTo);
    }

    private static Comparison paired(Comparison of, Pairing pairing) {
        return new Comparison(of.with(), of.reference(), pairing, of.latents(), of.generation(), of.labeled());
    }
}
