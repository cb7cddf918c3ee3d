package org.gan4j.dsl;

import java.util.List;
import java.util.Optional;
import org.gan4j.api.application.Plan;
import org.gan4j.api.data.DataSchema;
import org.gan4j.api.data.DataSource;
import org.gan4j.api.data.Dataset;
import org.gan4j.api.data.Field;
import org.gan4j.api.evaluation.Comparison;
import org.gan4j.api.evaluation.Evaluable;
import org.gan4j.api.inference.ConditionalSampler;
import org.gan4j.api.inference.Encoder;
import org.gan4j.api.inference.LatentSampler;
import org.gan4j.api.inference.StyleSampler;
import org.gan4j.api.inference.Weights;
import org.gan4j.api.plugin.ClassNames;
import org.gan4j.dsl.editing.EditRequest;
import org.gan4j.dsl.editing.EditSpace;
import org.gan4j.dsl.editing.Inversion;
import org.gan4j.dsl.editing.InversionRequest;
import org.gan4j.dsl.editing.Inverter;
import org.gan4j.dsl.editing.LatentArithmetic;
import org.gan4j.dsl.editing.LatentEdit;
import org.gan4j.dsl.editing.LatentEdits;
import org.gan4j.dsl.experiment.ComponentText;
import org.gan4j.dsl.inference.Extractions;
import org.gan4j.dsl.inference.LabeledImages;
import org.gan4j.dsl.inference.LabeledLatents;
import org.gan4j.dsl.inference.Latents;
import org.gan4j.dsl.inference.PaddedRunner;
import org.gan4j.dsl.inference.ReferenceData;
import org.gan4j.dsl.inference.SampleRequest;
import org.gan4j.dsl.inference.Samples;
import org.gan4j.dsl.probe.FeatureProbes;
import org.gan4j.dsl.probe.ProbeReport;
import org.gan4j.dsl.probe.ProbeRequest;
import org.gan4j.dsl.spec.GanSpec;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.TensorData;
import org.gan4j.tensor.engine.Engine;

/** The requests of one GAN that find and change latents, and probe its features. */
final class EditingSession {
    private final InferenceSession inference;
    private final GanSpec spec;
    private final DataSchema schema;
    private final Engine engine;
    private final Plan plan;
    private final PaddedRunner runner;
    private final Extractions extractions;
    private Inverter inverter;

    EditingSession(
            InferenceSession inference,
            GanSpec spec,
            DataSchema schema,
            Engine engine,
            Plan plan,
            PaddedRunner runner,
            Extractions extractions) {
        this.inference = inference;
        this.spec = spec;
        this.schema = schema;
        this.engine = engine;
        this.plan = plan;
        this.runner = runner;
        this.extractions = extractions;
    }

    /** Finds the latents of images. */
    Inversion invert(TensorData images, InversionRequest request, int steps) {
        SampleRequest one = SampleRequest.of(1);
        SampleRequest decided =
                inference.decided(request.weights().map(one::weights).orElse(one));
        inverter = inverter == null ? new Inverter(plan, runner, schema.image()) : inverter;
        Inversion found =
                inverter.invert(images, request, spec.seed(), decided.weights().orElseThrow());
        return new Inversion(
                found.images(),
                inference.imprinted(found.start(), decided, steps),
                inference.imprinted(found.found(), decided, steps),
                found.latents(),
                found.before(),
                found.after(),
                found.encoded());
    }

    /** Generates samples of changed latents. */
    Samples edit(EditRequest request, int steps) {
        SampleRequest decided = inference.decided(request.samples());
        LatentSampler plain = inference.samplerOfOneClass(decided);
        EditSpace space = plan.has(StyleSampler.class)
                ? EditSpace.ofStyles(inference.as(StyleSampler.class), decided, spec.seed())
                : EditSpace.ofLatents(plain, decided, spec.seed());
        LatentEdits edits = new LatentEdits(space.sampler(), space.weights());
        Samples edited = request.edit() instanceof LatentArithmetic sum
                ? edits.of(sum.of(space.drawn()), sum.terms().size() + 1)
                : edits.along(
                        direction(request.edit(), space),
                        request.latents().map(space::of).orElseGet(() -> rows(space.drawn(), decided.count())),
                        request.strengths().stream()
                                .mapToDouble(Double::doubleValue)
                                .toArray());
        return inference.imprinted(edited, decided, steps);
    }

    /** Trains linear probes on what the networks compute of images. */
    ProbeReport probe(ProbeRequest request) {
        if (!schema.has(Field.LABEL) || schema.classes().size() < 2) {
            throw new IllegalArgumentException(
                    "a probe tells classes, and the data of this GAN have no labels of at least"
                            + " two: train on labeled data; training need not use them");
        }
        ReferenceData known = inference.trainedOn();
        LabeledImages learned = LabeledImages.of(known, 0, request.learned(), spec.seed());
        Weights weights = inference.decided(SampleRequest.of(1)).weights().orElseThrow();
        FeatureProbes probes = new FeatureProbes(plan, runner, schema.image(), weights);
        Optional<DataSource> others = request.heldOut().filter(data -> !data.equals(spec.data()));
        if (others.isEmpty()) {
            LabeledImages tested = learned.others(known, learned.read(), request.tested(), spec.seed());
            return probes.of(engine, learned, tested, schema.classes().size());
        }
        DataSource heldOut = others.get();
        try (Dataset opened = heldOut.open()) {
            ReferenceData other = ReferenceData.heldOut(opened, ComponentText.of(heldOut), spec.transforms(), schema);
            LabeledImages tested = learned.others(other, 0, request.tested(), spec.seed());
            return probes.of(engine, learned, tested, schema.classes().size());
        }
    }

    private static TensorData rows(Latents drawn, int count) {
        return TensorData.of(drawn.rows(0, count), Shape.of(count, drawn.space().size()));
    }

    private float[] direction(LatentEdit edit, EditSpace space) {
        return edit instanceof LatentEdit.Toward toward
                ? toward(toward.label(), space.sampler(), space.weights())
                : space.direction(((LatentEdit.Along) edit).direction(), spec.seed());
    }

    private float[] toward(String label, LatentSampler sampler, Weights weights) {
        if (plan.has(ConditionalSampler.class)) {
            throw new IllegalArgumentException(
                    "this GAN is asked for classes, so its latents hardly know them: use gan sample --label " + label);
        }
        List<Comparison> comparisons =
                plan.has(Evaluable.class) ? inference.as(Evaluable.class).comparisons() : List.of();
        if (schema.classes().isEmpty() || comparisons.isEmpty()) {
            throw new IllegalArgumentException("the data of this GAN have no classes, so there is none called " + label
                    + ": move along a direction instead");
        }
        int wished = new ClassNames(schema.classes()).index(label);
        LabeledLatents known = plan.has(Encoder.class)
                ? LabeledLatents.ofImages(inference.as(Encoder.class), inference.trainedOn(), spec.seed(), weights)
                : LabeledLatents.ofSamples(sampler, comparisons.get(0), extractions, spec.seed(), weights);
        return LatentEdits.toward(known.latents(), known.are(wished));
    }
}
