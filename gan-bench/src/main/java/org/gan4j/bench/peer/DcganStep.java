package org.gan4j.bench.peer;

import java.util.Map;
import org.bytedeco.pytorch.Adam;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.gan4j.api.data.Field;

/**
 * The step of PyTorch's DCGAN example. The loss is binary cross-entropy. The critic is updated on real samples and
 * fakes, with one backward pass each; the generator is updated through the same fakes with a full backward pass.
 */
public final class DcganStep implements PeerStep {
    private final PeerNetwork generator;
    private final PeerNetwork critic;
    private final Adam generatorOptimizer;
    private final Adam criticOptimizer;
    private final InjectedRandoms randoms;
    private final int latent;
    private final Tensor realLabels;
    private final Tensor fakeLabels;

    /** Creates a step with an optimizer for each network and labels for {@code batchSize} samples. */
    public DcganStep(
            PeerNetwork generator,
            PeerNetwork critic,
            org.gan4j.api.optim.Adam optimizer,
            InjectedRandoms randoms,
            int latent,
            int batchSize) {
        this.generator = generator;
        this.critic = critic;
        this.generatorOptimizer = AdamSettings.of(optimizer, generator);
        this.criticOptimizer = AdamSettings.of(optimizer, critic);
        this.randoms = randoms;
        this.latent = latent;
        this.realLabels = torch.ones(batchSize);
        this.fakeLabels = torch.zeros(batchSize);
    }

    @Override
    public Map<String, Double> run(int number, Map<String, Tensor> batch) {
        Tensor real = batch.get(Field.IMAGE);
        criticOptimizer.zero_grad();
        Tensor realLoss = torch.binary_cross_entropy(belief(real), realLabels);
        realLoss.backward();
        Tensor fake = generator.apply(randoms.latents(number, real.size(0), latent));
        Tensor fakeLoss = torch.binary_cross_entropy(belief(fake.detach()), fakeLabels);
        fakeLoss.backward();
        criticOptimizer.step();

        generatorOptimizer.zero_grad();
        Tensor fooled = torch.binary_cross_entropy(belief(fake), realLabels);
        fooled.backward();
        generatorOptimizer.step();
        return Map.of("loss.critic", (double) realLoss.item_float() + fakeLoss.item_float(), "loss.generator", (double)
                fooled.item_float());
    }

    private Tensor belief(Tensor samples) {
        return torch.sigmoid(critic.apply(samples)).view(-1);
    }
}
