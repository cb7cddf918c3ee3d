package org.gan4j.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A page as one HTML file that requests nothing: styles, scripts, the plotting library and the data are part of it. In the
 * template, <code>/&#42;name.css&#42;/</code> stands for a resource, and <code>/&#42;data&#42;/</code> for the data.
 */
public final class PageTemplate {
    private static final Pattern PLACE = Pattern.compile("/\\*([\\w.-]+)\\*/");
    private static final String DATA = "data";
    private static final String LIBRARY = "/META-INF/resources/webjars/uplot/";
    private static final Pattern VERSION = Pattern.compile("version=(\\S+)");

    private PageTemplate() {}

    /**
     * Returns a page. Its data do not end the script element that they are in, and no place is looked for in them, whatever
     * texts they have.
     *
     * @param beside a class in the package of the template and its parts; styles and scripts that pages share are found, too
     * @param template the name of the template, such as {@code report.html}
     * @param data the data
     * @throws IllegalStateException if there is no such resource
     */
    public static String filled(Class<?> beside, String template, JsonNode data) {
        Matcher places = PLACE.matcher(resource(beside, template));
        StringBuilder page = new StringBuilder();
        while (places.find()) {
            String name = places.group(1);
            String text = name.equals(DATA) ? data.toString().replace("<", "\\u003c") : part(beside, name);
            places.appendReplacement(page, Matcher.quoteReplacement(text));
        }
        return places.appendTail(page).toString();
    }

    private static String part(Class<?> beside, String name) {
        return switch (name) {
            case "uplot.js" -> "/*\nuPlot:\n" + library("LICENSE") + "*/\n" + library("dist/uPlot.iife.min.js");
            case "uplot.css" -> library("dist/uPlot.min.css");
            default -> resource(beside.getResource(name) == null ? PageTemplate.class : beside, name);
        };
    }

    /** Returns a file of the plotting library, whose folder is called like its version. */
    private static String library(String file) {
        Matcher version =
                VERSION.matcher(resource(PageTemplate.class, "/META-INF/maven/org.webjars.npm/uplot/pom.properties"));
        if (!version.find()) {
            throw new IllegalStateException("the version of uPlot is not known");
        }
        return resource(PageTemplate.class, LIBRARY + version.group(1) + "/" + file);
    }

    private static String resource(Class<?> beside, String name) {
        try (InputStream in = beside.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the resource " + name + " is missing on the class path");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot read the resource " + name + ": " + failed, failed);
        }
    }
}
