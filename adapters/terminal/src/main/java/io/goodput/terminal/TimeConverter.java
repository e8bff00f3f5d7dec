package io.goodput.terminal;

import io.goodput.config.quantity.Durations;
import java.time.Duration;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A duration as everywhere else. */
public final class TimeConverter implements ITypeConverter<Duration> {
    /** Made by picocli. */
    public TimeConverter() {}

    @Override
    public Duration convert(String text) {
        try {
            return Durations.parse(text);
        } catch (IllegalArgumentException wrong) {
            throw new TypeConversionException(String.valueOf(wrong.getMessage()));
        }
    }
}
