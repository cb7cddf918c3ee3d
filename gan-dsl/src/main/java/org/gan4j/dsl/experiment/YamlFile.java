package org.gan4j.dsl.experiment;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gan4j.dsl.plugin.FormerNames;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/**
 * A YAML file as a tree, with the line of each value. Only plain YAML is read: tags, which could name classes, and
 * aliases are refused.
 *
 * @param origin the file, for messages
 * @param lines the line of each value by its path, such as {@code /generator/latent}
 */
record YamlFile(String origin, ObjectNode root, Map<String, Integer> lines) {
    /** The longest file: the parser's time grows with the square of the length of a line. */
    static final int MOST_BYTES = 1 << 18;

    private static final String VALUE = "value";

    /**
     * Reads a file.
     *
     * @throws InvalidExperimentException if it is not a mapping in plain YAML
     * @throws IllegalArgumentException if there is no such file, it is not text, or it has more than 256 KiB
     * @throws UncheckedIOException if it cannot be read
     */
    static YamlFile read(Path file) {
        return parse(file.toString(), text(file));
    }

    /**
     * Reads a text.
     *
     * @param file where it comes from, for messages
     * @throws InvalidExperimentException if it is not a mapping in plain YAML
     * @throws IllegalArgumentException if it has more than 256 Ki characters
     */
    static YamlFile parse(String file, String text) {
        if (text.length() > MOST_BYTES) {
            throw tooLong(file);
        }
        Map<String, Integer> lines = new HashMap<>();
        try (YAMLParser parser = new YAMLFactory().createParser(text)) {
            if (parser.nextToken() == null) {
                throw new InvalidExperimentException(
                        file, 0, "the file is empty: it needs at least the key data, such as \"data: fashion-mnist\"");
            }
            JsonNode root = new Builder(file, parser, lines).value("");
            if (!(root instanceof ObjectNode object)) {
                throw new InvalidExperimentException(
                        file,
                        1,
                        "the file must consist of keys with values, such as \"loss: wgan-gp\", not "
                                + JsonKind.of(root));
            }
            if (parser.nextToken() != null) {
                throw new InvalidExperimentException(
                        file,
                        parser.currentTokenLocation().getLineNr(),
                        "a second document begins here: keep only one");
            }
            return new YamlFile(file, object, lines);
        } catch (JsonProcessingException malformed) {
            throw malformed(file, malformed);
        } catch (IOException impossible) {
            throw new UncheckedIOException("cannot read " + file + ": " + impossible, impossible);
        }
    }

    /**
     * Reads a single value; empty if it ends, and another key follows.
     *
     * @param origin where it comes from, for messages
     * @throws InvalidExperimentException if it is not plain YAML
     * @throws IllegalArgumentException if it has more than 256 Ki characters
     */
    static Optional<JsonNode> value(String origin, String text) {
        ObjectNode given = parse(origin, VALUE + ": " + text).root();
        return given.size() == 1 ? Optional.of(given.get(VALUE)) : Optional.empty();
    }

    private static String text(Path file) {
        try {
            if (Files.size(file) > MOST_BYTES) {
                throw tooLong(file.toString());
            }
            return Files.readString(file);
        } catch (NoSuchFileException missing) {
            throw new IllegalArgumentException("there is no file " + file, missing);
        } catch (MalformedInputException binary) {
            throw new IllegalArgumentException(file + " is not a text file in UTF-8", binary);
        } catch (IOException failed) {
            if (Files.isDirectory(file)) {
                throw new IllegalArgumentException(file + " is a directory: name a file", failed);
            }
            throw new UncheckedIOException("cannot read " + file + ": " + failed, failed);
        }
    }

    private static IllegalArgumentException tooLong(String file) {
        return new IllegalArgumentException(
                file + " has more than " + MOST_BYTES + " bytes, which no experiment needs: name another file");
    }

    /** Returns the line of a value, or 0 if it has none. */
    int line(String path) {
        return lines.getOrDefault(path, 0);
    }

    private static InvalidExperimentException malformed(String file, JsonProcessingException problem) {
        if (problem.getCause() instanceof MarkedYAMLException marked && marked.getProblemMark() != null) {
            return new InvalidExperimentException(
                    file, marked.getProblemMark().getLine() + 1, "this is not YAML: " + marked.getProblem());
        }
        int line = problem.getLocation() == null ? 0 : problem.getLocation().getLineNr();
        if (problem instanceof StreamConstraintsException) {
            return new InvalidExperimentException(file, line, "this is nested too deeply, or too long: simplify it");
        }
        return new InvalidExperimentException(
                file, line, "this cannot be read: write keys with values, lists and plain numbers only");
    }

    /** Builds the tree from the parser, value by value. */
    private record Builder(String file, YAMLParser parser, Map<String, Integer> lines) {
        JsonNode value(String path) throws IOException {
            lines.putIfAbsent(path, line());
            requirePlain();
            if (parser.currentToken() == JsonToken.START_OBJECT) {
                return mapping(path);
            }
            if (parser.currentToken() == JsonToken.START_ARRAY) {
                return list(path);
            }
            return scalar();
        }

        private JsonNode mapping(String path) throws IOException {
            ObjectNode node = JsonNodeFactory.instance.objectNode();
            while (parser.nextToken() != JsonToken.END_OBJECT) {
                requirePlain();
                String key = path.isEmpty() ? FormerNames.key(parser.currentName()) : parser.currentName();
                String at = path + "/" + key;
                if (node.has(key)) {
                    throw problem("the key " + key + " occurs twice: keep one");
                }
                lines.put(at, line());
                parser.nextToken();
                node.set(key, value(at));
            }
            return node;
        }

        private JsonNode list(String path) throws IOException {
            ArrayNode node = JsonNodeFactory.instance.arrayNode();
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                node.add(value(path + "/" + node.size()));
            }
            return node;
        }

        private JsonNode scalar() throws IOException {
            try {
                return YamlScalar.of(parser);
            } catch (IllegalArgumentException ambiguous) {
                throw problem(ambiguous.getMessage());
            }
        }

        private void requirePlain() throws IOException {
            String tag = parser.getTypeId();
            if (tag != null) {
                throw problem("the tag " + tag.replace("tag:yaml.org,2002:", "!!")
                        + " is not allowed: remove it, since this file names components, never classes");
            }
            if (parser.isCurrentAlias()) {
                throw problem("the alias *" + parser.getText() + " is not allowed: write the value out");
            }
        }

        private int line() {
            return parser.currentTokenLocation().getLineNr();
        }

        private InvalidExperimentException problem(String sentence) {
            return new InvalidExperimentException(file, List.of(new LineProblem(line(), sentence)));
        }
    }
}
