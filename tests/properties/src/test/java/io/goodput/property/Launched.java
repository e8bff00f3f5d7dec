package io.goodput.property;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;

/** What came of the tests of a class, run by JUnit as a build does it. */
record Launched(long tests, @Nullable Throwable failure) {
    static Launched run(Class<?> tests) {
        return run(tests, Map.of());
    }

    static Launched run(Class<?> tests, Map<String, String> settings) {
        var summary = new SummaryGeneratingListener();
        LauncherFactory.create()
                .execute(
                        LauncherDiscoveryRequestBuilder.request()
                                .selectors(selectClass(tests))
                                .configurationParameters(settings)
                                .build(),
                        summary,
                        new TestExecutionListener() {
                            @Override
                            public void executionSkipped(TestIdentifier test, String reason) {
                                throw new AssertionError(test + " was skipped: " + reason);
                            }
                        });
        var failures = summary.getSummary().getFailures();
        return new Launched(
                summary.getSummary().getTestsFoundCount(),
                failures.isEmpty() ? null : failures.getFirst().getException());
    }

    /** The failure that there is. */
    Throwable failed() {
        if (failure == null) {
            throw new AssertionError("no test failed");
        }
        return failure;
    }
}
