package org.gan4j.training;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.BufferedOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import org.gan4j.api.training.TrainingListener;
import org.gan4j.tensor.io.StorageException;
import org.gan4j.tensor.io.Uninterrupted;

/**
 * A listener that writes metrics.jsonl, one line per step and no times:
 * {@code {"step":100,"loss.critic":...,"loss.generator":...}}. {@link #force} makes them durable.
 */
public final class MetricsLog implements TrainingListener {
    private final Path file;
    /** Unlike a FileChannel, it is not closed when the thread that writes is interrupted. */
    private FileOutputStream stream;

    private OutputStream out;

    /** Creates a listener that writes to a file, which nobody else may write to. */
    public MetricsLog(Path file) {
        this.file = file;
    }

    /** Opens the file, and removes the lines after a step: a run resumed from a checkpoint repeats these steps. */
    @Override
    public void started(Progress progress) {
        try {
            Uninterrupted.get(() -> cutBackTo(progress.step()));
            stream = new FileOutputStream(file.toFile(), true);
            out = new BufferedOutputStream(stream);
        } catch (IOException failed) {
            throw StorageException.of(file, failed);
        }
    }

    private Path cutBackTo(int step) throws IOException {
        try (FileChannel opened =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            opened.truncate(new StepLines(opened).endOf(step));
            opened.force(true);
            return file;
        }
    }

    @Override
    public void stepped(Progress progress) {
        try (JsonGenerator json = new JsonFactory()
                .createGenerator(out, JsonEncoding.UTF8)
                .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)) {
            json.writeStartObject();
            json.writeNumberField("step", progress.step());
            for (Map.Entry<String, Double> metric : progress.metrics().entrySet()) {
                // a metric is a float: its shortest form reads back exactly
                json.writeNumberField(metric.getKey(), metric.getValue().floatValue());
            }
            json.writeEndObject();
            json.writeRaw('\n');
        } catch (IOException failed) {
            throw StorageException.of(file, failed);
        }
    }

    /**
     * Writes all lines so far to the disk itself, so that no checkpoint is without its lines.
     *
     * @throws java.io.UncheckedIOException if that fails
     */
    public void force() {
        try {
            out.flush();
            stream.getFD().sync();
        } catch (IOException failed) {
            throw StorageException.of(file, failed);
        }
    }

    @Override
    public void ended(Progress progress) {
        try (FileOutputStream closing = stream) {
            out.flush();
        } catch (IOException failed) {
            throw StorageException.of(file, failed);
        }
    }
}
