/** A trained GAN as a bean of Spring Boot. Begin with {@link org.gan4j.spring.GanProperties}. */
package org.gan4j.spring;
