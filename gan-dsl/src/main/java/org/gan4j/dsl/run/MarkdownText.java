package org.gan4j.dsl.run;

/** Text in Markdown that shows as it is, on one line. */
final class MarkdownText {
    private MarkdownText() {}

    /** Returns a text with a backslash before each punctuation character, which could be markup. */
    static String of(String text) {
        return text.replaceAll("[\\p{Cntrl}\u2028\u2029]+", " ")
                .strip()
                .replaceAll("[!-/:-@\\[-`{-~&&[^,.:;()'/+=-]]", "\\\\$0");
    }
}
