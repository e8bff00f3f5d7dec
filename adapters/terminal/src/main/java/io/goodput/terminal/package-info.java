/**
 * What the commands of {@code goodput} have in common, whichever module brings them: how they are found
 * ({@link io.goodput.terminal.Subcommand}), and how they treat the person or script at the other end.
 *
 * <p>In: how a command ended, what it wants to say, how far it is. Out: an exit status, one complaint on standard
 * error, a bar where a terminal shows one, files that are whole or not there.
 */
package io.goodput.terminal;
