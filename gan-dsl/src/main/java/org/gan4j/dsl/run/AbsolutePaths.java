package org.gan4j.dsl.run;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.gan4j.api.Component;
import org.gan4j.api.application.GanOption;
import org.gan4j.api.application.OptionValues;
import org.gan4j.api.plugin.FilePath;
import org.gan4j.dsl.plugin.RecordPart;
import org.gan4j.dsl.spec.GanSpec;

/**
 * A copy of a specification whose {@linkplain FilePath paths} are absolute, also those of components inside others. A run
 * that records it is resumed from any working directory.
 */
final class AbsolutePaths {
    private AbsolutePaths() {}

    static GanSpec in(GanSpec spec) {
        GanSpec changed = spec;
        for (GanOption<?> option : GanSpec.OPTIONS) {
            changed = with(changed, option);
        }
        // a name of a pretrained GAN is no path
        return changed.with(
                GanSpec.FROM,
                changed.values().get(GanSpec.FROM).map(from -> Files.exists(Path.of(from)) ? absolute(from) : from));
    }

    private static <T> GanSpec with(GanSpec spec, GanOption<T> option) {
        OptionValues values = spec.values();
        Optional<T> before = values.find(option);
        if (before.isEmpty()) {
            return spec;
        }
        @SuppressWarnings("unchecked") // a copy of the same class
        T after = (T) of(before.get());
        return after.equals(before.get()) ? spec : spec.with(option, after);
    }

    private static Object of(Object value) {
        if (value instanceof Optional<?> perhaps) {
            return perhaps.map(AbsolutePaths::of);
        }
        if (value instanceof List<?> several) {
            return several.stream().map(AbsolutePaths::of).toList();
        }
        return value instanceof Component && value instanceof Record ? copy(value) : value;
    }

    private static Object copy(Object component) {
        List<Object> settings = new ArrayList<>();
        RecordComponent[] parts = component.getClass().getRecordComponents();
        boolean changed = false;
        for (RecordComponent part : parts) {
            Object before = RecordPart.value(part, component);
            Object after = part.isAnnotationPresent(FilePath.class) && before instanceof String path
                    ? absolute(path)
                    : of(before);
            settings.add(after);
            changed |= !Objects.equals(before, after);
        }
        return changed ? made(component.getClass(), parts, settings) : component;
    }

    private static String absolute(String path) {
        return path.isEmpty()
                ? path
                : Path.of(path).toAbsolutePath().normalize().toString();
    }

    private static Object made(Class<?> type, RecordComponent[] parts, List<Object> settings) {
        try {
            var constructor = type.getDeclaredConstructor(
                    Arrays.stream(parts).map(RecordComponent::getType).toArray(Class<?>[]::new));
            constructor.setAccessible(true);
            return constructor.newInstance(settings.toArray());
        } catch (InvocationTargetException refused) {
            throw refused.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(refused);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
