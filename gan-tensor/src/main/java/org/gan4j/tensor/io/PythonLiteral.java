package org.gan4j.tensor.io;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The part of Python's literals that .npy headers consist of: one dictionary of strings to strings, True and False, and
 * tuples of whole numbers from 0. Keys, commas and spaces may stand as NumPy reads them.
 */
final class PythonLiteral {
    private static final int MOST_DIGITS = 18;

    private final String text;
    private int at;

    private PythonLiteral(String text) {
        this.text = text;
    }

    /**
     * Reads a dictionary.
     *
     * @return strings, booleans, and lists of Long for tuples
     * @throws IllegalArgumentException if the text is not such a dictionary, or a key occurs twice
     */
    static Map<String, Object> dictionary(String text) {
        PythonLiteral literal = new PythonLiteral(text);
        Map<String, Object> dictionary = new LinkedHashMap<>();
        literal.expect('{');
        while (!literal.take('}')) {
            String key = literal.string();
            literal.expect(':');
            if (dictionary.put(key, literal.value()) != null) {
                throw literal.problem("the key " + key + " occurs twice");
            }
            if (!literal.take(',')) {
                literal.expect('}');
                break;
            }
        }
        if (literal.next() != 0) {
            throw literal.problem("text follows the end");
        }
        return dictionary;
    }

    private Object value() {
        char next = next();
        if (next == '(') {
            return tuple();
        }
        if (next == '[') {
            throw new IllegalArgumentException("its elements are structures of several fields, not numbers: save one"
                    + " field, as in numpy.save(file, array['field'])");
        }
        if (take("True")) {
            return true;
        }
        return take("False") ? (Object) false : string();
    }

    /** Reads a tuple; one number in parentheses is none, since Python reads it as the number. */
    private List<Long> tuple() {
        List<Long> numbers = new ArrayList<>();
        expect('(');
        boolean comma = true;
        while (!take(')')) {
            if (!comma) {
                throw problem("',' is expected");
            }
            numbers.add(number());
            comma = take(',');
        }
        if (numbers.size() == 1 && !comma) {
            throw problem("a tuple of one number needs a comma, as in (" + numbers.get(0) + ",)");
        }
        return numbers;
    }

    private Long number() {
        next();
        int start = at;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        String digits = text.substring(start, at);
        if (digits.isEmpty() || digits.length() > MOST_DIGITS || digits.matches("0.+")) {
            throw problem("a whole number from 0 of at most " + MOST_DIGITS + " digits is expected");
        }
        take("L"); // of Python 2
        return Long.valueOf(digits);
    }

    /** Reads a string in either quotes; none that NumPy writes has an escape. */
    private String string() {
        char quote = next();
        int end = quote == '\'' || quote == '"' ? text.indexOf(quote, at + 1) : -1;
        if (end < 0) {
            throw problem("a string in quotes is expected");
        }
        String string = text.substring(at + 1, end);
        if (string.indexOf('\\') >= 0 || string.indexOf('\n') >= 0) {
            throw problem("a string cannot hold a backslash or a line feed");
        }
        at = end + 1;
        return string;
    }

    /** Skips spaces and returns the next character, or 0 at the end. */
    private char next() {
        while (at < text.length() && " \t\n\r\f".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        return at < text.length() ? text.charAt(at) : 0;
    }

    private boolean take(char wanted) {
        boolean there = next() == wanted;
        at += there ? 1 : 0;
        return there;
    }

    private boolean take(String wanted) {
        boolean there = next() == wanted.charAt(0) && text.startsWith(wanted, at);
        at += there ? wanted.length() : 0;
        return there;
    }

    private void expect(char wanted) {
        if (!take(wanted)) {
            throw problem("'" + wanted + "' is expected");
        }
    }

    private IllegalArgumentException problem(String what) {
        return new IllegalArgumentException(
                "its header is not that of a plain array: at character " + at + ", " + what);
    }
}
