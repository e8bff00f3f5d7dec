/**
 * The {@code goodput} command. Arguments come in; text on standard output, complaints on standard error and an
 * {@linkplain io.goodput.cli.ExitStatus exit status} go out. Every command does its work in another module: here is
 * only how it is called and what it says.
 */
package io.goodput.cli;
