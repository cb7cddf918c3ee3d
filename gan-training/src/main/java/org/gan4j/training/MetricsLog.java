package org.gan4j.training;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import org.gan4j.api.training.TrainingListener;

/**
 * A listener that writes metrics.jsonl, one line per step and no times:
 * {@code {"step":100,"loss.critic":...,"loss.generator":...}}.
 */
public final class MetricsLog implements TrainingListener {
    private final Path file;
    private FileLock lock;
    private OutputStream out;

    /** Creates a listener that writes to a file. */
    public MetricsLog(Path file) {
        this.file = file;
    }

    @Override
    public void started(Progress progress) {
        try {
            FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            lock = locked(channel);
            cutBackTo(progress.step());
            channel.position(channel.size());
            out = new BufferedOutputStream(Channels.newOutputStream(channel));
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot write " + file, failed);
        }
    }

    /** Locks the file: two programs that train into one folder would corrupt it. */
    private FileLock locked(FileChannel channel) throws IOException {
        FileLock acquired;
        try {
            acquired = channel.tryLock();
        } catch (OverlappingFileLockException here) {
            acquired = null;
        }
        if (acquired == null) {
            channel.close();
            throw new IllegalArgumentException("another program is training in " + file.getParent()
                    + ": wait until it finishes, or choose another folder");
        }
        return acquired;
    }

    /** Removes the lines after a step: a run resumed from a checkpoint repeats these steps. */
    private void cutBackTo(int step) throws IOException {
        if (Files.exists(file)) {
            List<String> lines = Files.readAllLines(file);
            if (lines.size() > step) {
                Files.write(file, lines.subList(0, step));
            }
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
            throw new UncheckedIOException("cannot write " + file, failed);
        }
    }

    @Override
    public void ended(Progress progress) {
        try {
            out.flush();
            lock.release();
            out.close();
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot write " + file, failed);
        }
    }
}
