package org.gan4j.apps.texttoimage;

import java.util.List;
import org.gan4j.api.text.TextEncoder;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.TensorData;

/** The vectors of captions, [captions, size]. Each caption is encoded once, when a vector is first needed. */
final class CaptionTable {
    private final TextEncoder encoder;
    private final List<String> captions;
    private TensorData vectors;
    private Tensor constant;

    CaptionTable(TextEncoder encoder, List<String> captions) {
        this.encoder = encoder;
        this.captions = captions;
    }

    int size() {
        return captions.size();
    }

    boolean holds(List<String> others) {
        return captions.equals(others);
    }

    /** Returns the vectors of captions by their indices, [N] to [N, size], as an expression. */
    Tensor of(Tensor indices) {
        return constant().gather(0, indices);
    }

    /** Returns the vectors of captions by their indices, [N] to [N, size]. */
    TensorData of(TensorData indices) {
        float[] all = vectors().toFloats();
        int[] chosen = indices.toInts();
        float[] rows = new float[chosen.length * encoder.size()];
        for (int i = 0; i < chosen.length; i++) {
            System.arraycopy(all, chosen[i] * encoder.size(), rows, i * encoder.size(), encoder.size());
        }
        return TensorData.of(rows, Shape.of(chosen.length, encoder.size()));
    }

    /**
     * Encodes the captions, unless they are encoded already.
     *
     * @throws IllegalArgumentException if one cannot be encoded, or there is none
     */
    void encode() {
        vectors();
    }

    private synchronized TensorData vectors() {
        if (captions.isEmpty()) {
            throw new IllegalArgumentException("the data have the field caption, but no captions that it could index:"
                    + " give them with withCaptions");
        }
        if (vectors == null) {
            float[][] encoded = encoder.encode(captions);
            float[] rows = new float[Math.multiplyExact(encoded.length, encoder.size())];
            for (int i = 0; i < encoded.length; i++) {
                System.arraycopy(encoded[i], 0, rows, i * encoder.size(), encoder.size());
            }
            vectors = TensorData.of(rows, Shape.of(encoded.length, encoder.size()));
        }
        return vectors;
    }

    private synchronized Tensor constant() {
        if (constant == null) {
            constant = Tensor.of(vectors()).named("captions");
        }
        return constant;
    }
}
