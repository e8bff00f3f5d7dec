package io.goodput;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class ContextBindingTest {
    private static final CallContext BLUE = CallContext.NONE.withTenant("blue").within(new Deadline(1_000));
    private static final CallContext RED = CallContext.NONE.withTenant("red").within(new Deadline(5_000));

    private final List<Named> made = new ArrayList<>();
    private final ContextBinding binding = new ContextBinding(this::next);

    private record Named(int number) implements UnitOfWork {
        @Override
        public String traceparent() {
            return "00-0000000000000000000000000000000%d-000000000000000%d-01".formatted(number, number);
        }

        @Override
        public UnitOfWork inNewSpan(RandomGenerator random) {
            return this;
        }
    }

    private Named next() {
        made.add(new Named(made.size() + 1));
        return made.getLast();
    }

    @Test
    void what_runs_inside_finds_the_context_within_the_unit_and_nothing_is_left_behind() throws Exception {
        CallContext seen = binding.call(BLUE, CallContext::current);

        assertThat(seen).isEqualTo(BLUE.withWork(new Named(1)));
        assertThat(CallContext.current()).isSameAs(CallContext.NONE);
    }

    @Test
    void a_context_is_made_once_and_only_if_somebody_asks() throws Exception {
        String nobody = binding.call(BLUE, () -> "");
        assertThat(made).isEmpty();

        CallContext[] twice =
                binding.call(BLUE, () -> new CallContext[] {CallContext.current(), CallContext.current()});

        assertThat(nobody).isEmpty();
        assertThat(twice[0]).isSameAs(twice[1]);
        assertThat(made).hasSize(1);
    }

    @Test
    void one_after_the_other_finds_its_own_also_where_the_one_before_has_thrown() throws Exception {
        Callable<CallContext> fails = () -> {
            throw new IllegalStateException(CallContext.current().trace());
        };
        assertThatThrownBy(() -> binding.call(BLUE, fails)).hasMessageContaining("-0000000000000001-");

        assertThat(binding.call(RED, CallContext::current)).isEqualTo(RED.withWork(new Named(2)));
    }

    @Test
    void the_earliest_deadline_counts_of_those_around_it_and_inside() throws Exception {
        var inner = new ContextBinding(this::next);

        assertThat(BLUE.call(() -> binding.call(RED, () -> CallContext.current().deadline())))
                .isEqualTo(BLUE.deadline());
        assertThat(binding.call(BLUE, () -> RED.call(CallContext::current).deadline()))
                .isEqualTo(BLUE.deadline());
        assertThat(binding.call(
                        BLUE, () -> inner.call(RED, () -> CallContext.current().deadline())))
                .isEqualTo(BLUE.deadline());
        assertThat(binding.call(RED, () -> CallContext.current().deadline())).isEqualTo(RED.deadline());
    }
}
