package org.gan4j.serve;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.gan4j.data.images.ImageGrid;
import org.gan4j.dsl.inference.SampleRequest;
import org.gan4j.dsl.inference.Samples;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.TensorData;
import org.gan4j.tensor.io.Npy;

/** The formats that samples are sent in. */
enum SampleEncoding {
    PNG(12) {
        @Override
        Reply encode(Samples samples, SampleRequest request) {
            BufferedImage drawn = samples.count() == 1 ? ImageGrid.single(samples.data(), 0) : samples.grid();
            return Reply.ok(Reply.PNG, samples.imprint().bytes(drawn));
        }
    },
    NPY(16) {
        @Override
        Reply encode(Samples samples, SampleRequest request) {
            return Reply.ok(Reply.NPY, Npy.bytes(samples.inUnits()));
        }
    },
    JSON(64) {
        @Override
        Reply encode(Samples samples, SampleRequest request) {
            TensorData units = samples.inUnits();
            ObjectNode json = JsonNodeFactory.instance.objectNode();
            json.put("seed", request.seed().orElseThrow());
            request.label().ifPresent(label -> json.put("label", label));
            ArrayNode shape = json.putArray("shape");
            for (long dim : units.shape().dims()) {
                shape.add(dim);
            }
            ArrayNode data = json.putArray("data");
            for (float value : units.toFloats()) {
                data.add(value);
            }
            return Reply.json(Reply.OK, json);
        }
    };

    /** The name of the parameter that chooses one. */
    static final String NAME = "format";

    /** The header that says which seed the samples have. */
    private static final String SEED = "Gan-Seed";

    private final long bytesPerNumber;

    SampleEncoding(long bytesPerNumber) {
        this.bytesPerNumber = bytesPerNumber;
    }

    /** Returns the most bytes that this many numbers take while they are generated and encoded, in all copies. */
    long memory(long numbers) {
        return numbers * bytesPerNumber;
    }

    /** Returns the parameter, with the formats that can hold samples of this shape. */
    static Parameter parameter(Shape sample) {
        boolean images = sample.rank() == 3 && (sample.dim(0) == 1 || sample.dim(0) == 3);
        List<String> names = images ? List.of("png", "npy", "json") : List.of("npy", "json");
        return Parameter.word(
                NAME,
                (images ? "png: one image, or a grid of several; " : "")
                        + "npy: a NumPy float32 array [N, ...], images in [-1, 1], vectors in the units of the data;"
                        + " json: the same numbers in C order, with their shape.",
                names,
                images ? "png" : "json");
    }

    /** Returns the media types of these formats. */
    static List<String> types(Parameter format) {
        return format.values().stream()
                .map(name -> Map.of("png", Reply.PNG, "npy", Reply.NPY, "json", Reply.JSON)
                        .get(name))
                .toList();
    }

    static SampleEncoding of(Query query) {
        Optional<String> name = query.text(NAME);
        return valueOf(name.orElseThrow().toUpperCase(Locale.ROOT));
    }

    /** Encodes the samples of a request that has a seed. */
    Reply answer(Samples samples, SampleRequest request) {
        return encode(samples, request)
                .with(Map.of(SEED, Long.toString(request.seed().orElseThrow())));
    }

    abstract Reply encode(Samples samples, SampleRequest request);
}
