package org.gan4j.text;

import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.embedding.onnx.allminilml6v2q.AllMiniLmL6V2QuantizedEmbeddingModel;
import java.util.List;
import org.gan4j.api.text.TextEncoder;

/**
 * The sentence encoder <a href="https://huggingface.co/sentence-transformers/all-MiniLM-L6-v2">all-MiniLM-L6-v2</a>, a
 * transformer of six layers that was trained on a billion pairs of English sentences (<a
 * href="https://arxiv.org/abs/2002.10957">Wang et al. 2020</a>, <a href="https://arxiv.org/abs/1908.10084">Reimers and
 * Gurevych 2019</a>): texts of similar meaning have similar vectors, even if they share no word. Its weights are stored
 * in 8 bits. ONNX Runtime computes it, on all cores. The parts of a text of more than 510 tokens are averaged.
 */
public record MiniLm() implements TextEncoder {
    private static final int SIZE = 384;

    /** Holder of the model, which is loaded when a text is first encoded. */
    private static final class Loaded {
        private static final EmbeddingModel MODEL = new AllMiniLmL6V2QuantizedEmbeddingModel();
    }

    @Override
    public String name() {
        return "minilm";
    }

    @Override
    public String summary() {
        return "all-MiniLM-L6-v2: English texts of similar meaning have similar vectors";
    }

    @Override
    public int size() {
        return SIZE;
    }

    @Override
    public float[][] encode(List<String> texts) {
        for (String text : texts) {
            problem(text).ifPresent(why -> {
                throw new IllegalArgumentException("the text \"" + text + "\" cannot be encoded, because " + why
                        + ": describe what it should show");
            });
        }
        return Loaded.MODEL.embedAll(texts.stream().map(TextSegment::from).toList()).content().stream()
                .map(embedding -> unit(embedding.vector()))
                .toArray(float[][]::new);
    }

    private static float[] unit(float[] vector) {
        double squares = 0;
        for (float value : vector) {
            squares += (double) value * value;
        }
        float[] scaled = new float[vector.length];
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] = (float) (vector[i] / Math.sqrt(squares));
        }
        return scaled;
    }
}
