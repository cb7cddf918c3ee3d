package com.example.matching;

import java.util.ArrayList;
import java.util.List;
import org.gan4j.api.application.AdversarialPlayers;
import org.gan4j.api.application.Application;
import org.gan4j.api.application.GanComponents;
import org.gan4j.api.application.Plan;
import org.gan4j.api.application.Unconditional;
import org.gan4j.api.data.DataSchema;
import org.gan4j.api.data.Field;
import org.gan4j.api.game.Game;
import org.gan4j.api.game.Phase;
import org.gan4j.api.game.PhaseSchedule;
import org.gan4j.api.game.SamplePreview;
import org.gan4j.api.latents.LatentSpace;
import org.gan4j.api.network.ForwardPass;
import org.gan4j.api.network.Inputs;
import org.gan4j.api.network.Network;
import org.gan4j.api.network.Outputs;
import org.gan4j.api.network.Parameters;
import org.gan4j.api.network.ShapeCheck;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.Tensor;

/**
 * Unconditional generation, where the generator also matches the mean of the critic's features
 * (<a href="https://arxiv.org/abs/1606.03498">Salimans et al. 2016</a>, section 3.1).
 *
 * @param weight the weight of the squared distance of the means, which is added to the loss
 */
public record FeatureMatching(double weight) implements Application {
    private static final int PREVIEWED = 64;

    @Override
    public String name() {
        return "sample-feature-matching";
    }

    @Override
    public String summary() {
        return "samples like the data, matching the means of the critic's features (Salimans et al. 2016)";
    }

    @Override
    public List<String> problems(DataSchema data) {
        return new Unconditional().problems(data);
    }

    @Override
    public List<String> problems(GanComponents components, DataSchema data) {
        List<String> problems = new ArrayList<>(new Unconditional().problems(components, data));
        if (!(weight >= 0)) {
            problems.add("the weight of feature matching must be at least 0, not " + weight + ": 1 is usual");
        }
        if (problems.isEmpty() && !hasFeatures(components, data.image())) {
            problems.add("feature matching needs a critic with the head features; "
                    + components.critic().name() + " has none: use another critic, such as sample-glance");
        }
        return problems;
    }

    private static boolean hasFeatures(GanComponents components, Field image) {
        Shape batch = image.batch(ShapeCheck.BATCH);
        Network critic = components.critic().build(components.criticSpec(image.shape(), 0));
        Tensor samples = Tensor.input(Field.IMAGE, image.dtype(), batch.dims());
        return critic.apply(Parameters.variables(), ForwardPass.inference(), Inputs.of(samples))
                .heads()
                .containsKey(Outputs.FEATURES);
    }

    @Override
    public GanComponents resolved(GanComponents components, DataSchema data) {
        return new Unconditional().resolved(components, data);
    }

    @Override
    public Plan plan(GanComponents components, DataSchema data, long seed) {
        Field image = data.image();
        Network generator = components.generator().build(components.generatorSpec(image.shape(), seed));
        Network critic = components.critic().build(components.criticSpec(image.shape(), seed));
        LatentSpace space = components.latents();
        MatchingModel model = new MatchingModel(generator, critic, space, weight);
        Game game = components.game(new AdversarialPlayers(components, model).players(generator, critic), List.of(image));
        SamplePreview preview = SamplePreview.of(PREVIEWED, model::generate);
        return Plan.of(List.of(generator, critic), PhaseSchedule.of(Phase.open("training", game, preview)))
                .sampling(generator, space, image);
    }
}
