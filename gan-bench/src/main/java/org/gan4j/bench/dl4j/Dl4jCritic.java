package org.gan4j.bench.dl4j;

import java.util.Map;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.gan4j.bench.Contestant;
import org.gan4j.bench.Step;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.activations.impl.ActivationIdentity;
import org.nd4j.linalg.activations.impl.ActivationLReLU;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/**
 * dcgan64's critic as a DL4J user writes it, on the same ND4J: {@code fit} on a batch of 32 images that are all real.
 */
public final class Dl4jCritic implements Contestant {
    private static final int BATCH = 32;
    private static final int SIDE = 64;
    private static final int WIDTH = 64;

    private final MultiLayerNetwork network;
    private final DataSet batch =
            new DataSet(Nd4j.rand(BATCH, 3, SIDE, SIDE).muli(2).subi(1), Nd4j.ones(BATCH, 1));

    /** Builds and initializes the network. */
    public Dl4jCritic() {
        NeuralNetConfiguration.ListBuilder layers = new NeuralNetConfiguration.Builder()
                .seed(1)
                .updater(new Adam(2e-5, 0.5, 0.999, 1e-8))
                .list();
        for (int i = 0; i < 4; i++) {
            boolean first = i == 0;
            layers.layer(new ConvolutionLayer.Builder(4, 4)
                    .nOut((long) WIDTH << i)
                    .stride(2, 2)
                    .padding(1, 1)
                    .hasBias(first)
                    .activation(first ? new ActivationLReLU(0.2) : new ActivationIdentity())
                    .build());
            if (!first) {
                layers.layer(new BatchNormalization.Builder().build());
                layers.layer(new ActivationLayer(new ActivationLReLU(0.2)));
            }
        }
        layers.layer(new OutputLayer.Builder(LossFunction.XENT)
                .nOut(1)
                .activation(Activation.SIGMOID)
                .build());
        layers.setInputType(InputType.convolutional(SIDE, SIDE, 3));
        network = new MultiLayerNetwork(layers.build());
        network.init();
    }

    @Override
    public Step step() {
        long began = System.nanoTime();
        network.fit(batch);
        return new Step(System.nanoTime() - began, Map.of("loss.critic", network.score()));
    }

    @Override
    public void close() {
        network.close();
    }
}
