package org.gan4j.apps.conditional;

/** How generator and critic are told the class of a sample. */
public enum Conditioning {
    /**
     * Beside what they are given: the label's one-hot beside the latents, and as planes beside a picture's channels (<a
     * href="https://arxiv.org/abs/1411.1784">Mirza and Osindero 2014</a>).
     */
    CONCATENATION,
    /**
     * The critic has to tell the class, and the generator to make samples whose class it tells (AC-GAN, <a
     * href="https://arxiv.org/abs/1610.09585">Odena et al. 2017</a>). The generator is given the one-hot beside its
     * latents.
     */
    AUXILIARY,
    /**
     * The critic's score is ψ(φ(x)) + ⟨e_y, φ(x)⟩, with φ its features, summed over places, and e_y learned for each class
     * (<a href="https://arxiv.org/abs/1802.05637">Miyato and Koyama 2018</a>). The generator batch-normalizes by class. By
     * itself this is slow to learn, so it is given the one-hot beside its latents too.
     */
    PROJECTION
}
