package org.gan4j.apps.refinement;

import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.gan4j.api.data.Field;
import org.gan4j.api.data.PixelScaling;
import org.gan4j.api.data.images.PixelImage;
import org.gan4j.api.inference.InferenceRunner;
import org.gan4j.api.inference.InferenceRunner.Prepared;
import org.gan4j.api.inference.Weights;
import org.gan4j.api.network.ForwardPass;
import org.gan4j.api.network.Inputs;
import org.gan4j.api.network.Network;
import org.gan4j.data.images.ImageGrid;
import org.gan4j.tensor.DType;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.TensorData;

/**
 * A refiner by a network, which is prepared once per size.
 *
 * @param bySize the prepared networks by the shape of an image
 */
record NetworkRefiner(
        InferenceRunner runner, Network network, int channels, Weights weights, Map<Shape, Prepared> bySize)
        implements Refiner {
    NetworkRefiner(InferenceRunner runner, Network network, int channels, Weights weights) {
        this(runner, network, channels, weights, new ConcurrentHashMap<>());
    }

    @Override
    public TensorData refine(TensorData images) {
        Shape shape = images.shape();
        if (shape.rank() != 4 || shape.dim(1) != channels || shape.size() == 0) {
            throw new IllegalArgumentException("this refiner needs images [N, " + channels + ", H, W], not " + shape);
        }
        Prepared prepared = bySize.computeIfAbsent(shape.without(0), this::prepared);
        return prepared.run(Map.of(SimGan.SYNTHETIC, images), weights);
    }

    private Prepared prepared(Shape image) {
        Field input = new Field(SimGan.SYNTHETIC, DType.FLOAT, image);
        String size = image.dim(2) + "×" + image.dim(1);
        Prepared prepared;
        Shape output;
        try {
            prepared = runner.prepare(List.of(input), (parameters, in) -> network.apply(
                            parameters, ForwardPass.inference(), Inputs.of(in.get(SimGan.SYNTHETIC)))
                    .value());
            output = prepared.output();
        } catch (IllegalArgumentException misfit) {
            throw new IllegalArgumentException(
                    "this refiner does not allow images of " + size + " pixels (" + misfit.getMessage()
                            + "): resize them to those that it was trained with",
                    misfit);
        }
        if (!output.equals(image)) {
            throw new IllegalArgumentException("this refiner makes " + output + " of an image " + image
                    + ": resize the images to those that it was trained with");
        }
        return prepared;
    }

    @Override
    public List<BufferedImage> refine(List<PixelImage> images) {
        Map<Shape, List<Integer>> sizes = new LinkedHashMap<>();
        for (int i = 0; i < images.size(); i++) {
            Shape shape =
                    Shape.of(channels, images.get(i).height(), images.get(i).width());
            sizes.computeIfAbsent(shape, any -> new ArrayList<>()).add(i);
        }
        List<BufferedImage> all = new ArrayList<>(Collections.nCopies(images.size(), null));
        sizes.forEach((shape, places) -> {
            TensorData refined = refine(planes(places.stream().map(images::get).toList(), shape));
            for (int i = 0; i < places.size(); i++) {
                all.set(places.get(i), ImageGrid.single(refined, i));
            }
        });
        return all;
    }

    private TensorData planes(List<PixelImage> images, Shape shape) {
        float[] values = new float[Math.multiplyExact(images.size(), shape.size())];
        int at = 0;
        for (PixelImage image : images) {
            for (byte level : (channels == 1 ? image.gray() : image.colored()).levels()) {
                values[at++] = PixelScaling.scaled(level);
            }
        }
        return TensorData.of(values, Shape.of(images.size(), shape.dim(0), shape.dim(1), shape.dim(2)));
    }

    @Override
    public Refiner weights(Weights chosen) {
        return new NetworkRefiner(runner, network, channels, chosen, bySize);
    }
}
