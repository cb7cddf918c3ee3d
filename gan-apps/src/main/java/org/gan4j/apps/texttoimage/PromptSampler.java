package org.gan4j.apps.texttoimage;

import java.util.List;
import java.util.Map;
import org.gan4j.api.data.Field;
import org.gan4j.api.inference.InferenceRunner;
import org.gan4j.api.inference.LatentSampler;
import org.gan4j.api.inference.TextSampler;
import org.gan4j.api.inference.Weights;
import org.gan4j.api.latents.LatentSpace;
import org.gan4j.api.network.ForwardPass;
import org.gan4j.api.network.NetworkSpec;
import org.gan4j.api.text.TextEncoder;
import org.gan4j.data.EvenRows;
import org.gan4j.tensor.DType;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.TensorData;

/** Sampler of images of texts. */
final class PromptSampler implements TextSampler {
    private static final String TEXT = "text";

    private final TextEncoder encoder;
    private final LatentSpace space;
    private final InferenceRunner.Prepared generated;

    PromptSampler(InferenceRunner runner, TextNetworks networks, TextEncoder encoder) {
        this.encoder = encoder;
        this.space = networks.space();
        List<Field> inputs = List.of(
                new Field(NetworkSpec.LATENTS, DType.FLOAT, Shape.of(space.size())),
                new Field(TEXT, DType.FLOAT, Shape.of(encoder.size())));
        this.generated = runner.prepare(inputs, (parameters, in) -> networks.generated(
                        parameters, ForwardPass.inference(), in.get(NetworkSpec.LATENTS), in.get(TEXT))
                .value());
    }

    LatentSpace space() {
        return space;
    }

    TextEncoder encoder() {
        return encoder;
    }

    /** Returns one image per row of latents and vectors of texts. */
    TensorData images(TensorData latents, TensorData texts, Weights weights) {
        return generated.run(Map.of(NetworkSpec.LATENTS, latents, TEXT, texts), weights);
    }

    @Override
    public LatentSampler of(List<String> texts) {
        if (texts.isEmpty()) {
            throw new IllegalArgumentException(
                    "there is no text to generate images of: pass one, such as \"a red heart\"");
        }
        CaptionTable table = new CaptionTable(encoder, List.copyOf(texts));
        table.encode();
        return new OfTexts(table);
    }

    private final class OfTexts implements LatentSampler {
        private final CaptionTable table;

        private OfTexts(CaptionTable table) {
            this.table = table;
        }

        @Override
        public LatentSpace latents() {
            return space;
        }

        @Override
        public Shape sample() {
            return generated.output();
        }

        @Override
        public TensorData samples(TensorData latents, Weights weights) {
            int rows = latents.shape().dim(0);
            int[] shown = EvenRows.of(rows, table.size());
            return images(latents, table.of(TensorData.of(shown, Shape.of(rows))), weights);
        }
    }
}
