package org.gan4j.bench.peer;

import java.util.Map;
import org.bytedeco.pytorch.Adam;
import org.bytedeco.pytorch.BoolOptional;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.ScalarOptional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;
import org.gan4j.api.data.Field;

/** A WGAN-GP step with one critic update; the penalty's gradient is computed with {@code create_graph=True}. */
public final class WassersteinStep implements PeerStep {
    private final PeerNetwork generator;
    private final PeerNetwork critic;
    private final Adam generatorOptimizer;
    private final Adam criticOptimizer;
    private final InjectedRandoms randoms;
    private final int latent;
    private final double weight;

    /**
     * Creates a step with an optimizer for each network.
     *
     * @param latent the size of a latent vector
     * @param weight the weight of the penalty
     */
    public WassersteinStep(
            PeerNetwork generator,
            PeerNetwork critic,
            org.gan4j.api.optim.Adam optimizer,
            InjectedRandoms randoms,
            int latent,
            double weight) {
        this.generator = generator;
        this.critic = critic;
        this.generatorOptimizer = AdamSettings.of(optimizer, generator);
        this.criticOptimizer = AdamSettings.of(optimizer, critic);
        this.randoms = randoms;
        this.latent = latent;
        this.weight = weight;
    }

    @Override
    public Map<String, Double> run(int number, Map<String, Tensor> batch) {
        Tensor real = batch.get(Field.IMAGE);
        Tensor fake = generator.apply(randoms.latents(number, real.size(0), latent));
        criticOptimizer.zero_grad();
        Tensor distance =
                critic.apply(fake.detach()).mean().sub(critic.apply(real).mean());
        Tensor loss = distance.add(penalty(number, real, fake.detach()));
        loss.backward();
        criticOptimizer.step();

        generatorOptimizer.zero_grad();
        Tensor fooled = critic.apply(fake).mean().neg();
        fooled.backward();
        generatorOptimizer.step();
        return Map.of("loss.critic", (double) loss.item_float(), "loss.generator", (double) fooled.item_float());
    }

    private Tensor penalty(int number, Tensor real, Tensor fake) {
        Tensor places = randoms.places(number, real.size(0), 1, 1, 1);
        Tensor between = places.mul(real).add(places.neg().add(new Scalar(1)).mul(fake));
        between.requires_grad_(true);
        Tensor scores = critic.apply(between);
        TensorVector gradients = torch.grad(
                new TensorVector(scores),
                new TensorVector(between),
                new TensorVector(torch.ones_like(scores)),
                new BoolOptional(true),
                true, // create_graph
                false);
        Tensor norm = gradients.get(0).view(real.size(0), -1).norm(new ScalarOptional(new Scalar(2)), 1);
        return norm.sub(new Scalar(1)).square().mean().mul(new Scalar(weight));
    }
}
