package io.goodput.logs.record;

import io.goodput.Outcome;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * The fields of an object, one after the other: {@link #next} names one, and exactly one of the others then takes its
 * value. A value of another kind than is asked for is passed over, and counts as not told.
 */
final class RecordFields {
    private static final long MOST = 1L << 53;
    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");
    private static final Map<String, Outcome> OUTCOMES = outcomes();

    private final JsonParser json;

    RecordFields(JsonParser json) {
        this.json = json;
    }

    private static Map<String, Outcome> outcomes() {
        Map<String, Outcome> all = new LinkedHashMap<>();
        for (Outcome outcome : Outcome.values()) {
            all.put(outcome.name(), outcome);
        }
        return Map.copyOf(all);
    }

    /** Whether the next value is an object, whose fields then come. */
    boolean openObject() {
        return open(JsonToken.START_OBJECT);
    }

    /** Whether the next value is an array, whose elements then come. */
    boolean openArray() {
        return open(JsonToken.START_ARRAY);
    }

    private boolean open(JsonToken kind) {
        boolean isIt = json.nextToken() == kind;
        if (!isIt) {
            json.skipChildren();
        }
        return isIt;
    }

    /** Whether the array goes on with an object, whose fields then come; anything else in it is passed over. */
    boolean openNext() {
        for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
            if (token == JsonToken.END_ARRAY) {
                return false;
            }
            if (token == JsonToken.START_OBJECT) {
                return true;
            }
            json.skipChildren();
        }
        return false;
    }

    /** The name of the next field; null at the end of the object. */
    @Nullable String next() {
        return json.nextToken() == JsonToken.PROPERTY_NAME ? json.currentName() : null;
    }

    void skip() {
        json.nextToken();
        json.skipChildren();
    }

    @Nullable String text() {
        return scalar(json.nextToken() == JsonToken.VALUE_STRING);
    }

    private @Nullable String scalar(boolean wanted) {
        if (wanted) {
            return json.getString();
        }
        json.skipChildren();
        return null;
    }

    boolean truth() {
        boolean truth = json.nextToken() == JsonToken.VALUE_TRUE;
        json.skipChildren();
        return truth;
    }

    /** A whole number from 0 up to what a double still holds exactly; otherwise that one. */
    long number(long otherwise) {
        Long number = numberOrNull();
        return number == null ? otherwise : number;
    }

    /** The same, null where there is none. */
    @Nullable Long numberOrNull() {
        double number = real(-1);
        return number >= 0 && number <= MOST ? (Long) (long) number : null;
    }

    double real(double otherwise) {
        JsonToken token = json.nextToken();
        if (token == JsonToken.VALUE_NUMBER_INT || token == JsonToken.VALUE_NUMBER_FLOAT) {
            return json.getDoubleValue();
        }
        json.skipChildren();
        return otherwise;
    }

    /** Null where it is none of those that are known. */
    @Nullable Outcome outcome() {
        String text = text();
        return text == null ? null : OUTCOMES.get(text);
    }

    /** In microseconds since 1970; null where it is none between 1970 and 2200. */
    @Nullable Long instant() {
        String text = text();
        try {
            Instant instant = text == null ? Instant.MIN : Instant.parse(text);
            return instant.isBefore(Instant.EPOCH) || instant.isAfter(LATEST)
                    ? null
                    : (Long) ChronoUnit.MICROS.between(Instant.EPOCH, instant);
        } catch (DateTimeException noInstant) {
            return null;
        }
    }

    /** An object of numbers by name. */
    Map<String, Long> numbers() {
        Map<String, Long> all = new LinkedHashMap<>();
        if (openObject()) {
            for (String name = next(); name != null; name = next()) {
                all.put(name, number(0));
            }
        }
        return all;
    }

    /** An object of texts, numbers and truths by name, all as text. */
    void texts(Map<String, String> all) {
        if (openObject()) {
            for (String name = next(); name != null; name = next()) {
                String value = scalar(json.nextToken().isScalarValue());
                if (value != null) {
                    all.put(name, value);
                }
            }
        }
    }

    /** The texts of an array. */
    Set<String> textSet() {
        Set<String> all = new HashSet<>();
        if (openArray()) {
            for (JsonToken token = json.nextToken();
                    token != null && token != JsonToken.END_ARRAY;
                    token = json.nextToken()) {
                String text = scalar(token == JsonToken.VALUE_STRING);
                if (text != null) {
                    all.add(text);
                }
            }
        }
        return all;
    }
}
