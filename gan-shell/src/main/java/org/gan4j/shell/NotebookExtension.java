package org.gan4j.shell;

import java.util.List;
import java.util.function.Supplier;
import org.dflib.jjava.jupyter.Extension;
import org.dflib.jjava.jupyter.kernel.BaseKernel;
import org.dflib.jjava.jupyter.kernel.display.RenderContext;
import org.dflib.jjava.jupyter.kernel.display.Renderer;
import org.dflib.jjava.jupyter.kernel.display.common.Image;
import org.dflib.jjava.jupyter.kernel.display.mime.MIMEType;
import org.gan4j.api.training.TrainingHistory;
import org.gan4j.api.training.TrainingResult;
import org.gan4j.data.images.ImageGrid;
import org.gan4j.dsl.inference.Samples;
import org.gan4j.tensor.TensorData;

/**
 * Shows values in notebooks of Jupyter whose kernel is <a href="https://github.com/dflib/jjava">JJava</a>: images of samples and
 * of tensors as a grid, other samples as in JShell, and the losses of a training as curves. {@link java.util.ServiceLoader} finds
 * it, so that it suffices to have gan-shell on the kernel's class path.
 */
public final class NotebookExtension implements Extension {
    private static final int RANK_OF_IMAGES = 4;

    /** A cell shows no colors of a terminal, and about this many characters in a line. */
    private static final Terminal PAGE = new Terminal(false, 100);

    @Override
    public void install(BaseKernel kernel) {
        register(kernel.getRenderer());
    }

    static void register(Renderer renderer) {
        renderer.createRegistration(Samples.class)
                .preferring(MIMEType.IMAGE_PNG)
                .supporting(MIMEType.TEXT_PLAIN)
                .register(NotebookExtension::show);
        renderer.createRegistration(TensorData.class)
                .preferring(MIMEType.IMAGE_PNG)
                .supporting(MIMEType.TEXT_PLAIN)
                .register(NotebookExtension::show);
        renderer.createRegistration(TrainingResult.class)
                .preferring(MIMEType.TEXT_PLAIN)
                .register((result, context) -> text(context, () -> curves(result.history())));
        renderer.createRegistration(TrainingHistory.class)
                .preferring(MIMEType.TEXT_PLAIN)
                .register((history, context) -> text(context, () -> curves(history)));
    }

    private static void show(Samples samples, RenderContext context) {
        if (samples.areImages() && samples.data().shape().size() > 0) {
            Image.renderImage(ImageGrid.of(samples.data()), context);
        } else {
            text(context, () -> Shell.text(samples, PAGE));
        }
    }

    /** Shows images of one or three channels; a summary tells more of other tensors than their numbers would. */
    private static void show(TensorData data, RenderContext context) {
        Samples samples = new Samples(data);
        if (data.shape().rank() == RANK_OF_IMAGES && samples.areImages()) {
            show(samples, context);
        } else {
            text(context, data::toString);
        }
    }

    private static String curves(TrainingHistory history) {
        return CurvePlot.of(history, List.of(), PAGE);
    }

    private static void text(RenderContext context, Supplier<String> text) {
        context.renderIfRequested(MIMEType.TEXT_PLAIN, type -> text.get());
    }
}
