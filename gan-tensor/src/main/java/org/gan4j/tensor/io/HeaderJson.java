package org.gan4j.tensor.io;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The part of JSON that a safetensors header consists of: objects (Map), arrays (List), strings (String) and whole
 * numbers from 0 (Long). Strict: any other JSON, and every duplicate key, is an error.
 */
final class HeaderJson {
    /** The deepest nesting: the header, the entry of a tensor, the lists of that entry, and their numbers. */
    private static final int DEEPEST = 4;

    private final String text;
    private int at;

    private HeaderJson(String text) {
        this.text = text;
    }

    static Map<String, Object> parse(String text) {
        HeaderJson json = new HeaderJson(text);
        json.skipSpace();
        Map<String, Object> object = json.object(1);
        json.skipSpace();
        if (json.at < text.length()) {
            throw json.problem("unexpected text follows the end");
        }
        return object;
    }

    private Object value(int depth) {
        if (depth > DEEPEST) {
            throw problem("it is nested too deeply");
        }
        return switch (peek()) {
            case '{' -> object(depth);
            case '[' -> array(depth);
            case '"' -> string();
            default -> number();
        };
    }

    private Map<String, Object> object(int depth) {
        Map<String, Object> object = new LinkedHashMap<>();
        expect('{');
        skipSpace();
        if (!take('}')) {
            do {
                skipSpace();
                String key = string();
                skipSpace();
                expect(':');
                skipSpace();
                if (object.putIfAbsent(key, value(depth + 1)) != null) {
                    throw problem("the name " + quote(key) + " appears twice");
                }
                skipSpace();
            } while (take(','));
            expect('}');
        }
        return object;
    }

    private List<Object> array(int depth) {
        List<Object> array = new ArrayList<>();
        expect('[');
        skipSpace();
        if (!take(']')) {
            do {
                skipSpace();
                array.add(value(depth + 1));
                skipSpace();
            } while (take(','));
            expect(']');
        }
        return array;
    }

    private Long number() {
        int start = at;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        String digits = text.substring(start, at);
        if (digits.isEmpty() || digits.length() > 18 || (digits.length() > 1 && digits.startsWith("0"))) {
            throw problem("a string, list or whole number of at most 18 digits is expected");
        }
        return Long.valueOf(digits);
    }

    private String string() {
        StringBuilder string = new StringBuilder();
        expect('"');
        while (!take('"')) {
            char next = peek();
            if (next < ' ') {
                throw problem("a string is not closed");
            }
            at++;
            string.append(next == '\\' ? escaped() : next);
        }
        return string.toString();
    }

    private char escaped() {
        char escape = peek();
        at++;
        if (escape == 'u') {
            return unicode();
        }
        int which = "\"\\/bfnrt".indexOf(escape);
        if (which < 0) {
            throw problem("there is no escape \\" + escape);
        }
        return "\"\\/\b\f\n\r\t".charAt(which);
    }

    private char unicode() {
        int code = 0;
        for (int i = 0; i < 4; i++) {
            char next = peek();
            int digit = next < 128 ? Character.digit(next, 16) : -1;
            if (digit < 0) {
                throw problem("four hexadecimal digits must follow \\u");
            }
            code = (code << 4) | digit;
            at++;
        }
        return (char) code;
    }

    private void skipSpace() {
        while (at < text.length() && " \t\n\r".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }

    /** Returns the next character, or 0 at the end, which nothing accepts. */
    private char peek() {
        return at < text.length() ? text.charAt(at) : 0;
    }

    private boolean take(char wanted) {
        boolean there = peek() == wanted;
        at += there ? 1 : 0;
        return there;
    }

    private void expect(char wanted) {
        if (!take(wanted)) {
            throw problem("'" + wanted + "' is expected");
        }
    }

    private IllegalArgumentException problem(String what) {
        return new IllegalArgumentException("its header is not valid: at character " + at + ", " + what);
    }

    /** Quotes a string as JSON does. */
    static String quote(String string) {
        StringBuilder quoted = new StringBuilder("\"");
        for (int i = 0; i < string.length(); i++) {
            char c = string.charAt(i);
            if (c == '"' || c == '\\') {
                quoted.append('\\').append(c);
            } else if (c < ' ') {
                quoted.append(String.format("\\u%04x", (int) c));
            } else {
                quoted.append(c);
            }
        }
        return quoted.append('"').toString();
    }
}
