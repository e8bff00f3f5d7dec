package io.goodput.testing;

/** What to import: {@code import static io.goodput.testing.GoodputAssertions.assertThat}. */
public final class GoodputAssertions {
    private GoodputAssertions() {}

    /** On what a guard did. */
    public static GuardRecorderAssert assertThat(GuardRecorder recorder) {
        return new GuardRecorderAssert(recorder);
    }

    /** On the calls that a dependency got. */
    public static ScriptedDependencyAssert assertThat(ScriptedDependency<?> dependency) {
        return new ScriptedDependencyAssert(dependency);
    }
}
