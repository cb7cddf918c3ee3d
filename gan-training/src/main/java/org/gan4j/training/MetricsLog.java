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

/** Writes metrics.jsonl: {@code {"step":100,"loss.critic":...,"loss.generator":...}}, a line a step, and no times. */
public final class MetricsLog implements TrainingListener {
    private final Path file;
    private FileLock lock;
    private OutputStream out;

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

    /** Two programs that train into one folder would spoil it. */
    private FileLock locked(FileChannel channel) throws IOException {
        FileLock got;
        try {
            got = channel.tryLock();
        } catch (OverlappingFileLockException here) {
            got = null;
        }
        if (got == null) {
            channel.close();
            throw new IllegalArgumentException("another program trains in " + file.getParent()
                    + ": wait until it is done, or name another folder");
        }
        return got;
    }

    /** A run that goes on from a checkpoint makes the steps after it again. */
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
