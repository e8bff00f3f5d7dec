package io.goodput.property;

import java.util.random.RandomGenerator;

/** All characters of UTF-16, in an order from the simplest: letters, digits, what else a keyboard has, and the rest. */
record CharGen() implements Gen<Character> {
    private static final String KEYBOARD =
            "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789" + " .,:;-_+*/=<>()[]{}!?'\"`^~@#$%&|\\";

    private static final int CONTROLS = ' ';
    private static final int AFTER_KEYBOARD = '~' + 1;

    @Override
    public Character from(Choices choices) {
        int choice = (int) choices.next(Character.MAX_VALUE, chance -> drawn(choices, chance));
        if (choice < KEYBOARD.length()) {
            return KEYBOARD.charAt(choice);
        }
        int rest = choice - KEYBOARD.length();
        return (char) (rest < CONTROLS ? rest : rest - CONTROLS + AFTER_KEYBOARD);
    }

    private static long drawn(Choices choices, RandomGenerator chance) {
        if (choices.edge(chance)) {
            return chance.nextBoolean() ? KEYBOARD.length() : Character.MAX_VALUE;
        }
        return switch (chance.nextInt(10)) {
            case 0 -> KEYBOARD.length() + chance.nextInt(CONTROLS + 128);
            case 1, 2, 3 -> chance.nextInt(Character.MAX_VALUE + 1);
            default -> chance.nextInt(KEYBOARD.length());
        };
    }
}
