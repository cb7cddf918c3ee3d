/**
 * Studies in which people rate samples, blind. {@link org.gan4j.cli.rating.RatingStudy} draws up the items,
 * {@link org.gan4j.cli.rating.RatingPage} shows them, {@link org.gan4j.cli.rating.RatingFile} reads what a rater saved, and
 * {@link org.gan4j.cli.rating.RatingSummary} says what the ratings mean.
 */
package org.gan4j.cli.rating;
