package org.gan4j.data.formats;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.InflaterInputStream;
import org.gan4j.data.Oracle;

/** The files that {@code src/test/oracle/make_format_oracles.py} wrote, with the colors that Pillow shows. */
public final class SampleFiles {
    /** A file, and its colors as H×W×3 levels. */
    record Sample(byte[] file, int width, int height, byte[] colors, int tolerance) {}

    private SampleFiles() {}

    static Map<String, Sample> all() {
        Map<String, Sample> all = new LinkedHashMap<>();
        for (JsonNode each : Oracle.read("formats.json")) {
            all.put(
                    each.get("name").asText(),
                    new Sample(
                            inflated(each.get("file").asText()),
                            each.get("width").asInt(),
                            each.get("height").asInt(),
                            inflated(each.get("rgb").asText()),
                            each.get("tolerance").asInt()));
        }
        return all;
    }

    /** Returns the bytes of a file. */
    public static byte[] bytes(String name) {
        return all().get(name).file();
    }

    private static byte[] inflated(String base64) {
        try (InflaterInputStream in = new InflaterInputStream(
                new ByteArrayInputStream(Base64.getDecoder().decode(base64)))) {
            return in.readAllBytes();
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }
}
