package org.gan4j.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.gan4j.tensor.io.Uninterrupted;

/** Files with one JSON object per line. */
final class JsonLines {
    private static final ObjectMapper JSON = new ObjectMapper();

    private JsonLines() {}

    /** Returns the objects of a file, without lines that were torn by a kill; none if there is no file. */
    static List<JsonNode> of(Path file) {
        List<JsonNode> objects = new ArrayList<>();
        if (!Files.isRegularFile(file)) {
            return objects;
        }
        try {
            for (String line : Uninterrupted.get(() -> Files.readAllLines(file))) {
                try {
                    JsonNode node = JSON.readTree(line);
                    if (node.isObject()) {
                        objects.add(node);
                    }
                } catch (JsonProcessingException torn) {
                    // a report shows what there is
                }
            }
            return objects;
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot read " + file + ": " + failed, failed);
        }
    }
}
