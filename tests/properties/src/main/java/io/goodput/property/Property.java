package io.goodput.property;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A test that is tried with many values of its parameters, each of them {@link ForAll}. It is one test to JUnit; each
 * try has an instance of the test class to itself, with its {@code @BeforeEach} and {@code @AfterEach} around it.
 *
 * <p>Where the parameters have no more combinations than there are tries, all of them are tried, in order. Else they
 * are drawn from a seed that comes from the name of the class and of the method, so that a build is the same each time.
 * {@code -Dgoodput.property.seed=random} draws anew, {@code -Dgoodput.property.seed=42} draws what a failure showed,
 * and {@code -Dgoodput.property.tries=10} tries ten times as often. A try that breaks an assumption is made up for by
 * another, as long as these are not more than five times the tries.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Test
@ExtendWith(PropertyExtension.class)
public @interface Property {
    /** How often; 1,000 unless told, and at least once. */
    int tries() default 1_000;

    /** At most one: what the values are drawn from, in place of the seed of the name. */
    long[] seed() default {};
}
