package com.example.matching;

import java.util.ArrayList;
import java.util.List;
import org.gan4j.api.Adversaries;
import org.gan4j.api.Application;
import org.gan4j.api.DataDescription;
import org.gan4j.api.Exhibit;
import org.gan4j.api.Field;
import org.gan4j.api.Game;
import org.gan4j.api.Ingredients;
import org.gan4j.api.Inputs;
import org.gan4j.api.Network;
import org.gan4j.api.NetworkFit;
import org.gan4j.api.Outputs;
import org.gan4j.api.Parameters;
import org.gan4j.api.Pass;
import org.gan4j.api.Phase;
import org.gan4j.api.Plan;
import org.gan4j.api.Timeline;
import org.gan4j.api.Unconditional;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.Tensor;

/**
 * Samples like the data, whose generator also matches the mean of the critic's features
 * (<a href="https://arxiv.org/abs/1606.03498">Salimans et al. 2016</a>, section 3.1).
 *
 * @param weight of the squared distance of the means, beside the loss
 */
public record FeatureMatching(double weight) implements Application {
    private static final int SHOWN = 64;

    @Override
    public String name() {
        return "sample-feature-matching";
    }

    @Override
    public String summary() {
        return "samples like the data, matching the means of the critic's features (Salimans et al. 2016)";
    }

    @Override
    public List<String> problems(Ingredients ingredients, DataDescription data) {
        List<String> problems = new ArrayList<>(new Unconditional().problems(ingredients, data));
        if (!(weight >= 0)) {
            problems.add("the weight of feature matching must be at least 0, not " + weight + ": 1 is usual");
        }
        if (problems.isEmpty() && !givesFeatures(ingredients, data.image())) {
            problems.add("feature matching needs a critic that tells its features, and "
                    + ingredients.critic().name() + " does not: use another, such as sample-glance");
        }
        return problems;
    }

    private static boolean givesFeatures(Ingredients ingredients, Field image) {
        Shape batch = image.batch(NetworkFit.BATCH);
        Network critic = ingredients.critic().build(ingredients.criticSite(image.shape(), 0));
        Tensor samples = Tensor.input(Field.IMAGE, image.dtype(), batch.dims());
        return critic.apply(Parameters.variables(), Pass.inference(), Inputs.of(samples))
                .heads()
                .containsKey(Outputs.FEATURES);
    }

    @Override
    public Ingredients resolved(Ingredients ingredients, DataDescription data) {
        return new Unconditional().resolved(ingredients, data);
    }

    @Override
    public Plan plan(Ingredients ingredients, DataDescription data, long seed) {
        Field image = data.image();
        Network generator = ingredients.generator().build(ingredients.generatorSite(image.shape(), seed));
        Network critic = ingredients.critic().build(ingredients.criticSite(image.shape(), seed));
        int latent = ingredients.generator().latent();
        MatchingContest contest = new MatchingContest(generator, critic, latent, weight);
        Game game = new Game(new Adversaries(ingredients, contest).players(generator, critic), List.of(image));
        Exhibit exhibit = Exhibit.of(SHOWN, contest::fake);
        return Plan.of(List.of(generator, critic), Timeline.of(Phase.open("training", game, exhibit)))
                .sampling(generator, latent, image);
    }
}
