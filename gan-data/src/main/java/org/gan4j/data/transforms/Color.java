package org.gan4j.data.transforms;

import org.gan4j.api.data.Transform;
import org.gan4j.tensor.Philox;
import org.gan4j.tensor.TensorData;

/**
 * Random changes of each image's brightness, then contrast, then saturation, by factors around 1; the result is clipped
 * to [-1, 1]. Brightness scales the distance from black, contrast the distance from the image's mean gray, and
 * saturation the distance from each pixel's own gray, where gray is 0.299 R + 0.587 G + 0.114 B. Images without 3
 * channels keep their saturation, and their gray is the mean of their channels.
 *
 * @param brightness the factor is uniform on 1 ± this; defaults to 0.2
 * @param contrast the factor is uniform on 1 ± this; defaults to 0.2
 * @param saturation the factor is uniform on 1 ± this; defaults to 0.2
 */
public record Color(double brightness, double contrast, double saturation) implements Transform {
    private static final float[] LUMA = {0.299f, 0.587f, 0.114f};

    /**
     * Validates the settings.
     *
     * @throws IllegalArgumentException if one is not from 0 to 1
     */
    public Color {
        Setting.requireBetween(0, 1, "the change of brightness", brightness);
        Setting.requireBetween(0, 1, "the change of contrast", contrast);
        Setting.requireBetween(0, 1, "the change of saturation", saturation);
    }

    /** Returns changes of up to a fifth each. */
    public static Color slightly() {
        return new Color(0.2, 0.2, 0.2);
    }

    @Override
    public String name() {
        return "color";
    }

    @Override
    public String stream() {
        return "colour";
    }

    @Override
    public String summary() {
        return "changes brightness, contrast and saturation at random";
    }

    @Override
    public boolean isRandom() {
        return true;
    }

    @Override
    public TensorData apply(TensorData images, Philox random) {
        Planes planes = Planes.copyOf(images);
        Draws draws = new Draws(random, planes.count(), 3);
        for (int image = 0; image < planes.count(); image++) {
            change(
                    planes,
                    image,
                    draws.between(1 - (float) brightness, 1 + (float) brightness, image, 0),
                    draws.between(1 - (float) contrast, 1 + (float) contrast, image, 1),
                    draws.between(1 - (float) saturation, 1 + (float) saturation, image, 2));
        }
        return planes.data();
    }

    /** Changes one image in place by these factors. */
    static void change(Planes planes, int image, float brightness, float contrast, float saturation) {
        int from = planes.at(image, 0, 0);
        for (int at = from; at < from + planes.size(); at++) {
            planes.values()[at] = clipped((planes.values()[at] + 1) * brightness - 1);
        }
        int pixels = planes.height() * planes.width();
        double sum = 0;
        for (int pixel = 0; pixel < pixels; pixel++) {
            sum += gray(planes, from + pixel);
        }
        float mean = (float) (sum / pixels);
        for (int at = from; at < from + planes.size(); at++) {
            planes.values()[at] = clipped(mean + (planes.values()[at] - mean) * contrast);
        }
        if (planes.channels() == LUMA.length) {
            for (int pixel = 0; pixel < pixels; pixel++) {
                float gray = gray(planes, from + pixel);
                for (int channel = 0; channel < LUMA.length; channel++) {
                    int at = from + channel * pixels + pixel;
                    planes.values()[at] = clipped(gray + (planes.values()[at] - gray) * saturation);
                }
            }
        }
    }

    private static float gray(Planes planes, int at) {
        int pixels = planes.height() * planes.width();
        boolean colored = planes.channels() == LUMA.length;
        float gray = 0;
        for (int channel = 0; channel < planes.channels(); channel++) {
            gray += planes.values()[at + channel * pixels] * (colored ? LUMA[channel] : 1f / planes.channels());
        }
        return gray;
    }

    private static float clipped(float value) {
        return Math.max(-1, Math.min(1, value));
    }
}
