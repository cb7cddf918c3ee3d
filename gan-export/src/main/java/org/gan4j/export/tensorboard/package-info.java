/**
 * Event files for TensorBoard. Begin reading with {@link org.gan4j.export.tensorboard.TensorBoardLog}, the listener that
 * writes them.
 */
package org.gan4j.export.tensorboard;
