package org.gan4j.apps.texttoimage;

import java.util.List;
import org.gan4j.api.data.DataSchema;
import org.gan4j.api.data.Field;
import org.gan4j.api.evaluation.Comparison;
import org.gan4j.api.evaluation.Evaluable;

/**
 * The comparison of data with images of the same captions.
 *
 * @param image the field of the images
 * @param captions those of the data of training
 */
record CaptionedSamples(Field image, PromptSampler sampler, CaptionTable captions) implements Evaluable {
    @Override
    public List<Comparison> comparisons() {
        return with(captions);
    }

    /** Returns the comparison with images of the captions of these data, which may be held out. */
    @Override
    public List<Comparison> comparisons(DataSchema data) {
        return captions.holds(data.captions())
                ? comparisons()
                : with(new CaptionTable(sampler.encoder(), data.captions()));
    }

    private List<Comparison> with(CaptionTable table) {
        return List.of(new Comparison(
                image,
                Comparison.Pairing.DISTRIBUTION,
                sampler.space(),
                (rows, latents, weights) -> sampler.images(latents, table.of(rows.get(Field.CAPTION)), weights)));
    }
}
