package io.goodput.property;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The range of an {@code int}, both ends included. */
@Target({ElementType.PARAMETER, ElementType.TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
public @interface IntRange {
    /** The least; 0 unless told. */
    int min() default 0;

    /** The most. */
    int max() default Integer.MAX_VALUE;
}
