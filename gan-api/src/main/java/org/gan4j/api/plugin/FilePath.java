package org.gan4j.api.plugin;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A mark for a setting that is the path of a file or folder. A run records it as an absolute path, so that it is found
 * again from another working directory. An empty path stays empty.
 *
 * <pre>
 * public record ImageFolder(&#64;FilePath String path, int size) implements DataSource
 * </pre>
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface FilePath {}
