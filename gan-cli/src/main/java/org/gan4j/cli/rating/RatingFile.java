package org.gan4j.cli.rating;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A file that a rater saved from the page of a study.
 *
 * @param file the file, for messages
 * @param study the name of the study
 * @param kind the kind of its question; empty if the file does not say it
 * @param rater the rater's name
 * @param answers the answers as they are written, by the ids of the items
 */
public record RatingFile(Path file, String study, Optional<String> kind, String rater, Map<String, String> answers) {
    /** Strict, or of two equal keys the second would count. */
    static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private static final String REMEDY = ": take the file as the page saved it";

    /**
     * Reads a file.
     *
     * @throws IllegalArgumentException if there is no such file, or it is not as a page saves it
     * @throws UncheckedIOException if it cannot be read
     */
    public static RatingFile read(Path file) {
        JsonNode tree = tree(file);
        Map<String, String> answers = new LinkedHashMap<>();
        JsonNode ratings = tree.path("ratings");
        if (!ratings.isArray()) {
            throw new IllegalArgumentException(file + " has no list of ratings" + REMEDY);
        }
        for (int i = 0; i < ratings.size(); i++) {
            String place = "rating " + (i + 1) + " in " + file;
            String id = text(ratings.get(i), "id", place);
            if (answers.put(id, text(ratings.get(i), "value", place)) != null) {
                throw new IllegalArgumentException(file + " rates the item " + id + " twice" + REMEDY);
            }
        }
        return new RatingFile(
                file,
                text(tree, "study", file.toString()),
                tree.has("kind") ? Optional.of(text(tree, "kind", file.toString())) : Optional.empty(),
                text(tree, "rater", file.toString()),
                answers);
    }

    private static JsonNode tree(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new IllegalArgumentException(
                    "there is no file " + file + ": name the files of ratings that the page saved");
        }
        try {
            byte[] content = Files.readAllBytes(file);
            if (new String(content, StandardCharsets.UTF_8).isBlank()) {
                throw new IllegalArgumentException(file + " is empty" + REMEDY);
            }
            return JSON.readTree(content);
        } catch (JsonProcessingException wrong) {
            JsonLocation at = wrong.getLocation();
            throw new IllegalArgumentException(
                    file + " is not JSON" + (at == null ? "" : ", see line " + at.getLineNr()) + REMEDY, wrong);
        } catch (CharConversionException foreign) {
            throw new IllegalArgumentException(file + " is not UTF-8 text" + REMEDY, foreign);
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot read " + file + ": " + failed, failed);
        }
    }

    private static String text(JsonNode object, String field, String place) {
        JsonNode value = object.path(field);
        if (!value.isValueNode() || value.isNull() || value.asText().isBlank()) {
            throw new IllegalArgumentException(place + " has no " + field + REMEDY);
        }
        return value.asText();
    }

    /**
     * Returns the answers as ratings of a study's items.
     *
     * @throws IllegalArgumentException if this is the file of another study, of another kind, or an item or an answer is
     *     unknown to it
     */
    Ratings of(RatingKey key) {
        if (!study.equals(key.study())) {
            throw new IllegalArgumentException(file + " is of the study " + study + ", not of " + key.study()
                    + ": summarize one study at a time, with its own key");
        }
        RatingKind question = key.question();
        kind.filter(own -> !own.equals(question.yamlName())).ifPresent(own -> {
            throw new IllegalArgumentException(file + " has answers of the kind " + own + ", and the study " + study
                    + " asks for " + question.yamlName() + REMEDY);
        });
        Map<String, Integer> ratings = new LinkedHashMap<>();
        answers.forEach((id, answer) -> {
            if (!key.items().containsKey(id)) {
                throw new IllegalArgumentException(
                        file + " rates the item " + id + ", which the study " + study + " does not have" + REMEDY);
            }
            ratings.put(
                    id,
                    question.rating(answer)
                            .orElseThrow(() -> new IllegalArgumentException(file + " rates the item " + id + " with "
                                    + answer + ", which is not " + question.range() + REMEDY)));
        });
        return new Ratings(rater, ratings);
    }
}
