import static org.gan4j.api.training.TrainingLength.steps;
import static org.gan4j.losses.LossPresets.NON_SATURATING;

import java.nio.file.Path;
import org.gan4j.architectures.dcgan.Dcgan;
import org.gan4j.data.FashionMnist;
import org.gan4j.dsl.Gan;

class Clothes {
    public static void main(String[] args) {
        try (Gan gan = Gan.builder()
                .generator(Dcgan.generator().latent(100))
                .critic(Dcgan.critic()) // also called .discriminator(...)
                .loss(NON_SATURATING)
                .data(FashionMnist.embedded())
                .seed(42)
                .build()) {
            gan.train(steps(3000));
            gan.sample(64).saveGrid(Path.of("clothes.png"));
        }
    }
}
