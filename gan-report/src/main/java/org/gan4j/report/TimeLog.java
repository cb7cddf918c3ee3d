package org.gan4j.report;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.gan4j.tensor.io.AtomicFile;

/**
 * The file timings.jsonl of a run: one JSON object per training, in the order of time. Unlike metrics, times differ from
 * computer to computer, so they have a file of their own.
 *
 * @param file the file, which need not exist
 */
record TimeLog(Path file) {
    private static final double MILLIS = 1000;

    List<TrainingTime> read() {
        return JsonLines.of(file).stream()
                .map(line -> new TrainingTime(
                        line.path("from").asInt(),
                        line.path("to").asInt(),
                        line.path("seconds").asDouble()))
                .toList();
    }

    /** Writes earlier trainings and the present one. */
    void write(List<TrainingTime> earlier, TrainingTime present) {
        List<TrainingTime> all = new ArrayList<>(earlier);
        all.add(present);
        AtomicFile.write(file, all.stream().map(TimeLog::line).collect(Collectors.joining()));
    }

    private static String line(TrainingTime time) {
        return JsonNodeFactory.instance
                        .objectNode()
                        .put("from", time.from())
                        .put("to", time.to())
                        .put("seconds", Math.round(time.seconds() * MILLIS) / MILLIS)
                + "\n";
    }
}
