/**
 * Images with a drawing of their edges, for image translation. Begin reading with {@link org.gan4j.data.edges.Edges}.
 */
package org.gan4j.data.edges;
