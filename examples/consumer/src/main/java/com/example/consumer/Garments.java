package com.example.consumer;

import static org.gan4j.api.training.TrainingLength.steps;

import java.nio.file.Path;

import org.gan4j.architectures.dcgan.Dcgan;
import org.gan4j.data.FashionMnist;
import org.gan4j.dsl.Gan;
import org.gan4j.dsl.inference.SampleRequest;
import org.gan4j.losses.LossPresets;

/** Trains a GAN on garments, keeps it in a folder, and draws some of its samples. */
public final class Garments {
    private final Path run;

    /** Creates a program whose run is in a folder. */
    public Garments(Path run) {
        this.run = run;
    }

    /** Trains for some steps, and leaves the run in the folder. */
    public void train(int count) {
        try (Gan gan = Gan.builder()
                .generator(Dcgan.generator().latent(32).width(8))
                .critic(Dcgan.critic().width(8))
                .loss(LossPresets.NON_SATURATING)
                .data(FashionMnist.embedded())
                .seed(42)
                .batchSize(16)
                .runDirectory(run)
                .build()) {
            gan.train(steps(count));
        }
    }

    /** Writes a grid of samples of the trained GAN. */
    public void draw(int count, Path png) {
        try (Gan gan = Gan.load(run)) {
            gan.sample(SampleRequest.of(count).seed(7)).saveGrid(png);
        }
    }

    /** Runs the program: {@code java -jar consumer-1.0-all.jar FOLDER STEPS}. */
    public static void main(String[] args) {
        Garments garments = new Garments(Path.of(args[0]));
        garments.train(Integer.parseInt(args[1]));
        Path grid = Path.of(args[0], "garments.png");
        garments.draw(16, grid);
        System.out.println("16 garments: " + grid);
    }
}
