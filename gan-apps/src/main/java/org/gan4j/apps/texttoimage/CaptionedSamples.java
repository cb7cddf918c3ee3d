package org.gan4j.apps.texttoimage;

import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.gan4j.api.data.DataSchema;
import org.gan4j.api.data.Field;
import org.gan4j.api.evaluation.Comparison;
import org.gan4j.api.evaluation.Evaluable;

/**
 * The comparison of data with images of the same captions.
 *
 * @param image the field of the images
 * @param captions those of the data of training
 * @param others those of the data that were compared last, so that they are encoded once
 */
record CaptionedSamples(Field image, PromptSampler sampler, CaptionTable captions, AtomicReference<CaptionTable> others)
        implements Evaluable {
    CaptionedSamples(Field image, PromptSampler sampler, CaptionTable captions) {
        this(image, sampler, captions, new AtomicReference<>(captions));
    }

    @Override
    public List<Comparison> comparisons() {
        return with(captions);
    }

    /** Returns the comparison with images of the captions of these data, which may be held out. */
    @Override
    public List<Comparison> comparisons(DataSchema data) {
        return with(others.updateAndGet(
                last -> last.holds(data.captions()) ? last : new CaptionTable(sampler.encoder(), data.captions())));
    }

    private List<Comparison> with(CaptionTable table) {
        return List.of(new Comparison(
                image,
                Comparison.Pairing.DISTRIBUTION,
                sampler.space(),
                (rows, latents, weights) -> sampler.images(latents, table.of(rows.get(Field.CAPTION)), weights)));
    }
}
