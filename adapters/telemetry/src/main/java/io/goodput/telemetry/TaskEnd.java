package io.goodput.telemetry;

import io.goodput.Outcome;
import io.goodput.telemetry.unit.Ended;
import io.goodput.telemetry.unit.Sheet;
import org.jspecify.annotations.Nullable;

/** How a unit ends that was called for a task: as the task did, unless somebody has said otherwise. */
final class TaskEnd {
    private TaskEnd() {}

    /** The task has answered. */
    static void answered(ServiceOperation operation, Sheet sheet, long ticket, @Nullable Object answer) {
        long now = now(operation);
        Outcome noted = sheet.story().noted();
        Outcome outcome = noted == null ? ofAnswer(operation, answer) : noted;
        boolean late = noted == null
                && outcome == Outcome.SUCCESS
                && sheet.story().head().isOverdue(now);
        sheet.left();
        sheet.end(ticket, Ended.of(late ? Outcome.TIMEOUT : outcome), null, null, now);
    }

    private static Outcome ofAnswer(ServiceOperation operation, @Nullable Object answer) {
        try {
            return operation.classifier().ofValue(answer);
        } catch (RuntimeException _) {
            return Outcome.PERMANENT_FAILURE;
        }
    }

    /** The task has thrown. */
    static void threw(ServiceOperation operation, Sheet sheet, long ticket, Throwable error) {
        Outcome noted = sheet.story().noted();
        Ended how = operation.telemetry().errors().ended(operation.classifier(), error);
        sheet.left();
        sheet.end(ticket, noted == null ? how : how.butEnded(noted), Errors.refusal(error), null, now(operation));
    }

    private static long now(ServiceOperation operation) {
        return operation.telemetry().outlet().ticker().nanos();
    }
}
