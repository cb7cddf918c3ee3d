package org.gan4j.api.data.tables;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;

/** Dates and times as a column writes them, as seconds. */
public final class MomentText implements ValueText {
    /** Those that are recognized. Days stand before months only where points or a fourth form say so. */
    public static final List<String> PATTERNS = List.of(
            "uuuu-MM-dd",
            "uuuu-MM-dd HH:mm:ss",
            "uuuu-MM-dd'T'HH:mm:ss",
            "uuuu-MM-dd HH:mm",
            "uuuu-MM-dd'T'HH:mm",
            "uuuu/MM/dd",
            "uuuu/MM/dd HH:mm:ss",
            "dd.MM.uuuu",
            "dd.MM.uuuu HH:mm",
            "dd.MM.uuuu HH:mm:ss",
            "MM/dd/uuuu",
            "MM/dd/uuuu HH:mm:ss",
            "dd/MM/uuuu",
            "dd/MM/uuuu HH:mm:ss",
            "HH:mm:ss",
            "HH:mm");

    private final String pattern;
    private final DateTimeFormatter format;

    /**
     * Creates the form of a pattern.
     *
     * @param pattern as {@link DateTimeFormatter} reads it, with a date, a time or both
     * @throws IllegalArgumentException if it is none
     */
    public MomentText(String pattern) {
        if (!pattern.contains("uuuu") && !pattern.contains("HH")) {
            throw new IllegalArgumentException("a form of dates needs uuuu, HH or both, not " + pattern);
        }
        this.pattern = pattern;
        format = DateTimeFormatter.ofPattern(pattern, Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);
    }

    /** Returns the pattern. */
    public String pattern() {
        return pattern;
    }

    @Override
    public double parsed(String text) {
        return seconds(text)
                .orElseThrow(() -> new IllegalArgumentException("'" + text + "' does not have the form " + pattern));
    }

    @Override
    public String of(double seconds) {
        return of(Math.round(seconds / unit()) * unit());
    }

    /** Returns the seconds of a text; empty if it has another form. */
    public OptionalLong seconds(String text) {
        if (text.length() > pattern.length()) {
            return OptionalLong.empty();
        }
        try {
            TemporalAccessor found = format.parse(text);
            LocalDate date = found.query(TemporalQueries.localDate());
            LocalTime time = found.query(TemporalQueries.localTime());
            if (date == null) {
                return OptionalLong.of(time.toSecondOfDay());
            }
            return OptionalLong.of(
                    date.atTime(time == null ? LocalTime.MIDNIGHT : time).toEpochSecond(ZoneOffset.UTC));
        } catch (DateTimeException other) {
            return OptionalLong.empty();
        }
    }

    /** Returns the seconds that this form tells apart. */
    private long unit() {
        if (!hasTime()) {
            return 86_400;
        }
        return pattern.contains("ss") ? 1 : 60;
    }

    String of(long seconds) {
        try {
            return format.format(LocalDateTime.ofEpochSecond(seconds, 0, ZoneOffset.UTC));
        } catch (DateTimeException beyond) {
            throw new IllegalArgumentException("the form " + pattern + " cannot write " + seconds + " seconds", beyond);
        }
    }

    public boolean hasDate() {
        return pattern.contains("uuuu");
    }

    boolean hasTime() {
        return pattern.contains("HH");
    }

    String kind() {
        return hasDate() ? hasTime() ? "dates with times" : "dates" : "times";
    }
}
