package org.gan4j.bench.peer;

import java.util.Map;
import org.bytedeco.pytorch.Adam;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.gan4j.api.data.Field;

/** The step of a generator that learns the images themselves, with the mean square error of the pixels as the loss. */
public final class PixelStep implements PeerStep {
    private final PeerNetwork generator;
    private final Adam optimizer;
    private final String input;

    /**
     * Creates a step with an optimizer of its own.
     *
     * @param input the name of the field that the generator gets
     */
    public PixelStep(PeerNetwork generator, org.gan4j.api.optim.Adam optimizer, String input) {
        this.generator = generator;
        this.optimizer = AdamSettings.of(optimizer, generator);
        this.input = input;
    }

    @Override
    public Map<String, Double> run(int number, Map<String, Tensor> batch) {
        optimizer.zero_grad();
        Tensor loss = torch.mse_loss(generator.apply(batch.get(input)), batch.get(Field.IMAGE));
        loss.backward();
        optimizer.step();
        return Map.of("loss.generator", (double) loss.item_float());
    }
}
