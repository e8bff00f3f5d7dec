/**
 * The {@code goodput} command. Arguments come in; text on standard output, complaints on standard error and an
 * {@linkplain io.goodput.terminal.ExitStatus exit status} go out. Here is what all commands share; each of them has a
 * package of its own, or comes from another module, and is {@linkplain io.goodput.terminal.Subcommand found}. Every
 * command does its work in another module: here is only how it is called and what it says.
 */
package io.goodput.cli;
