package org.gan4j.apps.conditional;

/** The way in which the generator and the critic are conditioned on the class of a sample. */
public enum Conditioning {
    /**
     * Concatenation to the inputs: the label's one-hot is appended to the latents, and, as planes, to an image's
     * channels (<a href="https://arxiv.org/abs/1411.1784">Mirza and Osindero 2014</a>).
     */
    CONCATENATION,
    /**
     * An auxiliary classifier (AC-GAN, <a href="https://arxiv.org/abs/1610.09585">Odena et al. 2017</a>). The critic
     * also classifies, and the generator also minimizes the classification error of its samples. The one-hot is
     * appended to the generator's latents.
     */
    AUXILIARY,
    /**
     * Projection: the critic's score is ψ(φ(x)) + ⟨e_y, φ(x)⟩, where φ is the features, summed over positions, and e_y
     * is a learned embedding of the class (<a href="https://arxiv.org/abs/1802.05637">Miyato and Koyama 2018</a>). The
     * generator uses batch normalization conditioned on the class. That alone learns slowly, so the one-hot is also
     * appended to its latents.
     */
    PROJECTION,
    /**
     * The critic of {@link #PROJECTION}, and a generator that gets the class as the condition {@code label} alone, to
     * embed it as it likes (BigGAN, <a href="https://arxiv.org/abs/1809.11096">Brock et al. 2019</a>). It needs a generator
     * that reads the label, such as BigGAN's, or one with batch normalization, which is then conditioned on the class.
     */
    EMBEDDING;

    /** Returns whether the generator's blocks read the class, as the condition {@code label}. */
    boolean givesLabel() {
        return this == PROJECTION || this == EMBEDDING;
    }
}
