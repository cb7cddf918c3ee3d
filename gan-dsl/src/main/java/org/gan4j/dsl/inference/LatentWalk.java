package org.gan4j.dsl.inference;

import java.util.Arrays;

/**
 * A request for a closed walk through the latents: from one sample to the next along {@link LatentLine}s, and from the
 * last back to the first, so that an animation of it repeats without a jump.
 *
 * <pre>{@code
 * gan.sample(LatentWalk.of(60).seed(7)).saveGif(Path.of("walk.gif"))
 * }</pre>
 *
 * @param keys the samples that the walk passes, with their seed, truncation, label and weights
 * @param frames the number of samples of the walk
 */
public record LatentWalk(SampleRequest keys, int frames) {
    /** About a second at {@link Samples#saveGif}'s rate. */
    private static final int FRAMES_PER_KEY = 12;

    /**
     * Validates the request.
     *
     * @throws IllegalArgumentException if there are fewer than 2 samples to walk between, fewer frames than these, or
     *     interpolations, texts or shares of classes
     */
    public LatentWalk {
        if (keys.across().isPresent()
                || keys.shares().isPresent()
                || !keys.texts().isEmpty()) {
            throw new IllegalArgumentException("a walk leads through samples of one label, or of none: leave out "
                    + (keys.across().isPresent()
                            ? "the interpolations"
                            : keys.shares().isPresent() ? "the shares of classes" : "the texts"));
        }
        if (keys.count() < 2 || frames < keys.count()) {
            throw new IllegalArgumentException("a walk of " + frames + " frames through " + keys.count()
                    + " samples is none: it needs at least 2 samples, and a frame for each; 12 frames each are usual");
        }
    }

    /**
     * Returns a walk that passes a sample every 12 frames, and at least 2.
     *
     * @param frames the number of samples of the walk
     * @throws IllegalArgumentException if there are fewer than 2 frames
     */
    public static LatentWalk of(int frames) {
        return new LatentWalk(SampleRequest.of(keysFor(frames)), frames);
    }

    /** Returns the number of samples that a walk passes if nothing else is said. */
    public static int keysFor(int frames) {
        return Math.max(2, frames / FRAMES_PER_KEY);
    }

    /** Returns a copy whose latents are drawn with this seed. */
    public LatentWalk seed(long value) {
        return new LatentWalk(keys.seed(value), frames);
    }

    /** Returns the latents of all frames, one row each. */
    float[] through(Latents latents) {
        int size = latents.space().size();
        float[] ends = latents.rows(0, keys.count());
        float[] all = new float[Math.multiplyExact(frames, size)];
        for (int frame = 0; frame < frames; frame++) {
            double place = (double) frame * keys.count() / frames;
            int from = (int) place;
            int to = (from + 1) % keys.count();
            LatentLine line = LatentLine.between(
                    latents.space(),
                    Arrays.copyOfRange(ends, from * size, (from + 1) * size),
                    Arrays.copyOfRange(ends, to * size, (to + 1) * size));
            System.arraycopy(line.at(place - from), 0, all, frame * size, size);
        }
        return all;
    }
}
