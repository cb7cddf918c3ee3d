package org.gan4j.cli;

import static org.gan4j.losses.LossPresets.NON_SATURATING;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.gan4j.api.plugin.Recipe;
import org.gan4j.architectures.dcgan.Dcgan;
import org.gan4j.data.FashionMnist;
import org.gan4j.dsl.Gan;
import org.gan4j.dsl.OptionsStep;

/** The result of a command that ran within the test, with recipes that train in a moment. */
record Ran(int code, String out, String err) {
    private static final List<Recipe> RECIPES =
            List.of(Recipe.of(Ran.class, "recipes/tiny.yaml"), Recipe.of(Ran.class, "recipes/absurd.yaml"));

    /** What a machine that is busy with other work prints of the progress. */
    private static final Pattern PROGRESS = Pattern.compile("(?m)^gan: .*, after \\d+ s\n");

    static OptionsStep tiny() {
        return Gan.builder()
                .generator(Dcgan.generator().latent(4).width(2))
                .critic(Dcgan.critic().width(2))
                .loss(NON_SATURATING)
                .data(FashionMnist.embedded())
                .batchSize(4)
                .engine("reference");
    }

    static Ran gan(Object... args) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        String[] texts = Arrays.stream(args).map(Object::toString).toArray(String[]::new);
        int code = Main.run(() -> RECIPES, new PrintWriter(out), new PrintWriter(err), texts);
        return new Ran(code, lines(out), PROGRESS.matcher(lines(err)).replaceAll(""));
    }

    private static String lines(StringWriter written) {
        return written.toString().replace(System.lineSeparator(), "\n");
    }
}
