/** Statistics of ratings: each is a formula of a paper, from numbers in to numbers out. */
package org.gan4j.cli.rating.statistics;
