package io.goodput.property;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** How many characters a {@code String} has. */
@Target(ElementType.PARAMETER)
@Retention(RetentionPolicy.RUNTIME)
public @interface StringLength {
    /** The fewest; none unless told. */
    int min() default 0;

    /** The most. */
    int max() default Gen.LONGEST;
}
