/**
 * The data and files of one run, as {@link org.gan4j.dsl.Gan} uses them during training. Begin with {@link
 * org.gan4j.dsl.run.RunFiles}, which lists what training writes; users of Gan4J need none of these types.
 */
package org.gan4j.dsl.run;
