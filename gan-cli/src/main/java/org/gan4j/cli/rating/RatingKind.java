package org.gan4j.cli.rating;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The question that a study asks of each item. */
public enum RatingKind {
    /** The quality of an item, on the scale of absolute categories of ITU-T P.800, from 1 to 5. */
    QUALITY(
            "How good is this image?",
            "There is no right answer: give your first impression.",
            List.of("Bad", "Poor", "Fair", "Good", "Excellent")),

    /** A choice of two: a real image, or a generated one. */
    REAL_OR_FAKE("Is this image real, or made by a computer?", "About half of them are real.", List.of("Fake", "Real")),

    /** The agreement of an item with its text, which is a class or a caption, from 1 to 5. */
    RELEVANCE(
            "How well does this image show the text?",
            "The text is above the image. Judge how well the image shows it, not how beautiful it is.",
            List.of("Not at all", "Hardly", "Partly", "Mostly", "Exactly"));

    private final String question;
    private final String instruction;
    private final List<String> answers;

    RatingKind(String question, String instruction, List<String> answers) {
        this.question = question;
        this.instruction = instruction;
        this.answers = answers;
    }

    /**
     * Returns the kind of this name.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static RatingKind named(String name) {
        return Arrays.stream(values())
                .filter(kind -> kind.yamlName().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("the kind of a study must be one of "
                        + Arrays.stream(values()).map(RatingKind::yamlName).collect(Collectors.joining(", ")) + ", not "
                        + name));
    }

    /** Returns the name in commands and files, such as {@code real-or-fake}. */
    @JsonValue
    public String yamlName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Returns whether the answers are numbers on a scale, rather than a choice of two. */
    boolean isScale() {
        return answers.size() > 2;
    }

    String question() {
        return question;
    }

    /** Returns the advice that a rater reads before the first item. */
    String instruction() {
        return instruction;
    }

    /** Returns the names of the answers, the worst first. */
    List<String> answers() {
        return answers;
    }

    /** Returns the lowest rating: 1 on a scale, and 0 for a fake. */
    int lowest() {
        return isScale() ? 1 : 0;
    }

    int highest() {
        return lowest() + answers.size() - 1;
    }

    /** Returns the key that gives an answer. */
    String key(int rating) {
        return isScale() ? String.valueOf(rating) : rating == 1 ? "r" : "f";
    }

    /** Returns a rating as a ratings file has it, or nothing if it is no rating of this kind. */
    Optional<Integer> rating(String written) {
        for (int rating = lowest(); rating <= highest(); rating++) {
            if (written(rating).equals(written)) {
                return Optional.of(rating);
            }
        }
        return Optional.empty();
    }

    /** Returns a rating as a ratings file writes it. */
    String written(int rating) {
        return isScale() ? String.valueOf(rating) : answers.get(rating).toLowerCase(Locale.ROOT);
    }

    /** Returns the ratings in words, for messages. */
    String range() {
        return isScale() ? "a whole number from " + lowest() + " to " + highest() : "real or fake";
    }
}
