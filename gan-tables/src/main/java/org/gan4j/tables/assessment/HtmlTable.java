package org.gan4j.tables.assessment;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A table of a page; the first cell of each row is its head. All texts are escaped.
 *
 * @param caption what the table shows
 * @param head the names of the columns
 * @param rows the rows, each with as many cells
 */
record HtmlTable(String caption, List<String> head, List<List<String>> rows) {
    /** Longer cells have words, which may be broken into lines. */
    private static final int WORDS = 40;

    /** Returns the table, which is scrolled by itself if it is too wide, by keyboard as well. */
    String html() {
        StringBuilder html = new StringBuilder();
        html.append("<div class=\"table\" role=\"region\" tabindex=\"0\" aria-label=\"")
                .append(HtmlText.escaped(caption))
                .append("\">\n<table>\n<caption>")
                .append(HtmlText.escaped(caption))
                .append("</caption>\n<thead><tr>");
        head.forEach(name ->
                html.append("<th scope=\"col\">").append(HtmlText.escaped(name)).append("</th>"));
        html.append("</tr></thead>\n<tbody>\n");
        rows.forEach(row -> html.append(row(row)));
        return html.append("</tbody>\n</table>\n</div>\n").toString();
    }

    private static String row(List<String> cells) {
        return cells.stream()
                .skip(1)
                .map(cell ->
                        (cell.length() > WORDS ? "<td class=\"words\">" : "<td>") + HtmlText.escaped(cell) + "</td>")
                .collect(Collectors.joining(
                        "", "<tr><th scope=\"row\">" + HtmlText.escaped(cells.get(0)) + "</th>", "</tr>\n"));
    }
}
