package org.gan4j.dsl.inference;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gan4j.api.data.Scale;
import org.gan4j.api.latents.LatentDistribution;
import org.gan4j.api.latents.NormalLatents;
import org.gan4j.dsl.experiment.ComponentText;
import org.gan4j.dsl.plugin.ComponentKind;
import org.gan4j.dsl.spec.GanSpec;
import org.gan4j.metrics.Protocol;

/**
 * What the file of a generator says about itself, as {@code gan export} writes it, and what holds if it says nothing.
 *
 * @param file the name of the file, for messages
 * @param all the entries
 */
record GeneratorNotes(String file, Map<String, String> all) {
    private static final String LATENTS = "gan4j.latents";
    private static final String RANGE = "gan4j.output.range";
    private static final Pattern COMPONENT = Pattern.compile("([\\w-]+) \\((.*)\\)");
    private static final Pattern INTERVAL = Pattern.compile("\\[\\s*([^\\s,]+)\\s*,\\s*([^\\s,]+)\\s*]");

    /** The smallest and the largest value of images. */
    record Range(double low, double high) {}

    /** Returns the distribution of the latents; standard normal if the file does not tell. */
    LatentDistribution distribution() {
        String text = all.getOrDefault(LATENTS, "");
        if (text.isEmpty()) {
            return new NormalLatents();
        }
        Matcher settings = COMPONENT.matcher(text);
        try {
            return ComponentText.parse(
                    ComponentKind.LATENTS,
                    settings.matches()
                            ? "{name: " + settings.group(1) + ", "
                                    + settings.group(2).replaceAll("([\\w-]+) ([^,]+)", "$1: $2") + "}"
                            : text);
        } catch (IllegalArgumentException unknown) {
            throw unusable(LATENTS, unknown);
        }
    }

    /** Returns the range of images, if the file tells it. */
    Optional<Range> range() {
        return Optional.ofNullable(all.get(RANGE)).map(text -> {
            Matcher interval = INTERVAL.matcher(text.strip());
            try {
                if (interval.matches()) {
                    Range range =
                            new Range(Double.parseDouble(interval.group(1)), Double.parseDouble(interval.group(2)));
                    if (Double.isFinite(range.high - range.low) && range.low < range.high) {
                        return range;
                    }
                }
            } catch (NumberFormatException noNumber) {
                throw unusable(RANGE, noNumber);
            }
            throw unusable(RANGE, null);
        });
    }

    /**
     * Returns the units of vectors. Those of another program are taken to be in the units of the data; empty if a GAN of
     * this library has learned from numbers that are not scaled.
     */
    List<Scale> scales() {
        if (!all.containsKey("gan4j.output.middle")) {
            return all.containsKey("gan4j.function") ? List.of() : List.of(new Scale("", 0, 1));
        }
        String[] names = read("gan4j.output.names", String[].class);
        double[] middle = read("gan4j.output.middle", double[].class);
        double[] half = read("gan4j.output.half", double[].class);
        if (names.length != middle.length || half.length != middle.length) {
            throw unusable("gan4j.output.half", null);
        }
        List<Scale> scales = new ArrayList<>();
        for (int i = 0; i < middle.length; i++) {
            scales.add(new Scale(names[i], middle[i], half[i]));
        }
        return scales;
    }

    /** Returns the seed of samples if none is asked for: that of the run, or else the usual one. */
    long seed() {
        String text = all.get("gan4j.seed");
        try {
            return text == null ? GanSpec.SEED.standard().orElseThrow() : Long.parseLong(text);
        } catch (NumberFormatException noNumber) {
            throw unusable("gan4j.seed", noNumber);
        }
    }

    /** Returns the name of the weights in a protocol; empty if the file does not tell. */
    String weights() {
        return switch (all.getOrDefault("gan4j.weights", "")) {
            case "averaged" -> Protocol.MOVING_AVERAGE;
            case "latest" -> Protocol.LATEST;
            default -> "";
        };
    }

    /** Returns the name of the samples in an evaluation. */
    String samples() {
        String step = all.containsKey("gan4j.step") ? " after step " + all.get("gan4j.step") : "";
        String averaged = weights().equals(Protocol.MOVING_AVERAGE) ? ", " + Protocol.MOVING_AVERAGE : "";
        return "samples of " + file + step + averaged;
    }

    private <T> T read(String key, Class<T> type) {
        try {
            T value = new ObjectMapper().readValue(all.getOrDefault(key, "null"), type);
            if (value == null) {
                throw unusable(key, null);
            }
            return value;
        } catch (JsonProcessingException malformed) {
            throw unusable(key, malformed);
        }
    }

    private IllegalArgumentException unusable(String key, Exception cause) {
        String value = all.containsKey(key) ? "is " + all.get(key) : "is missing";
        return new IllegalArgumentException(
                "the entry " + key + " of the metadata of " + file + " " + value
                        + (cause instanceof NumberFormatException || cause == null
                                ? ", which is not what gan export writes"
                                : ", which cannot be read: " + cause.getMessage())
                        + "; export the file again, or correct the entry (docs/onnx.md)",
                cause);
    }
}
