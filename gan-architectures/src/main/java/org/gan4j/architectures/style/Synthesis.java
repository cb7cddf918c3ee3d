package org.gan4j.architectures.style;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.gan4j.api.network.ForwardPass;
import org.gan4j.api.network.Parameters;
import org.gan4j.architectures.layers.Interpolation;
import org.gan4j.architectures.progressive.Fading;
import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.Variable;
import org.gan4j.tensor.functions.Resampling;

/**
 * The synthesis network g: styles → image.
 *
 * @param start the smallest features
 * @param blocks the layers of each size
 * @param skips whether the image is the sum of all sizes' images, as in StyleGAN2, or that of the last size
 * @param fades whether the network reads the condition {@code fade}, so that the image of the last size but one counts
 */
record Synthesis(FirstImage start, List<StyledBlock> blocks, boolean skips, boolean fades) {
    /** Returns the images for styles [N, layers, size] and the condition {@code fade}, [N,1,1,1]. */
    Tensor of(Parameters parameters, ForwardPass pass, Tensor styles, Optional<Tensor> fade) {
        Tensor x = start.of(parameters, pass, style(styles, 0));
        Tensor image = null;
        Tensor before = null;
        for (int i = 0; i < blocks.size(); i++) {
            StyledBlock block = blocks.get(i);
            for (int k = 0; k < block.layers().size(); k++) {
                x = block.layers().get(k).apply(parameters, pass, x, style(styles, block.first() + k));
            }
            before = image == null ? null : skips ? Interpolation.doubled(image) : Resampling.nearest(image, 2);
            if (makesImage(i)) {
                Tensor own = block.image().apply(parameters, pass, x, style(styles, block.imageStyle()));
                image = skips && before != null ? before.add(own) : own;
            }
        }
        return before == null || fade.isEmpty() ? image : Fading.between(before, image, fade.get());
    }

    private static Tensor style(Tensor styles, int number) {
        return styles.slice(1, number, number + 1)
                .reshape(styles.shape().dim(0), styles.shape().dim(2));
    }

    private boolean makesImage(int block) {
        return skips || block == blocks.size() - 1 || fades && block == blocks.size() - 2;
    }

    List<Variable> parameters() {
        List<Variable> all = new ArrayList<>(start.parameters());
        for (int i = 0; i < blocks.size(); i++) {
            blocks.get(i).parameters().forEach(all::add);
            if (makesImage(i)) {
                all.addAll(blocks.get(i).image().parameters());
            }
        }
        return all;
    }

    Stream<Variable> state() {
        return blocks.stream().flatMap(StyledBlock::all).flatMap(layer -> layer.state().stream());
    }
}
