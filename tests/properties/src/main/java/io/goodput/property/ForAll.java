package io.goodput.property;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A parameter of a {@link Property} that is made up: by its type and the ranges beside it, or by a generator that is
 * named.
 */
@Target(ElementType.PARAMETER)
@Retention(RetentionPolicy.RUNTIME)
public @interface ForAll {
    /** The name of a method with {@link Provide}; empty: by the type. */
    String value() default "";
}
