/** A GAN with a loss of its own. Begin reading with {@link ${package}.MyGan}. */
package ${package};
