package org.gan4j.api.data.tables.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A word of a condition.
 *
 * @param kind what it is
 * @param text the word, without quotes
 * @param place where it begins in the condition, from 1
 */
record RuleToken(Kind kind, String text, int place) {
    /** The kinds of words. */
    enum Kind {
        /** A name or a keyword, without quotes. */
        WORD,
        /** A name in double quotes. */
        NAME,
        /** A text in single quotes. */
        TEXT,
        NUMBER,
        SIGN,
        END
    }

    private static final Pattern TOKEN = Pattern.compile("(?<number>[-+]?(\\d+(\\.\\d*)?|\\.\\d+)([eE][-+]?\\d+)?)"
            + "|'(?<text>(?:[^']|'')*+)'"
            + "|\"(?<name>(?:[^\"]|\"\")*+)\""
            + "|(?<word>[\\p{L}_][\\p{L}\\p{N}_.-]*)"
            + "|(?<sign><=|>=|<>|!=|[=<>(),])");

    /**
     * Returns the words of a condition, and an end.
     *
     * @throws IllegalArgumentException if a character is none of a word
     */
    static List<RuleToken> of(String condition) {
        List<RuleToken> tokens = new ArrayList<>();
        Matcher matcher = TOKEN.matcher(condition);
        int at = 0;
        while (at < condition.length()) {
            if (Character.isWhitespace(condition.charAt(at))) {
                at++;
                continue;
            }
            matcher.region(at, condition.length());
            if (!matcher.lookingAt()) {
                throw new IllegalArgumentException("the condition '" + condition + "' cannot be read at '"
                        + condition.substring(at) + "': texts stand in single quotes, as in state = 'NY'");
            }
            tokens.add(token(matcher, at + 1));
            at = matcher.end();
        }
        tokens.add(new RuleToken(Kind.END, "", condition.length() + 1));
        return tokens;
    }

    private static RuleToken token(Matcher matcher, int place) {
        if (matcher.group("number") != null) {
            return new RuleToken(Kind.NUMBER, matcher.group("number"), place);
        }
        if (matcher.group("text") != null) {
            return new RuleToken(Kind.TEXT, matcher.group("text").replace("''", "'"), place);
        }
        if (matcher.group("name") != null) {
            return new RuleToken(Kind.NAME, matcher.group("name").replace("\"\"", "\""), place);
        }
        return matcher.group("word") != null
                ? new RuleToken(Kind.WORD, matcher.group("word"), place)
                : new RuleToken(Kind.SIGN, matcher.group("sign"), place);
    }

    /** Returns whether this is a keyword or a sign; keywords may have capital letters. */
    boolean is(String word) {
        return (kind == Kind.WORD || kind == Kind.SIGN) && text.equalsIgnoreCase(word);
    }
}
