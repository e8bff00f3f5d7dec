/** {@code goodput config}: configuration files. In: their names. Out: what is wrong with them, or what they come to. */
package io.goodput.cli.config;
