package io.goodput.log4j;

import org.apache.logging.log4j.message.Message;
import org.apache.logging.log4j.message.ParameterizedMessage;
import org.apache.logging.log4j.message.ReusableParameterizedMessage;
import org.apache.logging.log4j.util.MessageSupplier;
import org.apache.logging.log4j.util.Supplier;

/** What messages of Log4j have in common, and what they say. */
final class MessageTemplates {
    private MessageTemplates() {}

    /**
     * What lines that are alike have in common. A message that is no text, such as a lambda expression, which knows
     * where it stands, is told apart by its class, so that it is not made text for each line.
     */
    static String of(Object message) {
        return switch (message) {
            case CharSequence text -> text.toString();
            case ParameterizedMessage asked -> asked.getFormat();
            case ReusableParameterizedMessage asked -> asked.getFormat();
            case Message asked -> asked.getFormattedMessage();
            default -> message.getClass().getName();
        };
    }

    /** What it says, for once. */
    static String text(Object message) {
        try {
            return switch (message) {
                case Message asked -> asked.getFormattedMessage();
                case MessageSupplier lazy -> text(lazy.get());
                case Supplier<?> lazy -> String.valueOf(lazy.get());
                default -> message.toString();
            };
        } catch (RuntimeException failure) {
            return message.getClass().getName() + ", which failed with "
                    + failure.getClass().getName();
        }
    }
}
