package org.gan4j.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.Tensor;

/**
 * The first kind of GAN (<a href="https://arxiv.org/abs/1406.2661">Goodfellow et al. 2014</a>): samples like the data's
 * field {@code image}, from latents alone.
 */
public record Unconditional() implements Application {
    private static final int SHOWN = 64;

    @Override
    public String name() {
        return "unconditional";
    }

    @Override
    public String summary() {
        return "samples like the data, from latents alone (Goodfellow et al. 2014)";
    }

    @Override
    public List<String> problems(Ingredients ingredients, DataDescription data) {
        if (!data.has(Field.IMAGE)) {
            return List.of("the data have no field " + Field.IMAGE + ", which is what is imitated; they have "
                    + data.fields().stream().map(Field::name).toList());
        }
        Field image = data.image();
        Site generatorSite = ingredients.generatorSite(image.shape(), 0);
        Site criticSite = ingredients.criticSite(image.shape(), 0);
        List<String> problems = new ArrayList<>(ingredients.problems(generatorSite, criticSite));
        if (problems.isEmpty()) {
            Shape batch = image.batch(NetworkFit.BATCH);
            Network critic = ingredients.critic().build(criticSite);
            Tensor latents = Tensor.zeros(batch.dim(0), ingredients.generator().latent());
            problems.addAll(NetworkFit.problems(
                    ingredients.generator().build(generatorSite), Inputs.of(latents), batch, "samples like the data"));
            Tensor samples = Tensor.input(Field.IMAGE, image.dtype(), batch.dims());
            problems.addAll(
                    NetworkFit.problems(critic, Inputs.of(samples), Shape.of(NetworkFit.BATCH), "one score a sample"));
            problems.addAll(ingredients.mixingProblems(critic));
        }
        return problems;
    }

    @Override
    public Ingredients resolved(Ingredients ingredients, DataDescription data) {
        Shape sample = data.image().shape();
        return ingredients.resolved(ingredients.generatorSite(sample, 0), ingredients.criticSite(sample, 0));
    }

    @Override
    public Plan plan(Ingredients ingredients, DataDescription data, long seed) {
        Field image = data.image();
        Network generator = ingredients.generator().build(ingredients.generatorSite(image.shape(), seed));
        Network critic = ingredients.critic().build(ingredients.criticSite(image.shape(), seed));
        int latent = ingredients.generator().latent();
        Game game = new Game(
                new Adversaries(ingredients, new Imitation(generator, critic, latent)).players(generator, critic),
                List.of(image));
        Exhibit exhibit = Exhibit.of(
                SHOWN, move -> move.apply(generator, move.random("latents").normal(move.batchSize(), latent)));
        return Plan.of(List.of(generator, critic), Timeline.of(Phase.open("training", game, exhibit)))
                .sampling(generator, latent, image)
                .with(Scoring.class, runner -> scoring(runner, critic, image));
    }

    private record Imitation(Network generator, Network critic, int latent) implements Contest {
        @Override
        public Tensor real(Move move) {
            return move.data(Field.IMAGE);
        }

        @Override
        public Tensor fake(Move move) {
            return move.apply(generator, move.random("latent").normal(move.batchSize(), latent));
        }

        @Override
        public Outputs judge(Move move, Tensor samples) {
            return move.apply(critic, Inputs.of(samples));
        }
    }

    private static Scoring scoring(Runner runner, Network critic, Field image) {
        Runner.Prepared scores = runner.prepare(List.of(image), in -> critic.apply(
                        Parameters.variables(), Pass.inference(), Inputs.of(in.get(Field.IMAGE)))
                .value());
        return samples -> scores.run(Map.of(Field.IMAGE, samples));
    }
}
