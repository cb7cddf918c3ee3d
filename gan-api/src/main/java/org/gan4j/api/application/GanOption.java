package org.gan4j.api.application;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.DoublePredicate;
import java.util.function.Function;
import org.gan4j.api.Component;

/**
 * An option of a GAN, declared once: the builder, the key in experiment.yaml, {@code --set key=value}, the digests of
 * plug-ins, {@code gan list options} and the reference page all follow from it.
 *
 * @param <T> the type of its values
 */
public final class GanOption<T> {
    /** The forms of an option's values, which decide how a file writes them. */
    public enum Form {
        /** A component. */
        COMPONENT,
        /** A list of components. */
        COMPONENTS,
        /** A whole number, {@code Integer}. */
        WHOLE,
        /** A whole number of 64 bits, {@code Long}. */
        LONG,
        /** A number, {@code Double}. */
        DECIMAL,
        /** A text, {@code String}. */
        TEXT,
        /** Whole numbers by name, {@code Map<String, Integer>}. */
        COUNTS,
        /** Settings by name, a {@code Record}. */
        SETTINGS
    }

    private final String key;
    private final Form form;
    private final boolean optional;
    private final Class<?> element;
    private final String summary;
    private final Optional<T> standard;
    private final Function<T, Optional<String>> check;

    private GanOption(
            String key,
            Form form,
            boolean optional,
            Class<?> element,
            String summary,
            Optional<T> standard,
            Function<T, Optional<String>> check) {
        this.key = key;
        this.form = form;
        this.optional = optional;
        this.element = element;
        this.summary = summary;
        this.standard = standard;
        this.check = check;
    }

    private static <T> GanOption<T> of(
            String key, Form form, boolean optional, Class<?> element, String summary, Optional<T> standard) {
        return new GanOption<>(key, form, optional, element, summary, standard, value -> Optional.empty());
    }

    /** Returns an option whose value is one component. It has no default: the user or the application sets it. */
    public static <C extends Component> GanOption<C> component(String key, Class<C> kind, String summary) {
        return of(key, Form.COMPONENT, false, kind, summary, Optional.empty());
    }

    /** Returns an option whose value is a component or none, which is the default. */
    public static <C extends Component> GanOption<Optional<C>> optionalComponent(
            String key, Class<C> kind, String summary) {
        return of(key, Form.COMPONENT, true, kind, summary, Optional.of(Optional.empty()));
    }

    /** Returns an option whose value is a list of components, by default an empty one. */
    public static <C extends Component> GanOption<List<C>> components(String key, Class<C> kind, String summary) {
        return of(key, Form.COMPONENTS, false, kind, summary, Optional.of(List.of()));
    }

    /** Returns an option whose value is a whole number. */
    public static GanOption<Integer> whole(String key, int standard, String summary) {
        return of(key, Form.WHOLE, false, Integer.class, summary, Optional.of(standard));
    }

    /** Returns an option whose value is a whole number or none, which is the default. */
    public static GanOption<Optional<Integer>> optionalWhole(String key, String summary) {
        return of(key, Form.WHOLE, true, Integer.class, summary, Optional.of(Optional.empty()));
    }

    /** Returns an option whose value is a whole number of 64 bits. */
    public static GanOption<Long> longWhole(String key, long standard, String summary) {
        return of(key, Form.LONG, false, Long.class, summary, Optional.of(standard));
    }

    /** Returns an option whose value is a number. */
    public static GanOption<Double> decimal(String key, double standard, String summary) {
        return of(key, Form.DECIMAL, false, Double.class, summary, Optional.of(standard));
    }

    /** Returns an option whose value is a text or none, which is the default. */
    public static GanOption<Optional<String>> optionalText(String key, String summary) {
        return of(key, Form.TEXT, true, String.class, summary, Optional.of(Optional.empty()));
    }

    /** Returns an option whose value is a text. */
    public static GanOption<String> text(String key, String standard, String summary) {
        return of(key, Form.TEXT, false, String.class, summary, Optional.of(standard));
    }

    /** Returns an option whose value is a record of settings, each of which must be given, or none, which is the default. */
    public static <R extends Record> GanOption<Optional<R>> optionalSettings(
            String key, Class<R> settings, String summary) {
        return of(key, Form.SETTINGS, true, settings, summary, Optional.of(Optional.empty()));
    }

    /** Returns an option whose value maps names to whole numbers; empty by default. */
    public static GanOption<Map<String, Integer>> counts(String key, String summary) {
        return of(key, Form.COUNTS, false, Integer.class, summary, Optional.of(Map.of()));
    }

    /** Returns a copy with a default value. */
    public GanOption<T> standard(T value) {
        return new GanOption<>(key, form, optional, element, summary, Optional.of(value), check);
    }

    /** Returns a copy whose values are checked. The check returns a problem as a sentence, or nothing. */
    public GanOption<T> check(Function<T, Optional<String>> problem) {
        return new GanOption<>(key, form, optional, element, summary, standard, problem);
    }

    /**
     * Returns a check of whole numbers.
     *
     * @param what the subject of the sentence, such as "the batch size"
     * @param least the smallest value allowed
     * @param hint the end of the sentence, such as "64 is usual"
     */
    public static Function<Integer, Optional<String>> atLeast(String what, int least, String hint) {
        return value -> value >= least
                ? Optional.empty()
                : Optional.of(what + " must be at least " + least + ", not " + value + ": " + hint);
    }

    /**
     * Returns a check of words.
     *
     * @param key the key of the option
     * @param allowed the values that it may have, at least one
     */
    public static Function<String, Optional<String>> oneOf(String key, String... allowed) {
        List<String> words = List.of(allowed);
        return value -> words.contains(value)
                ? Optional.empty()
                : Optional.of(key + " must be " + String.join(" or ", words) + ", not " + value);
    }

    /**
     * Returns a check of numbers.
     *
     * @param allowed whether a value is allowed
     * @param must the sentence up to the value, such as "ema must be at least 0 and below 1"
     * @param hint the end of the sentence
     */
    public static Function<Double, Optional<String>> number(DoublePredicate allowed, String must, String hint) {
        return value -> allowed.test(value) ? Optional.empty() : Optional.of(must + ", not " + value + ": " + hint);
    }

    /** Returns the key in experiment.yaml, in lower case with hyphens. */
    public String key() {
        return key;
    }

    /** Returns the form of its values. */
    public Form form() {
        return form;
    }

    /** Returns whether its value may be none, so that its values are {@link Optional}. */
    public boolean isOptional() {
        return optional;
    }

    /** Returns the class of a value, or of each element: the kind of a component. */
    public Class<?> element() {
        return element;
    }

    /** Returns a description of one line. */
    public String summary() {
        return summary;
    }

    /** Returns the default value; empty if the user or the application must set it. */
    public Optional<T> standard() {
        return standard;
    }

    /** Returns the problem with a value as a sentence with what to do; empty if it is allowed. */
    public Optional<String> problem(T value) {
        return check.apply(Objects.requireNonNull(value, key));
    }

    @Override
    public String toString() {
        return key;
    }
}
