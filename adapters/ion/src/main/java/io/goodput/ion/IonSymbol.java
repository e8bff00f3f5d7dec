package io.goodput.ion;

/** A name, and its number in the frame that is being filled. */
final class IonSymbol {
    final byte[] utf8;

    /** In which frame the number is good. */
    int frame;

    int number;

    IonSymbol(byte[] utf8) {
        this.utf8 = utf8;
    }

    /** How many bytes it takes in a symbol table. */
    int bytes() {
        return IonBytes.headBytes(utf8.length) + utf8.length;
    }
}
