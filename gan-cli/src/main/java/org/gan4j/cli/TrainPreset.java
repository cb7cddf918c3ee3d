package org.gan4j.cli;

import static org.gan4j.losses.Presets.NON_SATURATING;
import static org.gan4j.losses.Presets.WGAN;
import static org.gan4j.losses.Presets.WGAN_GP;

import java.util.List;
import java.util.function.Supplier;
import org.gan4j.api.LossPreset;
import org.gan4j.architectures.Dcgan;
import org.gan4j.data.FashionMnist;
import org.gan4j.dsl.Gan;
import org.gan4j.dsl.NearMiss;
import org.gan4j.dsl.OptionsStep;

/**
 * What {@code gan train} can train by name.
 *
 * @param summary one line for people
 * @param steps how long, unless told otherwise
 * @param gan the beginning of its builder, to which the command line's options are added
 */
record TrainPreset(String name, String summary, int steps, Supplier<OptionsStep> gan) {
    /** The first is the default. */
    static final List<TrainPreset> ALL = List.of(
            new TrainPreset(
                    "dcgan", "DCGAN with the non-saturating loss, on clothes", 3000, () -> clothes(NON_SATURATING)),
            new TrainPreset("wgan", "the same networks with Wasserstein's loss, clipped", 1000, () -> clothes(WGAN)),
            new TrainPreset(
                    "wgan-gp", "the same networks with Wasserstein's loss and penalty", 1000, () -> clothes(WGAN_GP)));

    private static OptionsStep clothes(LossPreset loss) {
        return Gan.builder()
                .generator(Dcgan.generator().latent(100))
                .critic(Dcgan.critic())
                .loss(loss)
                .data(FashionMnist.embedded())
                .batchSize(64);
    }

    /** @throws IllegalArgumentException if there is none of this name; it says which was meant, or which there are */
    static TrainPreset named(String name, List<TrainPreset> presets) {
        List<String> names = presets.stream().map(TrainPreset::name).toList();
        return presets.stream()
                .filter(preset -> preset.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no preset " + name
                        + NearMiss.of(name, names)
                                .map(near -> "; did you mean " + near + "?")
                                .orElse("; there are " + String.join(", ", names))));
    }
}
