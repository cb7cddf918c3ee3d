package org.gan4j.training;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The lines of metrics.jsonl, each of which begins with its step.
 *
 * @param channel the open file, which stays open
 */
record StepLines(FileChannel channel) {
    private static final Pattern LINE = Pattern.compile("\\{\"step\":(\\d{1,9})(,.*)?\\}");

    /**
     * Returns the position after the line of a step, or after the last line before it: what follows belongs to later
     * steps, or was cut off by the end of the program.
     */
    long endOf(int step) throws IOException {
        channel.position(0);
        InputStream in = new BufferedInputStream(Channels.newInputStream(channel));
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        long at = 0;
        long end = 0;
        for (int next = in.read(); next >= 0; next = in.read()) {
            at++;
            if (next != '\n') {
                line.write(next);
                continue;
            }
            OptionalInt found = step(line.toString(StandardCharsets.UTF_8));
            line.reset();
            if (found.isPresent()) {
                if (found.getAsInt() > step) {
                    return end;
                }
                end = at;
            }
        }
        return end;
    }

    private static OptionalInt step(String line) {
        Matcher found = LINE.matcher(line);
        return found.matches() ? OptionalInt.of(Integer.parseInt(found.group(1))) : OptionalInt.empty();
    }
}
