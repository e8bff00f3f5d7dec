package io.goodput.property;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The range of a {@code double}. */
@Target({ElementType.PARAMETER, ElementType.TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
public @interface DoubleRange {
    /** The least; 0 unless told. */
    double min() default 0;

    /** The most. */
    double max() default Double.MAX_VALUE;

    /** Whether the most is in the range itself. */
    boolean maxIncluded() default true;
}
