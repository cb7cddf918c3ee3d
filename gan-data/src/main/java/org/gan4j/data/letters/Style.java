package org.gan4j.data.letters;

import java.awt.Font;

/** The style of a font. */
public enum Style {
    /** Upright, of normal weight. */
    PLAIN(Font.PLAIN),
    /** Upright and bold. */
    BOLD(Font.BOLD),
    /** Slanted, of normal weight. */
    ITALIC(Font.ITALIC),
    /** Slanted and bold. */
    BOLD_ITALIC(Font.BOLD | Font.ITALIC);

    private final int java;

    Style(int java) {
        this.java = java;
    }

    /** Returns Java's number of the style. */
    int java() {
        return java;
    }
}
