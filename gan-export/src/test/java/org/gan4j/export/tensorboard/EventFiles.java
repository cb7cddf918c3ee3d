package org.gan4j.export.tensorboard;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.hash.Hashing;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.tensorflow.proto.Event;
import org.tensorflow.proto.SessionLog;
import org.tensorflow.proto.Summary;

/** Reads event files as TensorBoard does: with the messages of TensorFlow and the checksum of Guava. */
final class EventFiles {
    private EventFiles() {}

    static List<Path> in(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    /** Returns the events of a file, without a last record that is not complete. */
    static List<Event> read(Path file) throws IOException {
        List<Event> events = new ArrayList<>();
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
        while (bytes.remaining() >= 12) {
            byte[] length = new byte[8];
            bytes.get(length);
            assertThat(bytes.getInt()).isEqualTo(masked(length));
            long size = ByteBuffer.wrap(length).order(ByteOrder.LITTLE_ENDIAN).getLong();
            if (bytes.remaining() < size + 4) {
                return events;
            }
            byte[] data = new byte[Math.toIntExact(size)];
            bytes.get(data);
            assertThat(bytes.getInt()).isEqualTo(masked(data));
            events.add(Event.parseFrom(data));
        }
        return events;
    }

    private static int masked(byte[] data) {
        int sum = Hashing.crc32c().hashBytes(data).asInt();
        return (sum >>> 15 | sum << 17) + 0xa282ead8;
    }

    /** Returns the values of all files by tag and step, of which each start but the first removes later steps. */
    static Map<String, TreeMap<Long, List<Summary.Value>>> values(Path folder) throws IOException {
        Map<String, TreeMap<Long, List<Summary.Value>>> all = new TreeMap<>();
        boolean started = false;
        for (Path file : in(folder)) {
            for (Event event : read(file)) {
                if (event.getSessionLog().getStatus() == SessionLog.SessionStatus.START) {
                    if (started) {
                        all.values()
                                .forEach(each -> each.tailMap(event.getStep()).clear());
                    }
                    started = true;
                }
                event.getSummary().getValueList().forEach(value -> all.computeIfAbsent(
                                value.getTag(), tag -> new TreeMap<>())
                        .computeIfAbsent(event.getStep(), step -> new ArrayList<>())
                        .add(value));
            }
        }
        return all;
    }
}
