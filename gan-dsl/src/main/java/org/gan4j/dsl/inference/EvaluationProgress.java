package org.gan4j.dsl.inference;

/** Is told how far an evaluation is, in the thread that evaluates. Results do not depend on it. */
public interface EvaluationProgress {
    /** Does nothing. */
    EvaluationProgress NONE = new EvaluationProgress() {
        @Override
        public void working(String work) {}

        @Override
        public void extracted(String by, int done, int all) {}

        @Override
        public String toString() {
            return "none";
        }
    };

    /**
     * Begins work whose end is not known.
     *
     * @param work the work, such as "measuring frechet"
     */
    void working(String work);

    /**
     * Has read, generated or extracted some more samples.
     *
     * @param by the extractors, such as "mobilenet-v2", or what is done to samples if there are none
     * @param done the number of samples that are complete, of data, generator and references together
     * @param all the number of all of them
     */
    void extracted(String by, int done, int all);
}
