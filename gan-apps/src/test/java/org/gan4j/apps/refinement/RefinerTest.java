package org.gan4j.apps.refinement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.awt.image.BufferedImage;
import java.util.List;
import org.gan4j.api.data.images.PixelImage;
import org.gan4j.api.game.Game;
import org.gan4j.api.game.Phase;
import org.gan4j.api.game.PhaseSchedule;
import org.gan4j.api.game.SamplePreview;
import org.gan4j.api.inference.AveragedVariables;
import org.gan4j.api.inference.Weights;
import org.gan4j.api.network.Network;
import org.gan4j.api.network.Outputs;
import org.gan4j.apps.StubNetwork;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.TensorData;
import org.gan4j.tensor.engine.Session;
import org.gan4j.tensor.reference.ReferenceEngine;
import org.gan4j.testkit.RunAtOnce;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Verifies the refining of images by a network that inverts them. */
class RefinerTest {
    private final Session session = new ReferenceEngine().open();
    private final Network inverting = new StubNetwork("generator", List.of(), (parameters, x) -> Outputs.of(x.mul(-1)));

    @AfterEach
    void close() {
        session.close();
    }

    private Refiner refiner(int channels, Network network) {
        Phase nothing = Phase.open("nothing", new Game(List.of(), List.of()), SamplePreview.of(1, update -> null));
        RunAtOnce runner = new RunAtOnce(session, AveragedVariables.of(PhaseSchedule.of(nothing)));
        return Refiner.of(runner, network, channels, Weights.LATEST);
    }

    private static PixelImage gray(int width, int... levels) {
        byte[] bytes = new byte[levels.length];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) levels[i];
        }
        return new PixelImage(1, levels.length / width, width, bytes);
    }

    private static int[] levels(BufferedImage image) {
        return image.getRaster().getPixels(0, 0, image.getWidth(), image.getHeight(), (int[]) null);
    }

    @Test
    void imagesOfSeveralSizesComeBackInTheirOrder() {
        List<BufferedImage> refined =
                refiner(1, inverting).refine(List.of(gray(2, 0, 255), gray(1, 1, 2, 3), gray(2, 7, 100)));
        assertThat(refined).extracting(BufferedImage::getWidth).containsExactly(2, 1, 2);
        assertThat(levels(refined.get(0))).containsExactly(255, 0);
        assertThat(levels(refined.get(1))).containsExactly(254, 253, 252);
        assertThat(levels(refined.get(2))).containsExactly(248, 155);
    }

    @Test
    void colorsAreThoseOfTheNetwork() {
        BufferedImage red = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB);
        red.setRGB(0, 0, 0xFF0000);
        // ITU-R BT.601: 0.299 of red
        assertThat(levels(refiner(1, inverting).refine(red))).containsExactly(255 - 76);
        assertThat(levels(refiner(3, inverting).refine(red))).containsExactly(0, 255, 255);
        assertThat(levels(refiner(3, inverting).refine(List.of(gray(1, 5))).get(0)))
                .containsExactly(250, 250, 250);
    }

    @Test
    void arraysMustBeImagesOfTheNetworksChannels() {
        Refiner refiner = refiner(1, inverting);
        TensorData two = TensorData.of(new float[] {0.5f, -1}, Shape.of(2, 1, 1, 1));
        assertThat(refiner.refine(two).toFloats()).containsExactly(-0.5f, 1);
        for (Shape wrong : List.of(Shape.of(1, 3, 2, 2), Shape.of(1, 2, 2), Shape.of(0, 1, 2, 2))) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> refiner.refine(TensorData.of(new float[wrong.size()], wrong)))
                    .withMessage("the network generator needs images [N, 1, H, W], not " + wrong);
        }
    }

    @Test
    void aSizeThatTheNetworkDoesNotAllowIsRefused() {
        Network fixed = new StubNetwork("generator", List.of(), (parameters, x) -> Outputs.of(x.reshape(-1, 1, 2, 2)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> refiner(1, fixed).refine(List.of(gray(3, 1, 2, 3))))
                .withMessageStartingWith("the network generator does not allow images of 3×1 pixels")
                .withMessageEndingWith("resize them to those that it was trained with");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> refiner(1, fixed).refine(List.of(gray(4, 1, 2, 3, 4))))
                .withMessage(
                        "the network generator makes [1, 2, 2] of an image [1, 1, 4]: resize the images to those that"
                                + " it was trained with");
    }
}
