package org.gan4j.tables.assessment;

/** Texts of a page, which are all escaped. */
final class HtmlText {
    private HtmlText() {}

    /** Returns a text in which no character means anything in HTML, neither in an element nor in an attribute. */
    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    /** Returns the heading of a section. */
    static String heading(String title) {
        return "<h2>" + escaped(title) + "</h2>\n";
    }

    /** Returns a paragraph. */
    static String text(String text) {
        return "<p>" + escaped(text) + "</p>\n";
    }

    /** Returns a paragraph of less weight. */
    static String faint(String text) {
        return "<p class=\"faint\">" + escaped(text) + "</p>\n";
    }
}
