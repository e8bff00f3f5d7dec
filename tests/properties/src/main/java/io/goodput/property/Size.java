package io.goodput.property;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** How many elements a list or an array has. */
@Target(ElementType.PARAMETER)
@Retention(RetentionPolicy.RUNTIME)
public @interface Size {
    /** The fewest; none unless told. */
    int min() default 0;

    /** The most. */
    int max() default Gen.LONGEST;
}
