package org.gan4j.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import javax.imageio.ImageIO;
import org.dflib.jjava.jupyter.Extension;
import org.dflib.jjava.jupyter.kernel.display.DisplayData;
import org.dflib.jjava.jupyter.kernel.display.Renderer;
import org.dflib.jjava.jupyter.kernel.display.mime.MIMEType;
import org.gan4j.api.training.TrainingHistory;
import org.gan4j.dsl.inference.Samples;
import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.TensorData;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a cell of a notebook shows, by the kernel's own renderer. */
class NotebookExtensionTest {
    private final Renderer renderer = new Renderer();

    @BeforeEach
    void register() {
        NotebookExtension.register(renderer);
    }

    @Test
    void aKernelFindsIt() {
        assertThat(ServiceLoader.load(Extension.class)).hasAtLeastOneElementOfType(NotebookExtension.class);
    }

    @Test
    void samplesAreAGridOfImages() throws IOException {
        TensorData images = Tensor.ones(4, 3, 5, 5).evaluate();
        for (Object shown : List.of(new Samples(images), images)) {
            BufferedImage grid = png(renderer.render(shown));
            assertThat(grid.getWidth()).isEqualTo(2 * 5 + 3 * 2); // two in a row, between gaps of two pixels
            assertThat(grid.getRGB(3, 3)).isEqualTo(0xFFFFFFFF);
        }
    }

    private static BufferedImage png(DisplayData shown) throws IOException {
        byte[] bytes = Base64.getMimeDecoder().decode((String) shown.getData(MIMEType.IMAGE_PNG));
        return ImageIO.read(new ByteArrayInputStream(bytes));
    }

    @Test
    void otherValuesAreText() {
        assertThat(text(new Samples(Tensor.ones(2, 3).evaluate()))).contains("1.0");
        assertThat(text(Tensor.ones(3).evaluate())).isEqualTo("float[3] [1.0000, 1.0000, 1.0000]");
    }

    @Test
    void aHistoryIsCurves() {
        TrainingHistory history = new TrainingHistory(List.of(
                new TrainingHistory.Step(1, Map.of("loss.critic", 1.0)),
                new TrainingHistory.Step(2, Map.of("loss.critic", 2.0))));
        assertThat(text(history)).contains("loss.critic").contains("*");
    }

    private String text(Object value) {
        DisplayData shown = renderer.render(value);
        assertThat(shown.hasDataForType(MIMEType.IMAGE_PNG)).isFalse();
        return (String) shown.getData(MIMEType.TEXT_PLAIN);
    }
}
