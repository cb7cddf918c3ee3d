package org.gan4j.apps.texttoimage;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.gan4j.api.application.AdversarialPlayers;
import org.gan4j.api.application.Application;
import org.gan4j.api.application.GanComponents;
import org.gan4j.api.application.Plan;
import org.gan4j.api.data.DataSchema;
import org.gan4j.api.data.Field;
import org.gan4j.api.evaluation.Evaluable;
import org.gan4j.api.game.Game;
import org.gan4j.api.game.Phase;
import org.gan4j.api.game.PhaseSchedule;
import org.gan4j.api.game.SamplePreview;
import org.gan4j.api.game.UpdateContext;
import org.gan4j.api.inference.TextSampler;
import org.gan4j.api.network.Network;
import org.gan4j.api.text.BagOfWords;
import org.gan4j.api.text.TextEncoder;
import org.gan4j.apps.standard.StandardComponents;
import org.gan4j.tensor.Tensor;

/**
 * Generation of images of a text: GAN-INT-CLS (<a href="https://arxiv.org/abs/1605.05396">Reed et al. 2016</a>). The data
 * need the fields {@code image} and {@code caption}.
 *
 * <pre>
 * Gan.builder().application(TextConditional.bagOfWords()).data(Emoji.embedded())
 * gan.as(TextToImage.class).generate("a red heart", 8)
 * </pre>
 *
 * <p>The generator reads the latents and a learned projection of the text's vector, and the critic scores an image
 * together with a text. With the scores s_r of real images with their captions, s_f of generated ones, and s_w of real
 * images with a wrong caption, and with the loss r + f of real samples and fakes, the critic minimizes
 *
 * <pre>
 * r(s_r) + (f(s_f) + f(s_w)) / 2,
 * </pre>
 *
 * so that it also learns whether image and text match. The generator minimizes its loss for captions t1, plus that for
 * points β t1 + (1-β) t2 between the vectors of two captions, which fill the gaps between the captions of the data.
 *
 * @param encoder encodes texts; the run records its name and settings
 * @param projection the size of the projected texts; 128 by default
 * @param interpolation the β of interpolated texts; 0.5 by default, 0 to leave them out
 * @param mismatched whether the critic also learns from real images with wrong captions; true by default
 */
public record TextConditional(TextEncoder encoder, int projection, double interpolation, boolean mismatched)
        implements Application {
    private static final int USUAL_PROJECTION = 128;
    private static final double USUAL_INTERPOLATION = 0.5;
    private static final int MAX_ROWS = 8;
    private static final int COLUMNS = 8;

    /** Returns the application with the built-in encoder {@link BagOfWords}. */
    public static TextConditional bagOfWords() {
        return of(BagOfWords.standard());
    }

    /** Returns the application with another encoder. */
    public static TextConditional of(TextEncoder encoder) {
        return new TextConditional(encoder, USUAL_PROJECTION, USUAL_INTERPOLATION, true);
    }

    @Override
    public String name() {
        return "text-to-image";
    }

    @Override
    public String summary() {
        return "images of a text, which an encoder such as bag-of-words turns into a vector";
    }

    @Override
    public List<String> problems(DataSchema data) {
        return new TextProblems(this, data).ofData();
    }

    @Override
    public GanComponents complete(GanComponents components, DataSchema data) {
        return components.orElse(StandardComponents.of(data.image().shape()));
    }

    @Override
    public List<String> problems(GanComponents components, DataSchema data) {
        return new TextProblems(this, data).of(components);
    }

    @Override
    public GanComponents resolved(GanComponents components, DataSchema data) {
        return components.resolved(
                TextNetworks.generatorSpec(this, components, data.image().shape(), 0),
                components.criticSpec(data.image().shape(), 0));
    }

    @Override
    public Plan plan(GanComponents components, DataSchema data, long seed) {
        TextNetworks networks = TextNetworks.of(this, components, data.image().shape(), seed);
        CaptionTable captions = new CaptionTable(encoder, data.captions());
        TextModel model = new TextModel(this, networks, captions, components.loss());
        Game game = components.game(
                new AdversarialPlayers(components, model).players(networks.generators(), networks.critics()),
                List.of(data.image(), data.field(Field.CAPTION)));
        List<Network> all = Stream.concat(networks.generators().stream(), networks.critics().stream())
                .toList();
        return Plan.of(all, PhaseSchedule.of(Phase.open("training", game, preview(networks, captions))))
                .with(TextSampler.class, runner -> new PromptSampler(runner, networks, encoder))
                .with(
                        TextToImage.class,
                        runner -> new SeededPrompts(
                                new PromptSampler(runner, networks, encoder), seed, components.inferenceWeights()))
                .with(
                        Evaluable.class,
                        runner -> new CaptionedSamples(
                                data.image(), new PromptSampler(runner, networks, encoder), captions));
    }

    /** Returns a grid with one row per caption, for captions from all of the data. */
    private static SamplePreview preview(TextNetworks networks, CaptionTable captions) {
        int rows = Math.max(1, Math.min(MAX_ROWS, captions.size()));
        int[] shown = IntStream.range(0, rows * COLUMNS)
                .map(i -> (int) ((long) (i / COLUMNS) * captions.size() / rows))
                .toArray();
        return SamplePreview.rows(rows, COLUMNS, update -> captioned(update, networks, captions, shown));
    }

    private static Tensor captioned(UpdateContext update, TextNetworks networks, CaptionTable captions, int... shown) {
        Tensor latents = networks.space().draw(update.random("latents"), update.batchSize());
        Tensor text = captions.of(Tensor.of(shown, shown.length));
        return networks.generated(update.parameters(), update.pass(), latents, text)
                .value();
    }
}
