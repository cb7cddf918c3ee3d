package org.gan4j.dsl.inference;

import java.util.List;
import java.util.Optional;
import org.gan4j.api.data.DataSource;
import org.gan4j.api.evaluation.Extractor;
import org.gan4j.api.evaluation.Metric;

/**
 * A request to compare generated samples with data. Each method returns a changed copy.
 *
 * <pre>{@code
 * gan.evaluate(EvaluationRequest.of(2000).data(heldOut).metrics(new KernelDistance()).withReferences())
 * }</pre>
 *
 * @param samples the samples to generate
 * @param data the data to compare with; those of training if empty
 * @param metrics the metrics; if there are none, those of the GAN's option {@code evaluate-metrics}, and if that is
 *     empty, all that apply and are not measured on request alone
 * @param extractors what computes the features; if there are none, those of the option {@code evaluate-extractors}
 * @param onRequest whether all metrics that apply are measured, those on request, too, whatever the GAN's option is; one
 *     that fails is left out with a note, and so is an extractor
 * @param references whether data are also compared with other data, and a trivial baseline with the data
 * @param progress is told how far the evaluation is
 */
public record EvaluationRequest(
        SampleRequest samples,
        Optional<DataSource> data,
        List<Metric> metrics,
        List<Extractor> extractors,
        boolean onRequest,
        boolean references,
        EvaluationProgress progress) {
    /** Copies the lists. */
    public EvaluationRequest {
        metrics = List.copyOf(metrics);
        extractors = List.copyOf(extractors);
    }

    /**
     * Returns a request to compare {@code count} samples with the data of training.
     *
     * @throws IllegalArgumentException if {@code count} is less than 1
     */
    public static EvaluationRequest of(int count) {
        return of(SampleRequest.of(count));
    }

    /** Returns a request to compare samples with the data of training. */
    public static EvaluationRequest of(SampleRequest samples) {
        return new EvaluationRequest(
                samples, Optional.empty(), List.of(), List.of(), false, false, EvaluationProgress.NONE);
    }

    /** Sets the samples to generate. */
    public EvaluationRequest samples(SampleRequest request) {
        return new EvaluationRequest(request, data, metrics, extractors, onRequest, references, progress);
    }

    /** Sets the data to compare with, such as data that were held out of training. */
    public EvaluationRequest data(DataSource heldOut) {
        return new EvaluationRequest(
                samples, Optional.of(heldOut), metrics, extractors, onRequest, references, progress);
    }

    /** Sets the metrics. */
    public EvaluationRequest metrics(Metric... chosen) {
        return metrics(List.of(chosen));
    }

    /** Sets the metrics. */
    public EvaluationRequest metrics(List<Metric> chosen) {
        return new EvaluationRequest(samples, data, chosen, extractors, onRequest, references, progress);
    }

    /** Sets what computes the features. The first one's numbers keep their names; the others' begin with its name. */
    public EvaluationRequest extractors(Extractor... chosen) {
        return extractors(List.of(chosen));
    }

    /** Sets what computes the features. */
    public EvaluationRequest extractors(List<Extractor> chosen) {
        return new EvaluationRequest(samples, data, metrics, chosen, onRequest, references, progress);
    }

    /** Measures all metrics that apply, also those that take long. */
    public EvaluationRequest withMetricsOnRequest() {
        return new EvaluationRequest(samples, data, metrics, extractors, true, references, progress);
    }

    /** Also compares data with other data, and a trivial baseline with the data, to judge the numbers by. */
    public EvaluationRequest withReferences() {
        return new EvaluationRequest(samples, data, metrics, extractors, onRequest, true, progress);
    }

    /** Sets what is told how far the evaluation is. */
    public EvaluationRequest progress(EvaluationProgress listener) {
        return new EvaluationRequest(samples, data, metrics, extractors, onRequest, references, listener);
    }
}
