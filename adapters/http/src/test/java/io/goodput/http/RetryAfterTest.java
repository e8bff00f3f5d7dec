package io.goodput.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryAfterTest {
    private static final Instant NOW = Instant.parse("1994-11-06T08:49:00Z");

    private static final List<DateTimeFormatter> FORMS = List.of(
            DateTimeFormatter.ofPattern("EEE, dd MMM uuuu HH:mm:ss 'GMT'", Locale.US),
            DateTimeFormatter.ofPattern("EEEE, dd-MMM-uu HH:mm:ss 'GMT'", Locale.US),
            DateTimeFormatter.ofPattern("EEE MMM ppd HH:mm:ss uuuu", Locale.US));

    private final RandomGenerator random = RandomGeneratorFactory.getDefault().create(1);

    @ParameterizedTest
    @CsvSource({"0, 0s", "120, 2m", "000120, 2m", "' 7 ', 7s", "86400, 24h", "86401, 24h", "99999999999999999999, 24h"})
    void seconds_are_waited_for_within_bounds(String value, String wait) {
        assertThat(RetryAfter.parse(value, NOW)).isEqualTo(Duration.parse("PT" + wait));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Sun, 06 Nov 1994 08:49:37 GMT",
                "Sunday, 06-Nov-94 08:49:37 GMT",
                "Sun Nov  6 08:49:37 1994",
                "Sun Nov 06 08:49:37 1994"
            })
    void a_date_in_each_of_its_forms_is_waited_for(String value) {
        assertThat(RetryAfter.parse(value, NOW)).isEqualTo(Duration.ofSeconds(37));
    }

    @Test
    void any_date_of_the_day_is_read_in_all_forms() {
        for (int i = 0; i < 3_000; i++) {
            Instant date = Instant.ofEpochSecond(random.nextLong(0, 4_102_444_800L));
            Instant now = date.minusSeconds(random.nextLong(0, 86_400));
            ZonedDateTime there = date.atZone(ZoneOffset.UTC);
            for (DateTimeFormatter form : FORMS) {
                assertThat(RetryAfter.parse(form.format(there), now))
                        .as(form.format(there))
                        .isEqualTo(Duration.between(now, date));
            }
        }
    }

    @Test
    void whatever_is_sent_a_wait_lies_within_its_bounds_or_is_none() {
        String letters = "0123456789 ,:-GMTSunNovFeb3\u0660\u00e9\u0000";
        List<String> seeds = List.of("Sun, 06 Nov 1994 08:49:37 GMT", "Sun Nov  6 08:49:37 1994", "120", "");
        for (int i = 0; i < 20_000; i++) {
            var text = new StringBuilder(seeds.get(random.nextInt(seeds.size())));
            for (int edit = random.nextInt(4); edit > 0 && !text.isEmpty(); edit--) {
                text.setCharAt(random.nextInt(text.length()), letters.charAt(random.nextInt(letters.length())));
            }
            Duration wait = RetryAfter.parse(text.toString(), NOW);
            if (wait != null) {
                assertThat(wait).as(text.toString()).isBetween(Duration.ZERO, RetryAfter.MOST);
            }
        }
    }

    @Test
    void a_year_of_two_digits_lies_at_most_fifty_years_ahead() {
        Instant now = Instant.parse("2026-01-01T00:00:00Z");

        assertThat(HttpDate.parse("Friday, 06-Nov-76 08:49:37 GMT", now)).isEqualTo("2076-11-06T08:49:37Z");
        assertThat(HttpDate.parse("Sunday, 06-Nov-77 08:49:37 GMT", now)).isEqualTo("1977-11-06T08:49:37Z");
    }

    @Test
    void a_date_that_is_past_is_no_wait_and_one_far_away_is_the_longest() {
        assertThat(RetryAfter.parse("Sun, 06 Nov 1994 08:48:37 GMT", NOW)).isEqualTo(Duration.ZERO);
        assertThat(RetryAfter.parse("Sun, 06 Nov 9994 08:48:37 GMT", NOW)).isEqualTo(RetryAfter.MOST);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-1",
                "+5",
                "1.5",
                "0x10",
                "12 s",
                "soon",
                "\u0661\u0662",
                "Sun, 06 Nov 1994 08:49:37 CET",
                "Sun, 06 Now 1994 08:49:37 GMT",
                "Sun, 31 Feb 1994 08:49:37 GMT",
                "Sun, 06 Nov 1994 24:49:37 GMT",
                "sun, 06 nov 1994 08:49:37 gmt",
                "1994-11-06T08:49:37Z"
            })
    void what_is_neither_says_nothing(String value) {
        assertThat(RetryAfter.parse(value, NOW)).isNull();
    }

    @Test
    void a_leap_second_is_a_second() {
        assertThat(HttpDate.parse("Sat, 31 Dec 2016 23:59:60 GMT", NOW)).isEqualTo("2016-12-31T23:59:59Z");
    }
}
