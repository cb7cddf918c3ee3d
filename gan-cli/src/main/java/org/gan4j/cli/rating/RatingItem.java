package org.gan4j.cli.rating;

import java.util.Optional;

/**
 * One thing to rate.
 *
 * @param id says nothing about the origin
 * @param medium the thing that is shown
 * @param text the class or the caption that it should show, if raters are asked about it
 * @param origin the place where it comes from
 */
record RatingItem(String id, Medium medium, Optional<String> text, Origin origin) {}
