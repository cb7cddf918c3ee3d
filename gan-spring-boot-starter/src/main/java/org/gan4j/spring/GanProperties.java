package org.gan4j.spring;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The properties of a GAN, all of which begin with {@code gan4j}.
 *
 * @param run the folder of a run; without it, there is no GAN
 * @param queue the most requests for samples that wait
 */
@ConfigurationProperties("gan4j")
public record GanProperties(Path run, @DefaultValue("64") int queue) {
    /**
     * Validates the queue.
     *
     * @throws IllegalArgumentException if nothing could wait
     */
    public GanProperties {
        if (queue < 1) {
            throw new IllegalArgumentException(
                    "gan4j.queue is " + queue + ", so no request for samples could wait: set at least 1");
        }
    }
}
