package org.gan4j.dsl;

import io.vavr.collection.Seq;
import io.vavr.control.Validation;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.gan4j.api.Field;
import org.gan4j.api.Inputs;
import org.gan4j.api.Network;
import org.gan4j.api.Parameters;
import org.gan4j.api.Pass;
import org.gan4j.api.Regularizer;
import org.gan4j.api.Site;
import org.gan4j.data.transforms.TransformedBatches;
import org.gan4j.tensor.DType;
import org.gan4j.tensor.RandomKey;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.ShapeException;
import org.gan4j.tensor.Tensor;

/** What can be wrong with a specification. Each check gives its problems as sentences; all of them are reported at once. */
final class Checks {
    private Checks() {}

    /** @throws InvalidGanException with everything that is wrong, if something is */
    static void settings(GanSpec spec) {
        require(List.of(
                atLeastOne("the batch size", spec.batchSize(), "64 is usual"),
                atLeastOne("the number of critic moves", spec.criticMoves(), "1 and 5 are usual"),
                atLeastOne(
                        "the number of steps between grids of samples", spec.sampleEvery(), "give a number of steps"),
                atLeastOne("the number of steps between checkpoints", spec.checkpointEvery(), "give a number of steps"),
                ema(spec.ema()),
                clipping(spec)));
    }

    /** Whether there are enough data, and the architectures fit them. */
    static void dataAndFit(GanSpec spec, Site generator, Site critic, Field image, int samples) {
        require(List.of(
                enough(spec.batchSize(), samples),
                all(TransformedBatches.problems(image, spec.transforms())),
                architectures(spec, generator, critic)));
    }

    /** Whether the architectures fit the data. */
    static void fit(GanSpec spec, Site generator, Site critic) {
        require(List.of(architectures(spec, generator, critic)));
    }

    /** What both architectures complain about is said once. */
    private static Validation<Seq<String>, Void> architectures(GanSpec spec, Site generator, Site critic) {
        Set<String> problems = new LinkedHashSet<>(spec.generator().problems(generator));
        problems.addAll(spec.critic().problems(critic));
        return all(problems);
    }

    private static Validation<Seq<String>, Void> all(Collection<String> problems) {
        return problems.isEmpty() ? fine() : Validation.invalid(io.vavr.collection.List.ofAll(problems));
    }

    /** Whether the networks give what the game needs, and allow what the regularisers ask for. */
    static void networks(GanSpec spec, Networks networks, Field image) {
        List<Validation<Seq<String>, Void>> checks = new ArrayList<>();
        Shape batch = image.batch(spec.batchSize());
        int latent = spec.generator().latent();
        Tensor latents = Tensor.input("latents", DType.FLOAT, spec.batchSize(), latent);
        Tensor samples = Tensor.input("samples", image.dtype(), batch.dims());
        checks.add(gives(networks.generator(), latents, batch, "samples like the data"));
        checks.add(gives(networks.critic(), samples, Shape.of(spec.batchSize()), "one score a sample"));
        for (Regularizer regularizer : spec.regularizers()) {
            if (regularizer.usesInputGradient() && networks.critic().mixesSamples()) {
                checks.add(problem("the critic mixes the samples of a batch (batch normalisation), but the regularizer "
                        + regularizer.name()
                        + " needs each sample's own gradient: use Normalization.LAYER, NONE or AUTO in the critic"));
            }
        }
        if (spec.batchSize() == 1
                && (networks.generator().mixesSamples() || networks.critic().mixesSamples())) {
            checks.add(problem(
                    "batch normalisation needs other samples in a batch, and the batch size is 1: use 2 or more,"
                            + " or another normalization"));
        }
        require(checks);
    }

    private static Validation<Seq<String>, Void> gives(Network network, Tensor input, Shape wanted, String what) {
        try {
            Shape given = network.apply(Parameters.variables(), Pass.training(RandomKey.of(0)), Inputs.of(input))
                    .value()
                    .shape();
            return given.equals(wanted)
                    ? fine()
                    : problem("the " + network.name() + " gives " + given + " where " + what + ", " + wanted
                            + ", are needed: its architecture does not fit the data");
        } catch (ShapeException misfit) {
            return problem(
                    "the " + network.name() + " cannot be applied to " + input.shape() + ": " + misfit.getMessage());
        }
    }

    private static Validation<Seq<String>, Void> atLeastOne(String what, int value, String hint) {
        return value >= 1 ? fine() : problem(what + " must be at least 1, not " + value + ": " + hint);
    }

    private static Validation<Seq<String>, Void> ema(double decay) {
        return decay >= 0 && decay < 1
                ? fine()
                : problem("ema must be at least 0 and below 1, not " + decay + ": 0.999 is usual, 0 keeps no average");
    }

    private static Validation<Seq<String>, Void> enough(int batchSize, int samples) {
        return batchSize <= samples
                ? fine()
                : problem("the batch size is " + batchSize + ", but the data have only " + samples
                        + " samples: use a smaller batch or more data");
    }

    private static Validation<Seq<String>, Void> clipping(GanSpec spec) {
        boolean penalty = spec.regularizers().stream().anyMatch(Regularizer::usesInputGradient);
        return spec.constraint().isPresent() && penalty
                ? problem("the constraint " + spec.constraint().get().name()
                        + " and a gradient penalty both bound the critic, and work against each other: use one of them")
                : fine();
    }

    private static Validation<Seq<String>, Void> problem(String sentence) {
        return Validation.invalid(io.vavr.collection.List.of(sentence));
    }

    private static Validation<Seq<String>, Void> fine() {
        return Validation.valid(null);
    }

    private static void require(List<Validation<Seq<String>, Void>> checks) {
        Validation<Seq<String>, Seq<Void>> together = Validation.sequence(checks);
        if (together.isInvalid()) {
            throw new InvalidGanException(new ArrayList<>(together.getError().asJava()));
        }
    }
}
