package io.goodput.log4j;

import io.goodput.Ticker;
import io.goodput.logging.LogLimiter.Settings;
import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.logging.log4j.Logger;
import org.apache.logging.log4j.core.config.Configuration;
import org.apache.logging.log4j.core.config.plugins.PluginBuilderAttribute;
import org.apache.logging.log4j.core.config.plugins.PluginConfiguration;
import org.apache.logging.log4j.core.util.Builder;
import org.apache.logging.log4j.status.StatusLogger;
import org.jspecify.annotations.Nullable;

/** Makes a {@link LimitFilter} of what a configuration says. */
public final class LimitFilterBuilder implements Builder<LimitFilter> {
    private static final Logger STATUS = StatusLogger.getLogger();
    private static final double NANOS = 1e9;

    @PluginBuilderAttribute
    private int burst = Settings.STANDARD.burst();

    @PluginBuilderAttribute
    private double perSecond = Settings.STANDARD.perSecond();

    @PluginBuilderAttribute
    private double intervalSeconds = Settings.STANDARD.interval().toNanos() / NANOS;

    @PluginBuilderAttribute
    private int maxKinds = Settings.STANDARD.maxKinds();

    @PluginBuilderAttribute
    private String exempt = "";

    @PluginConfiguration
    private @Nullable Configuration configuration;

    private Ticker ticker = Ticker.system();

    LimitFilterBuilder() {}

    /** How many lines of a kind are written at once. */
    public LimitFilterBuilder setBurst(int burst) {
        this.burst = burst;
        return this;
    }

    /** How many are written in a second from then on. */
    public LimitFilterBuilder setPerSecond(double perSecond) {
        this.perSecond = perSecond;
        return this;
    }

    /** After how many seconds is told how many were held back, if none was written since. */
    public LimitFilterBuilder setIntervalSeconds(double seconds) {
        this.intervalSeconds = seconds;
        return this;
    }

    /** How many kinds of lines are kept apart. */
    public LimitFilterBuilder setMaxKinds(int maxKinds) {
        this.maxKinds = maxKinds;
        return this;
    }

    /** The names of markers, separated by commas, whose lines are written, however many. */
    public LimitFilterBuilder setExempt(String markers) {
        this.exempt = markers;
        return this;
    }

    /** Whose loggers are told of what was held back. */
    public LimitFilterBuilder setConfiguration(Configuration configuration) {
        this.configuration = configuration;
        return this;
    }

    LimitFilterBuilder setTicker(Ticker ticker) {
        this.ticker = ticker;
        return this;
    }

    /** The filter; null if what was said makes no sense, which Log4j's status then tells. */
    @Override
    public @Nullable LimitFilter build() {
        Configuration within = configuration;
        if (within == null) {
            STATUS.error("GoodputLimit limits nothing: it belongs to no configuration");
            return null;
        }
        try {
            var interval = Duration.ofNanos((long) (intervalSeconds * NANOS));
            return new LimitFilter(new Settings(burst, perSecond, interval, maxKinds), names(), within, ticker);
        } catch (IllegalArgumentException senseless) {
            STATUS.error("GoodputLimit limits nothing: {}", senseless.getMessage());
            return null;
        }
    }

    private Set<String> names() {
        return Arrays.stream(exempt.split(","))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .collect(Collectors.toSet());
    }
}
