package org.gan4j.dsl.experiment;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.util.regex.Pattern;

/**
 * Single values in YAML. What versions 1.1 and 1.2 of <a href="https://yaml.org/spec/1.2.2/">YAML</a> read differently is
 * refused: the number 010 is 8 in one and 10 in the other, 1_000 is a number in one and text in the other, and so is yes.
 */
final class YamlScalar {
    private static final Pattern WHOLE = Pattern.compile("[-+]?(0|[1-9]\\d*+)");
    private static final Pattern DECIMAL =
            Pattern.compile("[-+]?(\\.\\d++|(0|[1-9]\\d*+)(\\.\\d*+)?+)([eE][-+]?\\d++)?+");
    private static final Pattern NOT_FINITE = Pattern.compile("(?i)[-+]?\\.(inf|nan)");
    private static final Pattern BOOLEAN = Pattern.compile("true|True|TRUE|false|False|FALSE");
    private static final Pattern ZERO = Pattern.compile("[-+]?[0.]+([eE].*)?");

    private YamlScalar() {}

    /**
     * Returns the parser's current value. The words for infinity and not-a-number stay text, since no setting may have
     * these values.
     *
     * @throws IllegalArgumentException if its meaning depends on the version of YAML, or a number is too large or too small
     */
    static JsonNode of(JsonParser parser) throws IOException {
        JsonNodeFactory nodes = JsonNodeFactory.instance;
        String text = parser.getText();
        return switch (parser.currentToken()) {
            case VALUE_NUMBER_INT -> {
                require(WHOLE, text);
                yield nodes.numberNode(parser.getBigIntegerValue());
            }
            case VALUE_NUMBER_FLOAT -> NOT_FINITE.matcher(text).matches() ? nodes.textNode(text) : decimal(text);
            case VALUE_TRUE, VALUE_FALSE -> {
                if (!BOOLEAN.matcher(text).matches()) {
                    throw new IllegalArgumentException("the word " + text
                            + " is a name in one version of YAML and means " + parser.getBooleanValue()
                            + " in another: write true or false, or put it in quotes");
                }
                yield nodes.booleanNode(parser.getBooleanValue());
            }
            case VALUE_NULL -> nodes.nullNode();
            default -> nodes.textNode(text);
        };
    }

    private static JsonNode decimal(String text) {
        require(DECIMAL, text);
        double value = Double.parseDouble(text);
        if (Double.isInfinite(value) || (value == 0 && !ZERO.matcher(text).matches())) {
            throw new IllegalArgumentException("the number " + text + " is too " + (value == 0 ? "small" : "large")
                    + " to be stored: write one that is nearer to 1");
        }
        return JsonNodeFactory.instance.numberNode(value);
    }

    private static void require(Pattern plain, String text) {
        if (!plain.matcher(text).matches()) {
            throw new IllegalArgumentException(
                    "the number " + text + " means different things in versions of YAML: write it in decimal digits,"
                            + " without leading zeros and separators, or put it in quotes if it is text");
        }
    }
}
