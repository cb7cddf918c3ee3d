package org.gan4j.cli;

import java.util.Optional;
import org.gan4j.api.data.DataSource;
import org.gan4j.api.data.Dataset;
import org.gan4j.api.data.Field;
import org.gan4j.api.evaluation.Comparison;
import org.gan4j.api.evaluation.Evaluable;
import org.gan4j.api.evaluation.Extractor;
import org.gan4j.api.inference.Scorer;
import org.gan4j.api.inference.Weights;
import org.gan4j.dsl.Gan;
import org.gan4j.dsl.experiment.ComponentText;
import org.gan4j.dsl.inference.ComparedRows;
import org.gan4j.dsl.inference.ReferenceData;
import org.gan4j.dsl.inference.SampleRequest;
import org.gan4j.dsl.inference.Truncated;
import org.gan4j.dsl.plugin.ComponentKind;
import org.gan4j.metrics.Protocol;
import org.gan4j.metrics.features.MobileNetFeatures;

/**
 * What the commands {@code privacy} and {@code detect} compare of a run: the samples that should resemble the data as a
 * whole.
 *
 * @param gan the run
 * @param comparison the comparison of its samples with the data
 * @param training the data of training
 */
record ComparedRun(Gan gan, Comparison comparison, ReferenceData training) {
    /**
     * Returns the first comparison of a run's samples as a whole.
     *
     * @throws IllegalArgumentException if the run has none
     */
    static ComparedRun of(Gan gan) {
        Dataset data = gan.dataset();
        ReferenceData training = ReferenceData.trainedOn(
                data, ComponentText.of(gan.spec().data()), gan.spec().transforms());
        Comparison whole = (gan.can(Evaluable.class)
                        ? whole(gan.as(Evaluable.class), training)
                        : Optional.<Comparison>empty())
                .orElseThrow(() -> new IllegalArgumentException("the outputs of this GAN, whose application is "
                        + gan.spec().application().name()
                        + ", should equal their targets row by row, so it makes no samples that could be copies: choose"
                        + " a run that generates samples like its data"));
        return new ComparedRun(gan, whole, training);
    }

    private static Optional<Comparison> whole(Evaluable evaluable, ReferenceData training) {
        return evaluable.comparisons(training.schema()).stream()
                .filter(each -> each.pairing() == Comparison.Pairing.DISTRIBUTION)
                .findFirst();
    }

    /** Generates samples of a request into rows of this run. */
    void generate(ComparedRows rows, SampleRequest request, long seed, int[] order, ComparedRows.Receiver receiver) {
        Truncated<Comparison> chosen = Truncated.of(comparison, request, (plain, psi) -> gan.as(Evaluable.class)
                .truncated(psi)
                .flatMap(each -> whole(each, training)));
        rows.generate(chosen.by(), chosen.request(), seed, order, receiver);
    }

    /** Returns other data in the form of the comparison. */
    ReferenceData other(DataSource source, Dataset opened) {
        return ReferenceData.heldOut(
                opened, ComponentText.of(source), gan.spec().transforms(), training.schema());
    }

    /**
     * Opens the extractor of a name, or the usual one: MobileNetV2's features of images, otherwise the values.
     *
     * @param typed the name, perhaps with settings, or null
     */
    ComparedRows rows(String typed) {
        Optional<Extractor> usual =
                Optional.<Extractor>of(MobileNetFeatures.standard()).filter(each -> each.appliesTo(comparison.with()));
        Optional<Extractor> extractor =
                typed == null ? usual : Optional.of(ComponentText.parse(ComponentKind.EXTRACTOR, typed));
        return ComparedRows.open(gan.engine(), comparison, training, extractor);
    }

    /** Returns whether the critic scores what is compared. */
    boolean hasScores() {
        return gan.can(Scorer.class) && comparison.with().name().equals(Field.IMAGE);
    }

    /** Returns the request with its weights: the moving average by default, if there is one. */
    SampleRequest decided(SampleRequest request) {
        boolean averaged = gan.spec().components().movingAverage().isPresent();
        return request.weights().isPresent() ? request : request.weights(averaged ? Weights.EMA : Weights.LATEST);
    }

    /** Returns what the samples are, such as "samples after step 300, moving average". */
    String described(SampleRequest decided) {
        boolean averaged = decided.weights().orElseThrow() == Weights.EMA;
        return "samples after step " + gan.steps() + (averaged ? ", " + Protocol.MOVING_AVERAGE : "")
                + (decided.truncation().isPresent()
                        ? Protocol.TRUNCATION + decided.truncation().getAsDouble()
                        : "");
    }
}
