package org.gan4j.data.digits;

import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.util.List;
import org.gan4j.api.data.Column;
import org.gan4j.api.data.Field;
import org.gan4j.tensor.Philox;
import org.gan4j.tensor.TensorData;

/** The drawn digits as a column. What is random in a digit is drawn from the random stream of its number. */
record DigitColumn(Field field, DrawnDigits digits) implements Column {
    private static final int VARIANT = 0;
    private static final int WIDTH = 1;
    private static final int HEIGHT = 2;
    private static final int SLANT = 3;
    private static final int TURN = 4;
    private static final int RIGHT = 5;
    private static final int DOWN = 6;
    private static final int PEN = 7;
    private static final int DRAWS = 8;

    /** Returns the digit of a sample. */
    static int label(int sample) {
        return sample % Digits.CLASSES.size();
    }

    @Override
    public int samples() {
        return digits.count();
    }

    @Override
    public TensorData read(int... indices) {
        int size = field.shape().size();
        float[] batch = new float[indices.length * size];
        for (int i = 0; i < indices.length; i++) {
            float[] draws = new float[DRAWS];
            new Philox(digits.seed(), "drawn-digits", indices[i]).uniforms(0, draws, DRAWS);
            List<Path2D> variants = DigitStrokes.of(label(indices[i]));
            Path2D strokes = variants.get((int) (draws[VARIANT] * variants.size()));
            InkDots dots = new InkDots(digits.size(), between(0.1, 0.18, draws[PEN]));
            dots.draw(strokes, placed(draws));
            dots.read(batch, i * size);
        }
        return TensorData.of(batch, field.batch(indices.length));
    }

    /** Changes a digit around its center: it is stretched, slanted, turned and moved. */
    private static AffineTransform placed(float... draws) {
        double turn = between(-0.15, 0.15, draws[TURN]);
        double cos = StrictMath.cos(turn);
        double sin = StrictMath.sin(turn);
        AffineTransform change = AffineTransform.getTranslateInstance(
                0.5 + between(-0.05, 0.05, draws[RIGHT]), 0.5 + between(-0.03, 0.03, draws[DOWN]));
        change.concatenate(new AffineTransform(cos, sin, -sin, cos, 0, 0));
        change.shear(between(-0.3, 0.1, draws[SLANT]), 0);
        change.scale(between(0.6, 0.95, draws[WIDTH]), between(0.8, 0.95, draws[HEIGHT]));
        change.translate(-0.5, -0.5);
        return change;
    }

    private static double between(double low, double high, double uniform) {
        return low + uniform * (high - low);
    }
}
