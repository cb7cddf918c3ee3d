package org.gan4j.cli.rating;

/** Something that a page can show to a rater. Each medium has its element in the page's script. */
public sealed interface Medium permits StillImage {
    /** Returns the name by which the page chooses the element that shows this medium. */
    String name();

    /** Returns the content as a data: URI, so that the page requests nothing. */
    String uri();
}
