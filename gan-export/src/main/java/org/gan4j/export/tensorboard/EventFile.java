package org.gan4j.export.tensorboard;

import java.io.BufferedOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.gan4j.tensor.io.StorageException;
import org.gan4j.tensor.io.Uninterrupted;

/**
 * One file of events in a folder that may hold earlier ones. Events are handed to the system every second, and each
 * one at once if steps take longer, so a TensorBoard that runs shows them, and the end of the program loses few.
 */
final class EventFile implements AutoCloseable {
    private static final Pattern NAME = Pattern.compile("events\\.out\\.tfevents\\.(\\d{1,12})\\..*");
    private static final double MILLIS = 1000;
    private static final long FLUSH_MILLIS = 1000;

    private final Path file;
    private final Clock clock;
    /** Unlike a FileChannel, it is not closed when the thread that writes is interrupted. */
    private final BufferedOutputStream out;

    private long flushed;

    private EventFile(Path file, Clock clock) throws IOException {
        this.file = file;
        this.clock = clock;
        this.out = new BufferedOutputStream(new FileOutputStream(file.toFile()));
    }

    /**
     * Creates the next file of a folder, which is created if necessary. TensorBoard reads the files in the order of their
     * names, so this name follows all others, even if the clock was set back.
     *
     * @throws java.io.UncheckedIOException if that fails
     */
    static EventFile next(Path folder, Clock clock) {
        Path file = folder;
        try {
            Uninterrupted.get(() -> Files.createDirectories(folder));
            long seconds = newestFirst(folder).stream()
                    .mapToLong(last -> number(last) + 1)
                    .reduce(clock.millis() / 1000, Math::max);
            file = folder.resolve(String.format(Locale.ROOT, "events.out.tfevents.%010d.gan4j", seconds));
            EventFile opened = new EventFile(file, clock);
            opened.write(Event.version(opened.now()));
            return opened;
        } catch (IOException failed) {
            throw StorageException.of(file, failed);
        }
    }

    /**
     * Returns the event files of a folder, the newest first; none if there is no folder.
     *
     * @throws java.io.UncheckedIOException if the folder cannot be read
     */
    static List<Path> newestFirst(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(each -> name(each).matches())
                    .sorted(Comparator.comparing(EventFile::number).reversed())
                    .toList();
        } catch (IOException failed) {
            throw StorageException.of(folder, failed);
        }
    }

    private static long number(Path file) {
        Matcher name = name(file);
        return name.matches() ? Long.parseLong(name.group(1)) : 0;
    }

    private static Matcher name(Path file) {
        return NAME.matcher(file.getFileName().toString());
    }

    void start(int step) {
        write(Event.start(now(), step));
    }

    void scalars(int step, Map<String, Double> numbers) {
        write(Event.scalars(now(), step, numbers));
    }

    void image(int step, String tag, byte[] png) {
        write(Event.image(now(), step, tag, png));
    }

    void text(int step, String tag, String markdown) {
        write(Event.text(now(), step, tag, markdown));
    }

    private double now() {
        return clock.millis() / MILLIS;
    }

    private void write(byte[] event) {
        try {
            out.write(TfRecord.of(event));
            long now = clock.millis();
            if (now - flushed >= FLUSH_MILLIS || now < flushed) {
                out.flush();
                flushed = now;
            }
        } catch (IOException failed) {
            throw StorageException.of(file, failed);
        }
    }

    @Override
    public void close() {
        try {
            out.close();
        } catch (IOException failed) {
            throw StorageException.of(file, failed);
        }
    }
}
