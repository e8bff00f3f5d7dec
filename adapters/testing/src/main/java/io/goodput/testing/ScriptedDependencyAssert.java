package io.goodput.testing;

import io.goodput.testing.RecordedCall.Ending;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.assertj.core.api.AbstractAssert;

/** Assertions on the calls that a {@link ScriptedDependency} got. */
public final class ScriptedDependencyAssert extends AbstractAssert<ScriptedDependencyAssert, ScriptedDependency<?>> {
    ScriptedDependencyAssert(ScriptedDependency<?> actual) {
        super(actual, ScriptedDependencyAssert.class);
    }

    /** It got so many calls. */
    public ScriptedDependencyAssert wasCalled(int times) {
        return holds("calls", times, calls().size());
    }

    /** It got calls at these instants of its timers, and no others. */
    public ScriptedDependencyAssert wasCalledAt(Duration... instants) {
        return holds(
                "calls at",
                List.of(instants).stream().map(Millis::of).toList(),
                calls().stream().map(call -> Millis.of(call.at())).toList());
    }

    /** Its calls ended in these ways, in the order in which they came. */
    public ScriptedDependencyAssert ended(Ending... ways) {
        return holds(
                "endings",
                List.of(ways),
                calls().stream().map(RecordedCall::ending).toList());
    }

    private List<RecordedCall> calls() {
        isNotNull();
        return actual.calls();
    }

    private ScriptedDependencyAssert holds(String what, Object expected, Object was) {
        if (!expected.equals(was)) {
            throw failureWithActualExpected(
                    was,
                    expected,
                    "%nExpecting %s:%n  %s%nbut was:%n  %s%nthe dependency:%s",
                    what,
                    expected,
                    was,
                    story());
        }
        return this;
    }

    private String story() {
        return calls().stream().map(call -> "\n  " + call).collect(Collectors.joining());
    }
}
