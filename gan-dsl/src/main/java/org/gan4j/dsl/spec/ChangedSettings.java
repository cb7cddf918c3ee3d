package org.gan4j.dsl.spec;

import java.util.Collection;
import java.util.Optional;
import java.util.stream.Collectors;
import org.gan4j.api.Component;
import org.gan4j.api.application.GanOption;

/** Formats the settings of a specification that differ from their defaults, for display: one line each, of limited length. */
final class ChangedSettings {
    private static final int LONGEST = 90;

    private ChangedSettings() {}

    static String of(GanSpec spec) {
        StringBuilder text = new StringBuilder("GanSpec");
        for (GanOption<?> option : GanSpec.OPTIONS) {
            if (spec.values().isSet(option) && !spec.values().find(option).equals(option.standard())) {
                spec.values().find(option).ifPresent(value -> text.append("\n  ")
                        .append(line(option.key(), value)));
            }
        }
        spec.runDirectory().ifPresent(directory -> text.append("\n  ").append(line("run directory", directory)));
        return text.toString();
    }

    private static String line(String key, Object value) {
        String line = key + ": " + text(value);
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + " ...";
    }

    private static String text(Object value) {
        if (value instanceof Optional<?> optional) {
            return optional.map(ChangedSettings::text).orElse("none");
        }
        if (value instanceof Collection<?> several) {
            return several.isEmpty()
                    ? "none"
                    : several.stream().map(ChangedSettings::text).collect(Collectors.joining(", "));
        }
        return value instanceof Component component ? component(component) : value.toString();
    }

    /** Returns the name of a component, and its settings if it is a record that prints them. */
    private static String component(Component component) {
        String printed = component.toString();
        int settings = printed.indexOf('[');
        boolean some = component instanceof Record && settings >= 0 && settings < printed.length() - 2;
        return some ? component.name() + " " + printed.substring(settings) : component.name();
    }
}
