package org.gan4j.dsl.run;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gan4j.api.training.Diagnosis;
import org.gan4j.api.training.Diagnosis.Kind;
import org.gan4j.tensor.io.AtomicFile;
import org.gan4j.tensor.io.Uninterrupted;
import org.gan4j.training.diagnosis.DiagnosisEvent;
import org.gan4j.training.diagnosis.DiagnosisEvent.Source;

/**
 * The file events.jsonl of a run: one JSON object per failure that was diagnosed or is over, with its step and no time. It
 * is written as a whole at each event, which are few, and does not exist without any.
 *
 * @param file the file, which need not exist
 */
public record EventLog(Path file) {
    private static final ObjectMapper JSON = new ObjectMapper(new JsonFactory());
    private static final String STEP = "step";
    private static final String KIND = "kind";
    private static final String PLAYER = "player";
    private static final String SOURCE = "source";
    private static final String EVIDENCE = "evidence";

    /**
     * Returns the events in the order of the file. A line that is torn or unknown is left out, since a resumed run finds
     * its events again.
     *
     * @throws UncheckedIOException if the file cannot be read
     */
    public List<DiagnosisEvent> read() {
        List<DiagnosisEvent> events = new ArrayList<>();
        try {
            if (Files.exists(file)) {
                Uninterrupted.get(() -> Files.readAllLines(file))
                        .forEach(line -> event(line).ifPresent(events::add));
            }
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot read " + file + ": " + failed, failed);
        }
        return events;
    }

    private static Optional<DiagnosisEvent> event(String line) {
        JsonNode node;
        try {
            node = JSON.readTree(line);
        } catch (JsonProcessingException torn) {
            return Optional.empty();
        }
        Optional<Kind> kind = Stream.of(Kind.values())
                .filter(each -> each.key().equals(node.path(KIND).asText()))
                .findFirst();
        Optional<Source> source = Stream.of(Source.values())
                .filter(each -> key(each).equals(node.path(SOURCE).asText()))
                .findFirst();
        if (kind.isEmpty() || source.isEmpty()) {
            return Optional.empty();
        }
        int step = node.path(STEP).asInt();
        String player = node.path(PLAYER).asText();
        return Optional.of(new DiagnosisEvent(
                step,
                kind.get(),
                player,
                source.get(),
                node.has(EVIDENCE)
                        ? Optional.of(new Diagnosis(
                                step, kind.get(), player, node.get(EVIDENCE).asText()))
                        : Optional.empty()));
    }

    /**
     * Replaces the events of the file, and deletes it if there are none.
     *
     * @throws UncheckedIOException if the file cannot be written
     */
    void write(List<DiagnosisEvent> events) {
        try {
            if (events.isEmpty()) {
                Files.deleteIfExists(file);
            } else {
                AtomicFile.write(file, events.stream().map(EventLog::line).collect(Collectors.joining()));
            }
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot delete " + file + ": " + failed, failed);
        }
    }

    private static String line(DiagnosisEvent event) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put(STEP, event.step());
        line.put(KIND, event.kind().key());
        line.put(PLAYER, event.player());
        line.put(SOURCE, key(event.source()));
        event.diagnosis()
                .ifPresentOrElse(
                        diagnosis -> {
                            line.put(EVIDENCE, diagnosis.evidence());
                            line.put("remedy", diagnosis.remedy());
                        },
                        () -> line.put("over", true));
        try {
            return JSON.writeValueAsString(line) + "\n";
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("an event cannot be written as JSON", impossible);
        }
    }

    private static String key(Source source) {
        return source.name().toLowerCase(Locale.ROOT);
    }
}
